"""Importing for all: the file is kept once, with the region, and every municipality leads back to it."""

from __future__ import annotations

import pytest

from monitoring.domain.access import Role
from monitoring.domain.errors import NotAllowed, NotFound
from monitoring.services import erasing, history
from monitoring.services.importing import Options
from monitoring.services.importing_all import ImportedAll, import_all
from monitoring.services.overview import overview
from tests.services.stage import OWN, Stage, csv

TABLE = csv(
    "Gemeinde;Jahr;Sektor;Emissionen [t];Quelle\nAldorf;2020;HH;10;Amt\nBedorf;2020;HH;20;Amt", "kreis.csv"
)


def _imported(stage: Stage) -> ImportedAll:
    return import_all(stage.administrator(), [TABLE], Options(note="Bilanz 2020"))


def test_every_municipality_can_download_the_original(stage: Stage) -> None:
    _imported(stage)
    for slug in ("aldorf", "bedorf", "kreis"):
        visit = stage.visit(slug=slug)
        (upload,) = history.history(visit, slug).uploads
        assert (upload.file_name, upload.revision) == ("kreis.csv", 1)
        assert history.original(visit, slug, upload.id).content == TABLE.content


def test_the_file_is_kept_once(stage: Stage) -> None:
    _imported(stage)
    with stage.database.reading() as connection:
        kept = connection.exec_driver_sql("SELECT count(*), count(content) FROM uploads").one()
    assert tuple(kept) == (3, 1)


def test_every_value_leads_back_to_its_own_cell(stage: Stage) -> None:
    _imported(stage)
    seen = overview(stage.visit(slug="bedorf"), "bedorf")
    (known,) = seen.stored["balance"].values()
    origin = known.provenance["emissions_t"]
    assert (seen.files[origin.upload or 0].name, origin.sheet, origin.cell) == ("kreis.csv", "kreis", "D3")


def test_each_history_says_who_and_why(stage: Stage) -> None:
    _imported(stage)
    for slug in ("aldorf", "kreis"):
        (revision,) = history.history(stage.visit(slug=slug), slug).revisions
        assert (revision.made_by, revision.act, revision.note) == ("admin", "import", "Bilanz 2020")


def test_a_text_erased_in_one_municipality_is_gone_from_the_file_of_all(stage: Stage) -> None:
    _imported(stage)
    erasing.erase_text(stage.visit(slug="aldorf"), "aldorf", "Aldorf", "Recht auf Löschung")
    for slug in ("aldorf", "bedorf", "kreis"):
        visit = stage.visit(slug=slug)
        for upload in history.history(visit, slug).uploads:
            with pytest.raises(NotFound):
                history.original(visit, slug, upload.id)


def test_only_who_may_add_municipalities_imports_for_all(stage: Stage) -> None:
    with pytest.raises(NotAllowed):
        import_all(stage.visit(Role.MANAGER, OWN), [TABLE], Options())


def test_a_list_of_measures_is_taken_over_for_every_municipality(stage: Stage) -> None:
    """The same title in two towns is a measure of each."""
    lines = ["Titel;Gemeinde;Beschreibung;Umsetzungsstand", "Solar;Aldorf;Schulen;umgesetzt"]
    lines += ["Rad;Bedorf;Ring;nicht begonnen", "Solar;Bedorf;Rathaus;umgesetzt"]
    found = import_all(stage.administrator(), [csv("\n".join(lines), "kreis.csv")], Options())
    assert (found.is_fine, found.questions) == (True, ())
    stored = {
        slug: {
            each.measure.title: each.measure.description
            for each in overview(stage.visit(slug=slug), slug).measures
        }
        for slug in ("aldorf", "bedorf")
    }
    assert stored == {"aldorf": {"Solar": "Schulen"}, "bedorf": {"Rad": "Ring", "Solar": "Rathaus"}}
