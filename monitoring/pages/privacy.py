"""The privacy notice: what these pages do with data of their readers."""

from __future__ import annotations

from monitoring.domain.statement import Statement
from monitoring.pages._registration import register_pages
from monitoring.pages._statement import statement_page

register_pages(__name__, statement_page(Statement.PRIVACY))
