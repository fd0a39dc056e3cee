"""Data sets as files: CSV after RFC 4180 and JSON, with the data dictionary and all of it as one archive."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from monitoring.domain.data_set import DataField, DataSet, Plain
from monitoring.domain.open_data import LICENCE_PAGES
from monitoring.services.data_sets import Opened
from monitoring.texts.data_sets import field_title, remarks, type_in_words
from monitoring.texts.words import LANGUAGES, Words
from monitoring.texts.words import words as words_in

DELIMITER, LINE_END = ",", "\r\n"
Links = Callable[[str], str]
"""The address of a file by its name."""


def csv_file(data_set: DataSet, rows: Iterable[dict[str, Plain]]) -> bytes:
    """The rows as UTF-8 with commas, a decimal point and a first line of names; empty where nothing is."""
    head = [field.name for field in data_set.fields]
    return _csv(head, ([_cell(each) for each in row.values()] for row in rows))


def _csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=DELIMITER, lineterminator=LINE_END)
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue().encode()


def _cell(value: Plain) -> str:
    """A value as a cell.

    >>> [_cell(each) for each in (None, True, 52300.0, 0.247, ["staff", "money"], "a")]
    ['', 'true', '52300', '0.247', '["staff", "money"]', 'a']
    """
    if value is None:
        return ""
    if isinstance(value, bool | list):
        return json.dumps(value)
    return repr(value).removesuffix(".0") if isinstance(value, float) else str(value)


def json_file(found: Opened, data_set: DataSet) -> bytes:
    """The rows as JSON, with what they are and under which licence they may be used."""
    publication, decision = found.publication, found.decision
    told = {
        "municipality": found.overview.municipality.slug,
        "data_set": data_set.kind,
        "publication": publication.number,
        "published_on": publication.day.isoformat(),
        "provider": found.provider,
        "licence": {"id": decision.licence.value, "url": LICENCE_PAGES[decision.licence]},
        "rows": data_set.rows(found.records(data_set.kind)),
    }
    return as_json(told)


def as_json(content: Any) -> bytes:
    """JSON that people can read too."""
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def dictionary(sets: Iterable[DataSet], words: Words) -> bytes:
    """Every field of the data sets with its names in all languages, type, unit and meaning, as CSV."""
    columns = (
        "data_set",
        "field",
        *(f"title_{code}" for code in LANGUAGES),
        "type",
        "unit",
        "key",
        "required",
    )
    rows = [_described(each.kind, field, words) for each in sets for field in each.fields]
    return _csv([*columns, "description"], rows)


def _described(kind: str, field: DataField, words: Words) -> list[str]:
    titles = [field_title(kind, field, words_in(code)) for code in LANGUAGES]
    marks = [_cell(field.is_key), _cell(field.is_required)]
    said = [type_in_words(field, words), field.unit or "", *marks, remarks(kind, field, words)]
    return [kind, field.name, *titles, *said]


def archive(found: Opened, files: dict[str, bytes]) -> bytes:
    """Files as one ZIP, the same bytes for the same publication."""
    made = found.publication.published_at.timetuple()[:6]
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, each in files.items():
            packed.writestr(zipfile.ZipInfo(name, made), each, zipfile.ZIP_DEFLATED)
    return content.getvalue()
