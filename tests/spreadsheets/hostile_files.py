"""Files that somebody made to do harm, or a program by mistake: made anew for each test, none is stored."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

from tests.spreadsheets.archives import (
    FILLED,
    MAIN,
    RELATED,
    RELATIONS,
    TABLE,
    archive,
    ods,
    rows,
    xlsx,
)

ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>'
EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
MILLION = "1048576"


def cell(address: str, text: str) -> str:
    """A cell with a text."""
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


BALANCE = (
    f'<row r="1">{cell("A1", "Jahr")}{cell("B1", "Sektor")}{cell("C1", "THG-Emissionen [t CO2e]")}</row>'
    f'<row r="2"><c r="A2"><v>2019</v></c>{cell("B2", "HH")}<c r="C2"><v>5</v></c></row>'
)
"""The rows of a balance with one value."""


def related(target: str, kind: str = "worksheet", **more: str) -> bytes:
    """A workbook whose one sheet is related to something else than a sheet."""
    attributes = "".join(f' {name}="{value}"' for name, value in more.items())
    relation = f'<Relationship Id="r1" Type="{RELATIONS}/{kind}" Target="{target}"{attributes}/>'
    return _with(xlsx(rows(BALANCE)), {"xl/_rels/workbook.xml.rels": _relations(relation)})


def _relations(relation: str) -> str:
    return f'<Relationships xmlns="{RELATED}">{relation}</Relationships>'


def _with(content: bytes, changed: dict[str, str]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    return archive({**parts, **changed})


def one_sheet_listed(times: int) -> bytes:
    """A workbook that lists its one sheet many times."""
    names = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r1"/>' for n in range(1, times + 1))
    workbook = f'<workbook {MAIN} xmlns:r="{RELATIONS}"><sheets>{names}</sheets></workbook>'
    return _with(xlsx(rows(BALANCE)), {"xl/workbook.xml": workbook})


def one_text_everywhere(times: int, text: str) -> bytes:
    """A small file whose one long text stands in many cells."""
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, times + 1))
    strings = f"<sst {MAIN}><si><t>{text}</t></si></sst>"
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(
            [("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")], start=1
        )
    )
    changed = {"xl/sharedStrings.xml": strings, "xl/_rels/workbook.xml.rels": _relations(relations)}
    return _with(xlsx(rows(cells)), changed)


def lying_about_size(content: bytes, name: str, size: int) -> bytes:
    """The archive with another size of a member in both places that tell it."""
    changed = bytearray(content)
    with zipfile.ZipFile(io.BytesIO(content)) as members:
        local = members.getinfo(name).header_offset
        directory = members.start_dir
    changed[local + 22 : local + 26] = struct.pack("<I", size)
    listed = content.rindex(name.encode(), directory) - 46
    changed[listed + 24 : listed + 28] = struct.pack("<I", size)
    return bytes(changed)


def _merged(*ranges: str) -> str:
    listed = "".join(f'<mergeCell ref="{each}"/>' for each in ranges)
    return f"<mergeCells>{listed}</mergeCells>"


Make = Callable[[], bytes]
REFUSED: dict[str, tuple[Make, set[str]]] = {
    "unpacks_to_430_megabytes.xlsx": (
        lambda: lying_about_size(xlsx(rows(BALANCE)), "xl/worksheets/sheet1.xml", 430_000_000),
        {"zip_bomb"},
    ),
    "lies_about_its_size.xlsx": (
        lambda: lying_about_size(xlsx(rows(BALANCE) + " " * 60_000_000), "xl/worksheets/sheet1.xml", 1000),
        {"broken"},
    ),
    "ten_thousand_sheets.xlsx": (lambda: xlsx(*[rows(FILLED)] * 10_000), {"zip_bomb"}),
    "one_sheet_ten_thousand_times.xlsx": (lambda: one_sheet_listed(10_000), {"too_many_sheets"}),
    "entities_in_styles.xlsx": (
        lambda: xlsx(rows(BALANCE), more={"styles.xml": ENTITIES}),
        {"forbidden_xml"},
    ),
    "external_entity_in_texts.xlsx": (
        lambda: xlsx(rows(BALANCE), more={"sharedStrings.xml": EXTERNAL}),
        {"forbidden_xml"},
    ),
    "entities_in_relations.xlsx": (
        lambda: xlsx(rows(BALANCE), more={"_rels/sheet1.xml.rels": ENTITIES}),
        {"forbidden_xml"},
    ),
    "entities.ods": (lambda: archive({"content.xml": f"{ENTITIES}<a/>"}), {"forbidden_xml"}),
    "one_text_everywhere.xlsx": (lambda: one_text_everywhere(30_000, "x" * 30_000), {"out_of_memory"}),
    "claims_four_billion_texts.xlsx": (
        lambda: xlsx(
            rows(BALANCE),
            more={"sharedStrings.xml": f'<sst {MAIN} uniqueCount="4294967295"><si><t>x</t></si></sst>'},
        ),
        {"out_of_memory"},
    ),
    "points_outside.xlsx": (lambda: related("../../../../etc/passwd"), {"broken"}),
    "points_to_the_network.xlsx": (
        lambda: related("http://192.0.2.1/sheet.xml", TargetMode="External"),
        {"broken"},
    ),
    "points_to_itself.xlsx": (lambda: related("workbook.xml"), {"broken", "empty"}),
    "points_nowhere.xlsx": (lambda: related("worksheets/gone.xml"), {"broken"}),
    "nul_bytes.csv": (lambda: b"Jahr;Sektor;THG\n2019;HH\x00;5\n", {"not_a_spreadsheet"}),
    "nul_in_a_cell.xlsx": (lambda: xlsx(rows(f'<row r="1">{cell("A1", "a&#0;b")}</row>')), {"broken"}),
    "100000_characters.xlsx": (
        lambda: xlsx(rows(f'<row r="1">{cell("A1", "x" * 100_000)}</row>')),
        {"cell_too_long"},
    ),
    "a_million_rows.ods": (
        lambda: ods(
            TABLE.format(
                f'</table:table-row><table:table-row table:number-rows-repeated="{MILLION}">'
                '<table:table-cell office:value-type="float" office:value="1"/>'
            )
        ),
        {"too_many_rows"},
    ),
}
"""How to make files, and the reasons for which each may be refused."""

CIRCLE = f'<row r="3"><c r="A3"><v>2020</v></c>{cell("B3", "HH")}<c r="C3"><f>C3+C2</f>{{}}</c></row>'
"""A row whose value is computed from itself."""

UNDERSTOOD: dict[str, Make] = {
    "claims_all_cells.xlsx": lambda: xlsx(rows(BALANCE, claim=f"A1:XFD{MILLION}")),
    "merges_all_cells.xlsx": lambda: xlsx(rows(BALANCE) + _merged(f"A4:XFD{MILLION}")),
    "merges_very_often.xlsx": lambda: xlsx(
        rows(BALANCE) + _merged(*[f"A{n}:B{n}" for n in range(4, 100_000)])
    ),
    "hides_all_columns.xlsx": lambda: xlsx(
        '<cols><col min="9" max="4294967295" hidden="1"/></cols>' + rows(BALANCE)
    ),
    "is_nested_deeply.xlsx": lambda: xlsx(rows(BALANCE) + "<a>" * 100_000 + "</a>" * 100_000),
    "has_a_long_attribute.xlsx": lambda: xlsx(rows(BALANCE) + '<a b="%s"/>' % ("x" * 10_000_000)),
    "computes_in_a_circle.xlsx": lambda: xlsx(rows(BALANCE + CIRCLE.format("<v>7</v>"))),
}
"""How to make odd files that are read with their numbers intact."""
