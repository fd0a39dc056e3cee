"""Workbooks made by hand, byte by byte, so that tests can hold what no spreadsheet program would write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from types import MappingProxyType

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OPEN_DOCUMENT = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
    }.items()
)
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
RELATED = f"{PACKAGE}/relationships"
# A row with one number, and a table with one row of cells still to be written in.
FILLED = '<row r="2"><c r="B2"><v>1</v></c></row>'
TABLE = '<table:table table:name="T"><table:table-row>{}</table:table-row></table:table>'
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def archive(members: Mapping[str, str | bytes]) -> bytes:
    """A zip archive with these members, in this order."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as members_of:
        for name, text in members.items():
            members_of.writestr(name, text)
    return content.getvalue()


def xlsx(
    *sheets: str,
    styles: str = "",
    head: str = "<?xml version='1.0'?>",
    more: Mapping[str, str | bytes] = MappingProxyType({}),
) -> bytes:
    """A workbook of sheets „S1“, „S2“ … with this XML inside `<worksheet>`; `more` are members of xl/."""
    names = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(1, len(sheets) + 1))
    targets = "".join(
        f'<Relationship Id="r{n}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{RELATED}"><Relationship Id="r1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{RELATIONS}"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATED}">{targets}</Relationships>',
    }
    if styles:
        members["xl/styles.xml"] = f"<styleSheet {MAIN}>{styles}</styleSheet>"
    for number, sheet in enumerate(sheets, start=1):
        members[f"xl/worksheets/sheet{number}.xml"] = f"{head}<worksheet {MAIN}>{sheet}</worksheet>"
    return archive(members | {f"xl/{name}": text for name, text in more.items()})


def rows(xml: str, claim: str = "") -> str:
    """The XML of a sheet from that of its rows, with an optional claim of its extent ("A1:B2")."""
    dimension = f'<dimension ref="{claim}"/>' if claim else ""
    return f"{dimension}<sheetData>{xml}</sheetData>"


def ods(tables: str, styles: str = "") -> bytes:
    """An .ods with the given tables, and the styles of their cells."""
    content = (
        f"<office:document-content {OPEN_DOCUMENT}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>{tables}"
    )
    closing = "</office:spreadsheet></office:body></office:document-content>"
    manifest = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return archive(
        {"mimetype": ODS_TYPE, "content.xml": content + closing, "META-INF/manifest.xml": manifest}
    )


def compound_file(stream: str) -> bytes:
    """The beginning of an old Office file (OLE) that names a stream."""
    return COMPOUND_FILE + b"\x00" * 512 + stream.encode("utf-16-le") + b"\x00" * 512
