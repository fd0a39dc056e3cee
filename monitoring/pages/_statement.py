"""A legal page of a municipality: its own text, or the draft from the facts known, with what is missing."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.notice import notice
from monitoring.components.statement import statement_body
from monitoring.domain.land import land_key
from monitoring.domain.overview import Overview
from monitoring.domain.statement import Statement, is_complete, known_facts, missing_facts, own_text
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._statement_tails import STATEMENT_TAILS
from monitoring.services.laender import laender
from monitoring.texts.statements import draft, own_sections
from monitoring.texts.words import Words


def statement_page(statement: Statement) -> MunicipalityPage:
    """The page of one statement."""

    def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
        return _layout(statement, overview, words)

    return MunicipalityPage(
        STATEMENT_TAILS[statement], f"label.statement.{statement.value}", layout, needs_content=False
    )


def _layout(statement: Statement, overview: Overview, words: Words) -> list[Any]:
    land = laender().get(land_key(overview.municipality, overview.face.land) or "")
    facts = known_facts(overview.face, overview.municipality, land)
    own = own_text(overview.face, statement, words.language)
    sections = own_sections(own) if own else draft(statement, facts, land, words)
    lacking = [words.label(fact) for fact in missing_facts(statement, facts)] if own is None else []
    complete = is_complete(overview.face, statement, facts, words.language)
    return [
        html.H1(words.label(statement)),
        None if complete else _incomplete(lacking, words),
        html.Div(statement_body(sections), className="statement"),
    ]


def _incomplete(lacking: list[str], words: Words) -> Any:
    """That the page is not finished, and what it lacks: it is not to be taken for a complete one."""
    said = (
        words("statement.incomplete_text", facts=words.list(lacking))
        if lacking
        else words("statement.incomplete_own")
    )
    return notice(said, title=words("statement.incomplete"), tone="fair")
