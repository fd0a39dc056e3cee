"""Uploading: several files at once, kept as they came and then checked."""

from __future__ import annotations

from collections.abc import Sequence

from flask import request

from monitoring.components.refused_files import NAME_SEPARATOR, REFUSED
from monitoring.domain.access import Act
from monitoring.forms.form import Form
from monitoring.forms.sent import Sent
from monitoring.services.importing import File, upload, uploaded

LARGEST_MB = 100
"""All files of one upload together; the limit of a single file is the reader's."""


def upload_files(sent: Sent) -> str:
    """Keep the files and go to what was found in them."""
    chosen = [each for each in request.files.getlist("files") if each.filename]
    files = [File(_plain_name(each.filename or ""), each.read()) for each in chosen]
    batch = upload(sent.visit, sent.slug, files)
    return sent.page(f"/daten/pruefung/{batch}", _refused_names(sent, batch, files))


def _refused_names(sent: Sent, batch: str, files: Sequence[File]) -> dict[str, str]:
    """The names of refused files, which are not kept, for the one page that tells about them."""
    kept = sorted(
        (each for each in uploaded(sent.visit, sent.slug) if each.batch == batch), key=lambda each: each.id
    )
    names = [file.name for file, each in zip(files, kept, strict=True) if each.refused_because]
    return {REFUSED: NAME_SEPARATOR.join(names)} if names else {}


def _plain_name(name: str) -> str:
    """The name without folders and control characters, which some browsers and all attackers send."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(each for each in last if each.isprintable())[:200] or "Datei"


FORMS = (Form("/daten", Act.IMPORT, upload_files, largest_mb=LARGEST_MB, belongs_to={"no_file": "files"}),)
