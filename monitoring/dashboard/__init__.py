"""The dashboard: `create_app(settings)` puts the parts together; the only floor that knows them all."""

from monitoring.dashboard.assembly import create_app

__all__ = ["create_app"]
