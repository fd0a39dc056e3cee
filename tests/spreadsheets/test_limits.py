"""A corpus of hostile and mistaken files: each is refused for its own reason, this process stays alive."""

from __future__ import annotations

import pytest

from monitoring.spreadsheets.limits import DETAILS, LIMITS, Unreadable, UnreadableCode
from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.single_reading import LARGE
from tests.spreadsheets.archives import FILLED, TABLE, archive, compound_file, ods, rows, xlsx

FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'

BOMB = archive({"xl/workbook.xml": b"\x00" * 30_000_000})

ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'

EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

FAR_ODS = TABLE.format(
    '<table:table-cell table:number-columns-repeated="16000" office:value-type="float" office:value="1"/>'
)

LONG = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"x" * 40_000}</t></is></c></row>'

HOSTILE = [
    ("empty.xlsx", b"", "empty"),
    ("blank.csv", b"\xef\xbb\xbf \r\n\r\n", "empty"),
    ("delimiters.csv", b";;\n;;\n", "empty"),
    ("no_cells.xlsx", xlsx(rows("")), "empty"),
    ("zeros.xlsx", b"\x00" * 2000, "empty"),
    ("binary.csv", b"Jahr;Wert\x00\x01\x02", "not_a_spreadsheet"),
    ("program.bin", b"\x7fELF whatever", "not_a_spreadsheet"),
    ("text.xlsx", b"Jahr;Wert\n2019;1", "wrong_kind"),
    ("report.xlsx", b"%PDF-1.7 ...", "wrong_kind"),
    ("letter.xlsx", compound_file("WordDocument"), "wrong_kind"),
    ("letter2.xlsx", archive({"word/document.xml": "<x/>"}), "wrong_kind"),
    (
        "letter.ods",
        archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
        "wrong_kind",
    ),
    ("photos.xlsx", archive({"photo.jpg": b"..."}), "wrong_kind"),
    ("export.xls", b"<html><table><tr><td>1</td></tr></table></html>", "wrong_kind"),
    ("binary.xlsb", archive({"xl/workbook.bin": b"..."}), "wrong_kind"),
    ("secret.xlsx", compound_file("EncryptedPackage"), "encrypted"),
    (
        "secret.ods",
        archive({"content.xml": "<x/>", "META-INF/manifest.xml": "<m:encryption-data/>"}),
        "encrypted",
    ),
    ("ancient.xls", compound_file("Workbook"), "old_xls"),
    ("truncated.xlsx", xlsx(rows(FILLED))[:-200], "broken"),
    ("cut.xlsx", xlsx(rows(FILLED) + "<unclosed>"), "broken"),
    ("bomb.xlsx", BOMB, "zip_bomb"),
    ("entities.xlsx", xlsx(rows(FILLED), head=ENTITIES), "forbidden_xml"),
    ("external.xlsx", xlsx(rows(FILLED), head=EXTERNAL), "forbidden_xml"),
    ("hidden_entities.xlsx", xlsx(rows(FILLED), head=f"<!--{'x' * 5000}-->{ENTITIES}"), "forbidden_xml"),
    ("far.xlsx", xlsx(rows(FILLED + FAR)), "too_many_rows"),
    ("far_claimed.xlsx", xlsx(rows(FILLED + FAR, claim="A1:XFD1048576")), "too_many_rows"),
    ("far_denied.xlsx", xlsx(rows(FILLED + FAR, claim="A1:B2")), "too_many_rows"),
    ("wide.xlsx", xlsx(rows('<row r="1"><c r="GS1"><v>1</v></c></row>')), "too_many_columns"),
    ("wide.ods", ods(FAR_ODS), "too_many_columns"),
    ("many.xlsx", xlsx(*[rows(FILLED)] * 301), "too_many_sheets"),
    ("long_cell.xlsx", xlsx(rows(LONG)), "cell_too_long"),
    ("long_cell.csv", b"Jahr;Wert\n2019;" + b"x" * 40_000, "cell_too_long"),
    ("quote.csv", b'Jahr;Wert\n2019;"1\n2020;2\n', "unclosed_quote"),
    ("wide.csv", b";" * 201 + b"x\n", "too_many_columns"),
]


@pytest.mark.parametrize(("name", "content", "code"), HOSTILE, ids=[case[0] for case in HOSTILE])
def test_each_hostile_file_is_refused_for_its_own_reason(name: str, content: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(name, content)
    assert refusal.value.code == code
    assert set(refusal.value.details) == set(DETAILS[refusal.value.code])


def test_every_code_lists_its_details() -> None:
    assert set(DETAILS) == set(UnreadableCode)


def test_too_large() -> None:
    with pytest.raises(Unreadable) as refusal:
        read("large.csv", b"x" * (20 * 1024 * 1024 + 1))
    assert refusal.value.details == {"megabytes": 21, "limit": 20}


def test_far_cell_is_named() -> None:
    with pytest.raises(Unreadable) as refusal:
        read("far.xlsx", xlsx(rows(FILLED + FAR)))
    assert refusal.value.details == {"sheet": "S1", "cell": "XFD1048576", "limit": 120_000}


@pytest.mark.parametrize("claim", ["", "A1:XFD1048576"])
def test_far_cell_of_a_large_sheet_is_named(claim: str) -> None:
    """There the library makes room for the cell before the search has met it."""
    many = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 60_000))
    assert len(many) > LARGE
    with pytest.raises(Unreadable) as refusal:
        read("far.xlsx", xlsx(rows(many + FAR, claim)))
    assert refusal.value.details == {"sheet": "S1", "cell": "XFD1048576", "limit": 120_000}


def test_too_many_cells() -> None:
    with pytest.raises(Unreadable, match="too_many_cells"):
        read("a.csv", b"1;2;3\n" * 10, LIMITS._replace(cells=29))
    with pytest.raises(Unreadable, match="too_many_cells"):
        read("a.xlsx", xlsx(rows(FILLED)), LIMITS._replace(cells=3))


def test_cells_are_counted_over_all_sheets() -> None:
    with pytest.raises(Unreadable) as refusal:
        read("a.xlsx", xlsx(rows(FILLED), rows(FILLED)), LIMITS._replace(cells=7))
    assert refusal.value.details == {"sheet": "S2", "limit": 7}


def test_too_many_rows_in_text() -> None:
    with pytest.raises(Unreadable) as refusal:
        read("a.csv", b"1;2\n" * 11, LIMITS._replace(rows=10))
    assert refusal.value.details == {"sheet": "a", "cell": "B11", "limit": 10}
