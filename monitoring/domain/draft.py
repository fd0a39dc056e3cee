"""The draft: what one row of a file says, before it is held against what is already stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from monitoring.domain.named_place import NamedPlace


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value came from: sheet and cell, with the text and unit as reported there."""

    sheet: str
    cell: str
    text: str | None = None
    unit: str | None = None


@dataclass(slots=True)
class Draft:
    """The values one row gives, in base units, under the field names of its kind. Nobody changes a draft:
    it is final rather than frozen only because a frozen one takes six times as long to make, and files are
    long.

    A field that is absent was not in the file and stays as stored; a field that is present with None was an
    empty cell and is cleared. Rows about measures name them by `programme`, `number` and `title`; matching
    turns those into the permanent id. `word` is the file's own name of a sector or carrier that the owner
    mapped to ours: it may be only a part of it. `place` is set where a file is about many municipalities.
    `twin` is the row of its measure where others of the sheet have the same title and none has a number.
    `checked` are the very values that were found to make a record, alone and together, rounded as it is
    stored; only what matching gives may be missing.
    """

    kind: Final[str]
    values: Final[Mapping[str, Any]]
    origins: Final[Mapping[str, Origin]]
    sheet: Final[str]
    row: Final[int]
    upload: Final[int | None] = None
    file: Final[str | None] = None
    word: Final[str | None] = None
    place: Final[NamedPlace | None] = None
    checked: Final[Mapping[str, Any] | None] = field(default=None, compare=False, repr=False)
    twin: Final[int | None] = None

    @property
    def is_checked(self) -> bool:
        """Whether its values need not be checked again; those of a changed draft do."""
        return self.checked is self.values

    def placed(self, file: str | None, upload: int | None) -> Draft:
        """The draft with the file it was read from."""
        own = (self.kind, self.values, self.origins, self.sheet, self.row)
        return Draft(*own, upload, file, self.word, self.place, self.checked, self.twin)

    def saying(self, values: Mapping[str, Any]) -> Draft:
        """The draft with other values, as matching turns names into permanent ones."""
        own = (self.origins, self.sheet, self.row, self.upload, self.file, self.word, self.place)
        return Draft(self.kind, values, *own, values if self.is_checked else None, self.twin)

    @property
    def cell(self) -> str:
        """The first cell of the row, to point at when no single field is to blame."""
        return next(iter(self.origins.values())).cell if self.origins else f"A{self.row}"
