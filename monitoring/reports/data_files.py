"""Data sets as files: CSV, JSON, and all of it as one archive with what must be known of it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from monitoring.domain.data_set import DataSet, Plain
from monitoring.domain.open_data import LICENCE_PAGES
from monitoring.reports.csv_text import cell, csv_text
from monitoring.reports.dictionary import DESCRIBING
from monitoring.services.data_sets import Opened
from monitoring.texts.data_sets import about, citation
from monitoring.texts.words import Words

READ_ME = "README.txt"
"""What the archive holds besides data and their description."""


def csv_file(data_set: DataSet, rows: Iterable[dict[str, Plain]]) -> bytes:
    """The rows as CSV; a cell is empty where nothing is stated."""
    head = [field.name for field in data_set.fields]
    return csv_text(head, ([cell(each) for each in row.values()] for row in rows))


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


def read_me(found: Opened, words: Words) -> bytes:
    """What whoever unpacks the archive reads first: whose data, how to cite them, how to read the files."""
    name, publication = found.overview.municipality.name, found.publication
    told = [
        words("data_set.title", municipality=name),
        words("data_set.description", municipality=name, number=publication.number, date=publication.day),
        citation(found.provider, publication, found.decision.licence, words),
        words("data_set.form"),
        words("data_set.missing"),
        "\n".join([f"{words('data_set.files')}:", *_listed(found, words)]),
    ]
    return ("\n\n".join(told) + "\n").encode()


def _listed(found: Opened, words: Words) -> list[str]:
    sets = [f"{each.kind}.csv: {about(each.kind, words)}" for each in found.sets]
    return [*sets, *(f"{each.file}: {words(f'data_set.about.{each.name}')}" for each in DESCRIBING)]


def archive(found: Opened, files: dict[str, bytes]) -> bytes:
    """Files as one ZIP, the same bytes for the same publication."""
    at = found.publication.published_at
    made = (at.year, at.month, at.day, at.hour, at.minute, at.second)
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, each in files.items():
            packed.writestr(_entry(name, made), each, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def _entry(name: str, made: tuple[int, int, int, int, int, int]) -> zipfile.ZipInfo:
    """A place in the archive for a file that everybody may read once it is unpacked."""
    entry = zipfile.ZipInfo(name, made)
    entry.external_attr = 0o644 << 16
    return entry
