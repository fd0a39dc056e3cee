"""Start Zielpfad: `python app.py` serves it with waitress; any WSGI server finds it as `app:server`."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Any

from monitoring.settings import BadSettings, Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication
    from flask import Flask


def warmed_up(settings: Settings) -> Flask:
    """The WSGI application after a first request: concurrent first ones break the page (plotly/dash#3971)."""
    from monitoring.dashboard import create_app  # after the settings, so that a bad one is refused at once

    server = create_app(settings).server
    server.test_client().get(settings.path_prefix)
    return server


def __getattr__(name: str) -> Any:
    """`server`, made when a WSGI server asks for it and not before."""
    if name != "server":
        raise AttributeError(name)
    return warmed_up(Settings.from_environment())


def listening(application: WSGIApplication, settings: Settings) -> Any:
    """The waitress server, bound to its address. Raises BadSettings where the address is taken."""
    import waitress

    # A request that waits for a free thread is daily life: not worth a line each.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    try:
        return waitress.create_server(
            application,
            host=settings.host,
            port=settings.port,
            threads=settings.threads,
            # Waitress drops X-Forwarded-… unless told; the application decides how many proxies it believes.
            clear_untrusted_proxy_headers=not settings.trusted_proxies,
        )
    except OSError as error:
        raise BadSettings(settings.address_refused(error)) from error


def main() -> int:
    """Serve until stopped; 2 where this installation cannot start."""
    try:
        settings = Settings.from_environment()
        application = warmed_up(settings)
        server = listening(application, settings)
    except BadSettings as error:
        print(error, file=sys.stderr)
        return 2
    print(f"Zielpfad: http://{settings.host}:{settings.port}{settings.path_prefix}", flush=True)
    for account in application.config["DEMO_ACCOUNTS"]:
        print(f"  {account.name} / {account.password}: {account.description}", flush=True)
    server.run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
