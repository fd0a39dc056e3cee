"""Statements in words: the draft of a legal page from the facts known, with a mark where one is missing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from monitoring.domain.land import Land
from monitoring.domain.statement import (
    TO_FILL,
    Conformance,
    Fact,
    Facts,
    Statement,
    StatementMethod,
    missing_facts,
)
from monitoring.texts.numbers import NBSP
from monitoring.texts.words import LANGUAGES, Words

GAP_BEGINS, GAP_ENDS = "\ue000", "\ue001"
"""Around what is missing; no text that people write contains them."""
GERMAN_BEGINS, GERMAN_ENDS = "\ue002", "\ue003"
"""Around what stands in German on a page in another language, so that it is read out as German."""
_GERMAN = (
    Fact.REPRESENTED_BY,
    Fact.EDITOR,
    Fact.DATA_PROTECTION_OFFICER,
    Fact.HOST,
    Fact.LOG_PERIOD,
    Fact.BARRIERS,
    Fact.LAW,
    Fact.ENFORCEMENT_BODY,
    Fact.AUTHORITY,
)
"""The facts that are sentences and descriptions rather than names and numbers."""
_GAP_OF_ONES_OWN = re.compile(rf"\[?{TO_FILL}(?::[^\]\n]*)?\]?", re.IGNORECASE)
_HEADING, _ITEM = "# ", "- "


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a statement: a heading, which may be empty, and paragraphs, whose lines stay lines.

    A paragraph that is a list holds its entries as lines beginning with „- “.
    """

    heading: str
    paragraphs: tuple[str, ...]


_PARTS: dict[Statement, dict[str, tuple[str, ...]]] = {
    Statement.IMPRINT: {
        "provider": ("provider", "represented_by"),
        "contact": ("email", "phone"),
        "editor": ("editor",),
        "vat_id": ("vat_id",),
        "content": ("content", "software"),
    },
    Statement.PRIVACY: {
        "controller": ("controller",),
        "officer": ("officer",),
        "nothing": ("nothing",),
        "logs": ("logs",),
        "feedback": ("feedback",),
        "accounts": ("accounts",),
        "rights": ("rights", "authority"),
    },
    Statement.ACCESSIBILITY: {
        "scope": ("scope",),
        "conformance": (
            "conformance_full",
            "conformance_partial",
            "conformance_open",
            "only_german",
            "barriers",
        ),
        "made": ("made",),
        "tested": ("tested", "tests", "not_tested"),
        "feedback": ("feedback",),
        "enforcement": ("enforcement", "enforcement_body"),
    },
}
"""The sections of each statement with their paragraphs, in order; texts are `statement.<name>.<…>`."""
_ONLY_WITH = {"phone": Fact.PHONE, "editor": Fact.EDITOR, "vat_id": Fact.VAT_ID}
"""Paragraphs that are left out where their fact is not known."""


def draft(statement: Statement, facts: Facts, land: Land | None, words: Words) -> list[Section]:
    """The statement from the facts known; what it needs and lacks is marked in its place."""
    values = _values(statement, facts, land, words)
    sections = []
    for name, paragraphs in _PARTS[statement].items():
        shown = [each for each in paragraphs if _is_shown(each, facts, words)]
        texts = [words(f"statement.{statement}.{each}", **values) for each in shown]
        if texts:
            sections.append(Section(words(f"statement.{statement}.{name}_heading"), tuple(texts)))
    return sections


def _is_shown(paragraph: str, facts: Facts, words: Words) -> bool:
    if paragraph in _ONLY_WITH:
        return bool(facts.get(_ONLY_WITH[paragraph]))
    if paragraph == "only_german":
        return _is_only_german(facts, words)
    said = facts.get(Fact.CONFORMANCE, "open")
    if paragraph == "barriers":
        return said != Conformance.FULL or bool(facts.get(Fact.BARRIERS))
    return not paragraph.startswith("conformance_") or paragraph == f"conformance_{said}"


