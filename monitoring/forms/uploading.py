"""Uploading: several files at once, kept as they came and then checked."""

from __future__ import annotations

from flask import request

from monitoring.domain.access import Act
from monitoring.forms.form import Form
from monitoring.forms.sent import Sent
from monitoring.services.importing import File, upload

LARGEST_MB = 100
"""All files of one upload together; the limit of a single file is the reader's."""


def upload_files(sent: Sent) -> str:
    """Keep the files and go to what was found in them."""
    chosen = [each for each in request.files.getlist("files") if each.filename]
    files = [File(_plain_name(each.filename or ""), each.read()) for each in chosen]
    batch = upload(sent.visit, sent.slug, files)
    return sent.address.to(f"/daten/pruefung/{batch}")


def _plain_name(name: str) -> str:
    """The name without folders and control characters, which some browsers and all attackers send."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(each for each in last if each.isprintable())[:200] or "Datei"


FORMS = (Form("/daten", Act.IMPORT, upload_files, largest_mb=LARGEST_MB, belongs_to={"no_file": "files"}),)
