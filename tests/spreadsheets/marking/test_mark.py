"""Marking: colours, comments and the summary come to a workbook, and all else stays byte by byte."""

from __future__ import annotations

import io
import re
from typing import Any

import openpyxl
import pytest

from monitoring.spreadsheets.limits import LIMITS
from monitoring.spreadsheets.marking.mark import mark
from monitoring.spreadsheets.marking.marked_sheets import Aside
from monitoring.spreadsheets.marking.request import COLOURS, SIGN, Mark, Request, Summary, SummaryCell
from monitoring.spreadsheets.reading import read
from tests.spreadsheets.archives import FILLED, archive, rows, xlsx
from tests.spreadsheets.marking.rich_workbook import SHEET, parts, rich_workbook, with_parts

SUMMARY = Summary(
    "Prüfergebnis",
    [
        [SummaryCell(SIGN, "small")],
        [SummaryCell("=1+1"), SummaryCell(3), SummaryCell("B3", "link", (SHEET, "B3"))],
    ],
    [20, 10, 10],
    1,
    {each.value: f"aside {each.value}" for each in Aside},
)
MARKS = {
    SHEET: [
        Mark(3, 2, "error", "Fehler: keine Zahl <&>"),
        Mark(1, 1, "notice", "Hinweis: Ü"),
        Mark(9, 5, "question", "Frage"),
        Mark(2, 1, "warning", None),
    ]
}
OURS = {
    "xl/worksheets/zielpfad.xml",
    "[Content_Types].xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/comments/comment1.xml",
    "xl/drawings/commentsDrawing1.vml",
}
"""Parts that are ours, or that list parts and so must name ours."""
WITHIN_SHEETS = re.compile(
    rb'<conditionalFormatting sqref="[A-Z0-9 ]+"><cfRule type="expression" dxfId="\d+" priority="\d+">'
    rb"<formula>LEN\(&quot;Zielpfad-Check&quot;\)&gt;0</formula></cfRule></conditionalFormatting>"
    rb'|<conditionalFormatting sqref="[A-Z0-9 ]+"><cfRule type="expression" dxfId="\d+" priority="\d+">'
    rb'<formula>LEN\("Zielpfad-Check"\)&gt;0</formula></cfRule></conditionalFormatting>'
)


def marked(content: bytes, marks: dict[str, list[Mark]] = MARKS, **about: Any) -> bytes:
    """The marked workbook."""
    found = mark(content, Request(marks, SUMMARY._replace(**about)))
    assert found is not None
    return found


