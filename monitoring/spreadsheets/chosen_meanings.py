"""What users said that a sheet, a column or a row means: answers that overrule what we understood.

A sheet: `kind:<sheet>` → a kind or „ignore“, `header:<sheet>` → the row of its headings. A column or row:
`meaning:<sheet>:<label>` → „ignore“ or aspects such as „field=energy_mwh;unit=GWh“, „sector=HH“ or
„quantity=emissions;unit=kt“. The label is the words over the column (before the row), the outer ones first,
without years: columns may move and years be added.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from monitoring.domain.profile import BETWEEN_LABELS
from monitoring.domain.question import AS_UNDERSTOOD, question_key
from monitoring.spreadsheets.column import NUMERIC, SheetFormat
from monitoring.spreadsheets.formats import FORMATS
from monitoring.spreadsheets.given_answers import NO_ANSWERS, GivenAnswers
from monitoring.spreadsheets.headings import without_years
from monitoring.spreadsheets.quantities import DIMENSIONS
from monitoring.spreadsheets.units import Unit, unit
from monitoring.spreadsheets.words import IGNORE

MEANING, KIND, HEADER = "meaning", "kind", "header"


@dataclass(frozen=True, slots=True)
class Chosen:
    """One answer about a column or row: its aspects, or that it is ignored."""

    aspects: dict[str, str] = field(default_factory=dict)
    is_ignored: bool = False

    @property
    def unit(self) -> Unit | None:
        """The unit it names."""
        return unit(self.aspects["unit"]) if "unit" in self.aspects else None


def label_path(labels: Iterable[str]) -> str:
    r"""The words over a column or before a row as one label, without years; a mere year stays.

    >>> label_path(["Endenergie", "Strom\n2019"]), label_path(["2019"])
    ('Endenergie / Strom', '2019')
    """
    plain = [" ".join(label.split()) for label in labels]
    bare = [without_years(label) for label in plain]
    return BETWEEN_LABELS.join(filter(None, bare)) or BETWEEN_LABELS.join(filter(None, plain))


def meaning_key(sheet: str, label: str) -> str:
    """The key of the answer about a column or row.

    >>> meaning_key("Bilanz 2023", "Endenergie / Strom")
    'meaning:bilanz 2023:endenergie / strom'
    """
    return question_key(MEANING, sheet, label)


def parsed(value: str) -> Chosen | None:
    """An answer as aspects, None where it is none.

    >>> parsed("quantity=emissions;unit=kt").aspects, parsed("ignore").is_ignored, parsed("kt")
    ({'quantity': 'emissions', 'unit': 'kt'}, True, None)
    """
    if value == IGNORE:
        return Chosen(is_ignored=True)
    pairs = [part.partition("=") for part in value.split(";") if part.strip()]
    aspects = {aspect.strip(): code.strip() for aspect, sign, code in pairs if sign and code.strip()}
    return Chosen(aspects) if aspects and len(aspects) == len(pairs) else None


def as_column(value: str, sheet_format: SheetFormat) -> Chosen | None:
    """An answer about a column of rows: a field of this kind, with a unit that it can have; else None."""
    chosen = parsed(value)
    if chosen is None or chosen.is_ignored:
        return chosen
    columns = {each.field: each for each in sheet_format.columns}
    column = columns.get(chosen.aspects.get("field", ""))
    if column is None or chosen.aspects.keys() - {"field", "unit"}:
        return None
    if "unit" not in chosen.aspects:
        return chosen
    dimension = DIMENSIONS.get(column.unit or "")
    measured = chosen.unit
    fits = column.reads in NUMERIC and measured and dimension in (None, measured.dimension)
    return chosen if fits else None


@dataclass(frozen=True, slots=True)
class ChosenMeanings:
    """What was answered about the sheets of a file."""

    answers: GivenAnswers = NO_ANSWERS

    def kind(self, sheet: str) -> str | None:
        """The kind that a sheet is said to hold, „ignore“, or None where nobody said."""
        answer = self.answers.to(KIND, sheet)
        return answer if answer == IGNORE or answer in {each.kind for each in FORMATS} else None

    def header_row(self, sheet: str, height: int) -> int | None:
        """The row that is said to hold the headings of a sheet of so many rows."""
        answer = self.answers.to(HEADER, sheet) or ""
        is_number = answer.isascii() and answer.isdigit() and len(answer) < 8
        return int(answer) if is_number and 1 <= int(answer) <= height else None

    def has_meanings(self, sheet: str) -> bool:
        """Whether anything was said about columns or rows of a sheet."""
        return self.answers.mentions(question_key(MEANING, sheet))

    def meaning(self, sheet: str, label: str) -> str | None:
        """What was said about a column or row, whether it is possible or not; None for „as understood“."""
        answer = self.answers.to(MEANING, sheet, label)
        return None if answer == AS_UNDERSTOOD else answer


NOTHING_CHOSEN = ChosenMeanings()
