"""Uploading: several files are one batch, what cannot be read is said, too much is refused in words."""

from __future__ import annotations

from io import BytesIO

import pytest

from monitoring.forms import registration, uploading
from tests.browsing import Site
from tests.forms.sending import page, send_files, workbook
from tests.seed import CITY
from tests.services.stage import BALANCE, MEASURES


def test_several_files_become_one_batch(site: Site) -> None:
    files = {"a.xlsx": workbook({"Bilanz": BALANCE}), "b.xlsx": workbook({"Maßnahmen": MEASURES})}
    answer = send_files(site, files)
    assert answer.status_code == 303
    shown = page(site, answer.location)
    assert "a.xlsx" in shown
    assert "b.xlsx" in shown


def test_a_script_is_told_where_to_go(site: Site) -> None:
    client = site.client("manager")
    files = [(BytesIO(b"Jahr;Einwohner\n2020;5"), "e.csv")]
    data = {"csrf_token": site.token("manager"), "files": files}
    headers = {"Accept": "application/json, text/html;q=0.9"}
    answer = client.post(f"/intern/{CITY}/daten", data=data, headers=headers)
    assert answer.status_code == 200
    assert answer.get_json()["location"].startswith(f"/intern/{CITY}/daten/pruefung/")


def test_a_refused_file_is_named_once_and_kept_without_its_name(site: Site) -> None:
    answer = send_files(site, {"../../bild.pdf": b"%PDF-1.4"})
    assert answer.location.endswith("?abgelehnt=bild.pdf")
    assert "ein PDF" in page(site, f"/intern/{CITY}/daten")
    assert "bild.pdf" not in page(site, f"/intern/{CITY}/daten")


def test_without_a_file_the_page_says_so(site: Site) -> None:
    answer = send_files(site, {})
    assert answer.status_code == 422
    assert "Es wurde keine Datei gewählt" in answer.get_data(as_text=True)


@pytest.fixture
def _small_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred „megabytes“ of 50 bytes, so that too much is quickly made."""
    monkeypatch.setattr(registration, "_MEGABYTE", 50)


@pytest.mark.usefixtures("_small_limit")
def test_too_much_is_refused_in_words(site: Site) -> None:
    answer = send_files(site, {"gross.csv": b"x" * 5_001})
    assert answer.status_code == 413
    assert "100 MB" in answer.get_data(as_text=True)


@pytest.mark.usefixtures("_small_limit")
def test_a_stranger_learns_nothing_from_sending_too_much(site: Site) -> None:
    answer = send_files(site, {"gross.csv": b"x" * 5_001}, "council")
    assert answer.status_code == 403


@pytest.mark.parametrize(
    ("sent", "kept"), [("C:\\Ablage\\bilanz.csv", "bilanz.csv"), ("a\n\x00b.csv", "ab.csv"), ("/", "Datei")]
)
def test_names_lose_folders_and_control_characters(sent: str, kept: str) -> None:
    assert uploading._plain_name(sent) == kept