def _values(statement: Statement, facts: Facts, land: Land | None, words: Words) -> dict[str, str]:
    """The facts as the reader's language writes them, gaps for what is missing, and what the Land says."""
    lacking = missing_facts(statement, facts)
    told: dict[str, str] = {fact.value: text for fact, text in facts.items()}
    told |= {fact.value: _as_german(facts[fact], words) for fact in _GERMAN if fact in facts}
    if words.language != LANGUAGES[0] and facts.get(Fact.BARRIERS_EN):
        told["barriers"] = facts[Fact.BARRIERS_EN]
    told |= {fact.value: gap(fact, words) for fact in lacking}
    if Fact.STATED_ON in facts:
        told["stated_on"] = words.date(date.fromisoformat(facts[Fact.STATED_ON]))
    if Fact.METHOD in facts:
        told["method"] = words.label(StatementMethod(facts[Fact.METHOD]))
    empty = {fact.value: "" for fact in Fact}
    return empty | _of_land(land, words) | {name: text for name, text in told.items() if text}


def _is_only_german(facts: Facts, words: Words) -> bool:
    """Whether the known barriers stand in German on a page in another language."""
    is_foreign = words.language != LANGUAGES[0]
    return is_foreign and bool(facts.get(Fact.BARRIERS)) and not facts.get(Fact.BARRIERS_EN)


def _of_land(land: Land | None, words: Words) -> dict[str, str]:
    if land is None:
        return dict.fromkeys(("law", "enforcement_body", "authority"), gap(Fact.LAND, words))
    law = f"{land.law}, {land.section}".replace("§ ", f"§{NBSP}").replace("Art. ", f"Art.{NBSP}")
    contact = (_as_german(land.body, words), land.address, land.email, land.url)
    return {
        "law": _as_german(law, words),
        "enforcement_body": "\n".join(part for part in contact if part),
        "authority": f"{_as_german(land.authority, words)}\n{land.authority_url}",
    }


def _as_german(text: str, words: Words) -> str:
    """Each line marked as German where the page is in another language; the sign of a list stays outside."""
    if words.language == LANGUAGES[0]:
        return text
    marked = []
    for line in text.split("\n"):
        sign = _ITEM if line.startswith(_ITEM) else ""
        marked.append(f"{sign}{GERMAN_BEGINS}{line.removeprefix(_ITEM)}{GERMAN_ENDS}")
    return "\n".join(marked)


def gap(fact: Fact, words: Words) -> str:
    """The mark of a missing fact."""
    return f"{GAP_BEGINS}{words('statement.to_fill', fact=words.label(fact))}{GAP_ENDS}"


def own_sections(text: str) -> list[Section]:
    r"""A text of one's own in sections: lines with „# “ are headings, empty lines divide paragraphs.

    >>> own_sections("Stadt A\nMarkt 1\n\n# Kontakt\n\n[zu ergänzen: Telefon]")
    [Section(heading='', paragraphs=('Stadt A\nMarkt 1',)),
     Section(heading='Kontakt', paragraphs=('\ue000[zu ergänzen: Telefon]\ue001',))]
    """
    sections: list[Section] = []
    marked = _GAP_OF_ONES_OWN.sub(lambda found: f"{GAP_BEGINS}{found.group()}{GAP_ENDS}", text)
    for block in re.split(r"\n[ \t]*\n", marked.replace("\r\n", "\n").strip()):
        first, _, rest = block.partition("\n")
        if first.startswith(_HEADING):
            sections.append(Section(first.removeprefix(_HEADING).strip(), (rest,) if rest.strip() else ()))
        elif sections:
            sections[-1] = Section(sections[-1].heading, (*sections[-1].paragraphs, block))
        else:
            sections.append(Section("", (block,)))
    return sections


def is_list(paragraph: str) -> bool:
    """Whether every line of a paragraph is an entry of a list."""
    return all(line.startswith(_ITEM) for line in paragraph.split("\n"))
