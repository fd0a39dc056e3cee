"""How much of a file we are willing to read, and the reasons why one cannot be read at all.

Only the standard library is imported here: the child process that reads the file needs this module too.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Limits(NamedTuple):
    """What a file may hold and what reading it may cost; real files of towns stay far below.

    `cells` counts all sheets, empty cells between filled ones included; `answer_megabytes` is what the child
    may hand back.
    """

    megabytes: int = 20
    rows: int = 120_000
    columns: int = 200
    sheets: int = 300
    cells: int = 6_000_000
    cell_characters: int = 32_767
    seconds: int = 15
    memory_megabytes: int = 1024
    unpacked_megabytes: int = 400
    archive_members: int = 10_000
    answer_megabytes: int = 128
    waiting_seconds: int = 60


LIMITS = Limits()


class UnreadableCode(StrEnum):
    """Why a file cannot be read; `DETAILS` lists what the sentence for each may name."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    NOT_A_SPREADSHEET = "not_a_spreadsheet"
    WRONG_KIND = "wrong_kind"
    OLD_XLS = "old_xls"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    TOO_MANY_SHEETS = "too_many_sheets"
    TOO_MANY_CELLS = "too_many_cells"
    CELL_TOO_LONG = "cell_too_long"
    UNCLOSED_QUOTE = "unclosed_quote"
    ZIP_BOMB = "zip_bomb"
    FORBIDDEN_XML = "forbidden_xml"
    OUT_OF_MEMORY = "out_of_memory"
    TIMEOUT = "timeout"
    BUSY = "busy"


DETAILS: dict[UnreadableCode, tuple[str, ...]] = {
    UnreadableCode.EMPTY: (),
    UnreadableCode.TOO_LARGE: ("megabytes", "limit"),
    UnreadableCode.ENCRYPTED: (),
    UnreadableCode.BROKEN: (),
    UnreadableCode.NOT_A_SPREADSHEET: (),
    UnreadableCode.WRONG_KIND: ("found",),
    UnreadableCode.OLD_XLS: (),
    UnreadableCode.TOO_MANY_ROWS: ("sheet", "cell", "limit"),
    UnreadableCode.TOO_MANY_COLUMNS: ("sheet", "cell", "limit"),
    UnreadableCode.TOO_MANY_SHEETS: ("sheets", "limit"),
    UnreadableCode.TOO_MANY_CELLS: ("sheet", "limit"),
    UnreadableCode.CELL_TOO_LONG: ("sheet", "cell", "limit"),
    UnreadableCode.UNCLOSED_QUOTE: ("sheet", "cell"),
    UnreadableCode.ZIP_BOMB: (),
    UnreadableCode.FORBIDDEN_XML: (),
    UnreadableCode.OUT_OF_MEMORY: (),
    UnreadableCode.TIMEOUT: ("seconds",),
    UnreadableCode.BUSY: (),
}
"""The details that each refusal carries. `found` is one of `FOUND`."""

FOUND = ("doc", "docx", "html", "image", "odt", "pdf", "ppt", "pptx", "text", "xlsb", "xml", "zip")
"""What a file of the wrong kind turned out to be."""


class Unreadable(Exception):
    """A file that cannot be read, with the code of the reason and what the sentence about it names."""

    def __init__(self, code: UnreadableCode, **details: str | int) -> None:
        super().__init__(code.value, details)
        self.code = code
        self.details = details
