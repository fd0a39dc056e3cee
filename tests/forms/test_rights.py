"""Every form × every viewer: only managers of the municipality, and only from a page of this session."""

from __future__ import annotations

import re

import pytest

from monitoring.forms.form import Form
from monitoring.forms.registration import FORMS
from tests.browsing import PUBLIC, Site
from tests.forms.sending import send
from tests.seed import CITY, DRAFT, ROLES

VARIABLES = {"code": "KL-1", "number": "1", "name": "verkehr-minus-40", "batch": "unbekannt"}
FORM = pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.tail} {form.act}")


def tail_of(form: Form) -> str:
    return re.sub(r"<(\w+)>", lambda match: VARIABLES[match.group(1)], form.tail)


@FORM
def test_without_the_token_of_the_session_nothing_is_taken(site: Site, form: Form) -> None:
    for token in ("", "geraten"):
        answer = send(site, tail_of(form), data={"act": form.act, "csrf_token": token})
        assert answer.status_code == 400


@FORM
@pytest.mark.parametrize("viewer", [name for name in ROLES if name != "manager"])
def test_others_than_the_manager_are_refused(site: Site, form: Form, viewer: str) -> None:
    assert send(site, tail_of(form), viewer, {"act": form.act}).status_code == 403


@FORM
def test_the_public_is_refused(site: Site, form: Form) -> None:
    assert send(site, tail_of(form), PUBLIC, {"act": form.act}).status_code == 400


@FORM
@pytest.mark.parametrize("slug", [DRAFT, "gibt-es-nicht"])
def test_a_manager_is_refused_in_other_municipalities(site: Site, form: Form, slug: str) -> None:
    assert send(site, tail_of(form), data={"act": form.act}, slug=slug).status_code == 403


def test_english_pages_take_forms_too(site: Site) -> None:
    answer = site.client("manager").post(f"/en/intern/{CITY}/veroeffentlichen", data={"act": "share"})
    assert answer.status_code == 400
    assert 'lang="en"' in answer.get_data(as_text=True)


def test_an_unknown_act_is_refused(site: Site) -> None:
    assert send(site, "/veroeffentlichen", data={"act": "verschenken"}).status_code == 400
