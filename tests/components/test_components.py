"""The components: whole, tied together for screen readers, and equal in both ways of showing them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from dash import html

from monitoring.charts.emissions import emissions_figure, emissions_table
from monitoring.components.address import Address
from monitoring.components.badge import badge, member_badge
from monitoring.components.changes import before_and_after, change_counts
from monitoring.components.chart_with_table import chart_with_table
from monitoring.components.copy_text import copy_text
from monitoring.components.document import document
from monitoring.components.findings import ShownFinding, finding_groups
from monitoring.components.form import button, checkbox, choices, error_summary, field, form
from monitoring.components.frame import Edition, Place, frame
from monitoring.components.html import to_html
from monitoring.components.link import Link
from monitoring.components.native import Input
from monitoring.components.notice import notice
from monitoring.components.progress_bar import progress_bars
from monitoring.components.table import data_table
from monitoring.components.tile import tile, tiles
from monitoring.components.upload import upload_form
from monitoring.domain.changes import ChangeType
from monitoring.domain.finding import error, warning
from monitoring.domain.measure import MeasureStatus
from monitoring.texts.words import words
from tests.charts.examples import CITY

DE = words("de")


def test_every_status_has_a_badge_with_icon_and_word() -> None:
    for status in MeasureStatus:
        markup = to_html(member_badge(status, DE))
        assert "icon-" in markup
        assert DE.label(status) in markup


def test_the_frame_has_landmarks_and_only_what_it_was_given() -> None:
    place = Place(
        municipality=Link("Auenfeld", "/kommune/auenfeld"), navigation=[Link("Bilanz", "/b", current=True)]
    )
    markup = to_html(frame(html.H1("x"), place, DE))
    assert '<main id="inhalt"' in markup
    assert 'href="#inhalt"' in markup
    assert '<a aria-current="page" href="/b">Bilanz</a>' in markup
    assert "breadcrumbs" not in markup
    assert "sample-banner" not in markup


@pytest.mark.parametrize("paper", ["0287/2025", "Vorlage 0287/2025", "Beschlussvorlage: 0287/2025"])
def test_a_print_names_its_paper_once(paper: str) -> None:
    markup = to_html(frame("x", Place(), DE, Edition(date(2025, 6, 2), publication=1, paper=paper)))
    assert "Anlage zur Vorlage 0287/2025, Fassung 1" in markup


def test_a_print_says_which_edition_it_is() -> None:
    edition = Edition(date(2026, 3, 1), publication=3, paper="2026/017")
    markup = to_html(frame("x", Place(is_sample=True), DE, edition))
    assert "2026/017" in markup
    assert "01.03.2026" in markup
    assert DE("component.frame.sample") in markup


def test_a_document_is_complete_and_without_script() -> None:
    page = document("A & B", html.P("x"), lang="en", description='"d"', prefix="/klima/")
    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert "<title>A &amp; B</title>" in page
    assert "<script" not in page
    assert len(re.findall(r'href="/klima/assets/\w+\.css\?m=[0-9a-f]{12}"', page)) == 1


def test_a_chart_has_message_table_and_source() -> None:
    chart = chart_with_table(
        emissions_figure(CITY, DE),
        emissions_table(CITY, DE),
        "Gesunken.",
        name="emissionen",
        words=DE,
        source=html.P("Stand: 01.05.2022"),
    )
    markup = to_html(chart)
    assert markup.index("Gesunken.") < markup.index("<svg") < markup.index("<table")
    assert "01.05.2022" in markup
    assert '<th class="number" scope="row">' not in markup


@pytest.mark.parametrize(
    ("address", "pressed"),
    [
        (Address(), "false"),
        (Address(in_dash=True), "true"),
        (Address(is_office=True), None),
        (Address(is_embedded=True), None),
    ],
)
def test_readers_of_public_pages_switch_a_chart(address: Address, pressed: str | None) -> None:
    figure, table = emissions_figure(CITY, DE), emissions_table(CITY, DE)
    markup = to_html(chart_with_table(figure, table, "x", name="c", words=DE, address=address))
    assert re.findall(r'aria-pressed="(\w+)"', markup) == ([pressed] if pressed else [])


def test_the_interactive_chart_is_the_same_drawing_without_a_script() -> None:
    figure, table = emissions_figure(CITY, DE), emissions_table(CITY, DE)
    still, moving = (
        to_html(chart_with_table(figure, table, "x", name="c", words=DE, address=Address(is_office=each)))
        for each in (False, True)
    )
    assert "<svg" in moving
    assert still.count("<rect") == moving.count("<rect")


def test_a_table_says_when_it_is_empty() -> None:
    assert DE("component.table.empty") in to_html(data_table(["a"], [], caption="c", words=DE))


def test_a_field_ties_label_hint_and_error() -> None:
    markup = to_html(field("Datum", Input(id="d", name="d"), words=DE, hint="h", error="e"))
    assert '<label for="d">' in markup
    assert 'aria-describedby="d-hint d-error"' in markup
    assert 'aria-invalid="true"' in markup
    assert DE("component.form.optional") in markup


def test_a_form_carries_its_token_and_a_get_form_none() -> None:
    posted = to_html(form([button("Los", name="a", value="b")], action="/x", token="t", multipart=True))
    assert 'enctype="multipart/form-data"' in posted
    assert 'value="t"' in posted
    assert "csrf_token" not in to_html(form([], action="/x", token=None, method="get"))


def test_choices_mark_the_given_answer() -> None:
    markup = to_html(choices("Frage", "q", [("a", "A"), ("b", "B")], words=DE, value="b"))
    assert "<legend>Frage</legend>" in markup
    assert 'checked id="q-1"' in markup
    assert "checked" not in to_html(checkbox("x", "y"))


def test_findings_stand_worst_first_with_the_users_own_value() -> None:
    found = [warning("w", sheet="Bilanz", cell="E5", value="<412>"), error("e", sheet="Bilanz", cell="D14")]
    shown = [ShownFinding(number, each, f"Satz {each.code}", "/x") for number, each in enumerate(found, 1)]
    markup = to_html(finding_groups(shown, DE))
    assert markup.index("Satz e") < markup.index("Satz w")
    assert "<code>&lt;412&gt;</code>" in markup
    assert DE("component.findings.empty_value") in markup


def test_changes_show_old_and_new() -> None:
    before, after = before_and_after("", "5", DE)
    assert DE("component.changes.nothing") in to_html(before)
    assert to_html(after) == "<ins>5</ins>"


def test_changes_are_counted_by_kind() -> None:
    assert ">12<" in to_html(change_counts({"balance": dict.fromkeys(ChangeType, 12)}, DE, caption="c"))


def test_bars_stop_at_their_ends_but_numbers_do_not() -> None:
    markup = to_html(progress_bars(-0.1, 1.4, DE))
    assert "inline-size:0.0%" in markup
    assert "inline-size:100.0%" in markup
    assert DE.percent(1.4) in markup


def test_small_components_are_drawn() -> None:
    markup = to_html(
        [
            tiles(
                [
                    tile(
                        "Emissionen",
                        "942.000",
                        unit="t",
                        detail="x",
                        badge=badge("gut", "good", "check"),
                        href="/b",
                    )
                ],
                "Kennzahlen",
            ),
            notice("n", title="t", tone="bad", role="alert"),
            copy_text("Text", name="v", label="l", words=DE),
            upload_form("Datei", action="/u", token="t", send="Senden", words=DE),
            error_summary([("d", "Datum fehlt")], DE),
        ]
    )
    assert 'href="#d"' in markup
    assert 'role="alert"' in markup
    assert "multiple" in markup
    assert error_summary([], DE) is None