def bare() -> bytes:
    """A workbook without styles."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}"/></Types>'
    )
    return with_parts(xlsx(rows(FILLED)), {"[Content_Types].xml": types.encode()})


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def _as_before(xml: bytes) -> bytes:
    """A sheet without what marking adds to it: our rules, which count first, and which tab is chosen."""
    plain = WITHIN_SHEETS.sub(b"", xml)
    ours = len(WITHIN_SHEETS.findall(xml))
    plain = re.sub(rb'priority="(\d+)"', lambda found: b'priority="%d"' % (int(found[1]) - ours), plain)
    return plain.replace(b'tabSelected="0"', b'tabSelected="1"')


def test_every_part_that_is_not_ours_stays_byte_by_byte() -> None:
    rich = rich_workbook()
    before, after = parts(rich), parts(marked(rich))
    assert before.keys() <= after.keys()
    changed = {name for name in after if before.get(name) != after[name]}
    sheets = {name for name in changed if "sheets/sheet" in name}
    assert changed - sheets <= OURS
    assert {name: _as_before(after[name]) for name in sheets} == {name: before[name] for name in sheets}


def test_styles_and_relations_are_only_added_to() -> None:
    before, after = parts(rich_workbook()), parts(marked(rich_workbook()))
    for group in ("numFmts", "fonts", "fills", "borders", "cellXfs", "cellStyles", "dxfs"):
        pattern = re.compile(rb"<%s[ >].*?(?=</%s>)" % (group.encode(), group.encode()), re.DOTALL)
        old, new = pattern.search(before["xl/styles.xml"]), pattern.search(after["xl/styles.xml"])
        if old and new:
            assert re.sub(rb'count="\d+"', b"", new[0]).startswith(re.sub(rb'count="\d+"', b"", old[0]))
    for name in ("[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
        assert after[name].startswith(before[name][: before[name].rindex(b"</")])


def test_cells_are_coloured_by_rules_and_keep_their_own_fill() -> None:
    before, after = opened(rich_workbook()), opened(marked(rich_workbook()))
    sheet = after[SHEET]
    rules = {
        str(each.sqref): (each.rules[0].dxf.fill.bgColor.rgb, each.rules[0].priority)
        for each in sheet.conditional_formatting
    }
    assert rules == {
        "B3": (COLOURS["error"], 1),
        "A2": (COLOURS["warning"], 2),
        "A1": (COLOURS["notice"], 3),
        "E9": (COLOURS["question"], 4),
        "B2:B9": ("FFFF0000", 5),
    }
    for row in before[SHEET].iter_rows():
        for cell in row:
            same = sheet[cell.coordinate]
            assert (same.value, same.number_format) == (cell.value, cell.number_format)
            for look in ("font", "fill", "alignment", "border"):
                assert repr(getattr(same, look)) == repr(getattr(cell, look))
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["B"].width == 41.5


def test_comments_are_added_and_appended() -> None:
    sheet = opened(marked(rich_workbook()))[SHEET]
    assert sheet["B3"].comment.text == f"{SIGN}\nFehler: keine Zahl <&>"
    assert sheet["A1"].comment.text == f"Meine Notiz\n\n{SIGN}\nHinweis: Ü"
    assert sheet["A1"].comment.author == "Amt"
    assert sheet["C1"].comment.text == "Noch eine"
    assert sheet["E9"].comment.text == f"{SIGN}\nFrage"
    assert sheet["A2"].comment is None


def test_every_comment_has_one_box() -> None:
    drawing = parts(marked(rich_workbook()))["xl/drawings/commentsDrawing1.vml"]
    cells = re.findall(rb"Row>(\d+)</\w+:Row><\w+:Column>(\d+)<", drawing)
    assert sorted(cells) == [(b"0", b"0"), (b"0", b"2"), (b"2", b"1"), (b"8", b"4")]
    numbers = re.findall(rb'id="(_x0000_s\d+)"', drawing)
    assert len(numbers) == len(set(numbers)) == 4


def test_the_summary_stands_in_front_and_is_the_only_sheet_chosen() -> None:
    book = opened(marked(rich_workbook()))
    assert book.sheetnames == ["Prüfergebnis", SHEET, "Ziele", "Versteckt", "Diagramm"]
    assert book.active.title == "Prüfergebnis"
    chosen = {
        name: part for name, part in parts(marked(rich_workbook())).items() if b'tabSelected="1"' in part
    }
    assert set(chosen) == {"xl/worksheets/zielpfad.xml"}
    summary = book["Prüfergebnis"]
    assert (summary["A2"].value, summary["A2"].data_type, summary["B2"].value) == ("=1+1", "s", 3)
    assert summary["A2"].quotePrefix
    assert summary["C2"].hyperlink.location == "'Bilanz & Co''s'!B3"


def test_names_that_belong_to_one_sheet_still_belong_to_it() -> None:
    book = opened(marked(rich_workbook()))
    assert list(book["Ziele"].defined_names) == ["Bereich"]
    assert book["Ziele"].print_title_rows == "$1:$1"


def test_marking_again_takes_the_earlier_marks_away() -> None:
    once = marked(rich_workbook())
    again = {"Ziele": [Mark(1, 1, "error", "neu")]}
    twice = marked(once, again, replaces="Prüfergebnis")
    book, before = opened(twice), parts(rich_workbook())
    assert book.sheetnames == ["Prüfergebnis", SHEET, "Ziele", "Versteckt", "Diagramm"]
    comments = {
        cell.coordinate: cell.comment.text for row in book[SHEET].iter_rows() for cell in row if cell.comment
    }
    assert comments == {"A1": "Meine Notiz", "C1": "Noch eine"}
    assert [str(each.sqref) for each in book[SHEET].conditional_formatting] == ["B2:B9"]
    assert book["Ziele"]["A1"].comment.text == f"{SIGN}\nneu"
    drawing = parts(twice)["xl/drawings/commentsDrawing1.vml"]
    assert drawing == before["xl/drawings/commentsDrawing1.vml"]


def test_what_only_shows_while_marking_is_said() -> None:
    rich = rich_workbook()
    conversation = b'<ThreadedComments xmlns="x"><threadedComment ref="B3" id="1"/></ThreadedComments>'
    relations = parts(rich)["xl/worksheets/_rels/sheet1.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="t" Target="../threadedComments/threadedComment1.xml" '
        b'Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"/></Relationships>',
    )
    added = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations,
        "xl/threadedComments/threadedComment1.xml": conversation,
        "_xmlsignatures/sig1.xml": b"<s/>",
    }
    book = opened(marked(with_parts(rich, added)))
    assert [book["Prüfergebnis"].cell(row, 1).value for row in (2, 3)] == [
        "aside conversations",
        "aside signature",
    ]
    assert book[SHEET]["B3"].comment is None
    assert book[SHEET]["A1"].comment.text.endswith("Hinweis: Ü")


def test_a_bare_workbook_gets_styles_and_comments_of_its_own() -> None:
    book = opened(marked(bare(), {"S1": [Mark(2, 2, "error", "nein")]}))
    assert book["S1"]["B2"].value == 1
    assert book["S1"]["B2"].comment.text == f"{SIGN}\nnein"


def test_prefixed_parts_stay_readable() -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<x:worksheet xmlns:x="{main}"><x:sheetData><x:row r="2"><x:c r="B2"><x:v>7</x:v></x:c></x:row>'
    changed = {"xl/worksheets/sheet1.xml": f"{sheet}</x:sheetData></x:worksheet>".encode()}
    book = opened(marked(with_parts(bare(), changed), {"S1": [Mark(2, 2, "error", "nein")]}))
    assert book["S1"]["B2"].value == 7
    assert [str(each.sqref) for each in book["S1"].conditional_formatting] == ["B2"]


def test_many_cells_are_coloured_in_several_rules_and_commented() -> None:
    many = [Mark(row, 1, "warning", f"Nr. {row}") for row in range(1, 2_501)]
    book = opened(marked(bare(), {"S1": many}))
    covered = [cell for each in book["S1"].conditional_formatting for cell in str(each.sqref).split()]
    assert covered == [f"A{row}" for row in range(1, 2_501)]
    assert book["S1"]["A2500"].comment.text == f"{SIGN}\nNr. 2500"


def test_a_marked_workbook_is_read_as_before() -> None:
    before, after = read("a.xlsx", rich_workbook()), read("a.xlsx", marked(rich_workbook()))
    assert after.sheets[1:] == before.sheets
    assert after.sheets[0].value(1, 1) == SIGN


@pytest.mark.parametrize(
    "content",
    [
        archive({"xl/workbook.xml": "<workbook/>"}),
        xlsx("<nothing/>"),
        xlsx(rows(FILLED), head='<?xml version="1.0" encoding="iso-8859-1"?>'),
        xlsx(rows(FILLED), head='<!DOCTYPE x [<!ENTITY a "aaaa">]>'),
        archive({"content.xml": "<x/>"}),
        b"PK\x03\x04 and nothing more",
    ],
)
def test_what_is_not_built_as_a_workbook_is_left_alone(content: bytes) -> None:
    assert mark(content, Request({"S1": [Mark(1, 1, "error", "x")]}, SUMMARY)) is None


def test_a_file_too_large_when_marked_is_not_handed_back() -> None:
    limits = LIMITS._replace(answer_megabytes=0)
    assert mark(xlsx(rows(FILLED)), Request({}, SUMMARY), limits) is None
