"""Undoing: a new revision with the old values, or the reason why not."""

from __future__ import annotations

import re

from tests.browsing import Site
from tests.forms.sending import page, send
from tests.seed import CITY


def test_a_revision_is_undone_by_a_new_one(site: Site) -> None:
    answer = send(site, "/verlauf/3", data={"note": "War ein Entwurf"})
    assert answer.location.endswith("/verlauf/4?rueckgaengig=3")
    shown = page(site, f"/intern/{CITY}/verlauf/4")
    assert "Heizungstausch" in shown
    assert "War ein Entwurf" in shown
    assert site.seen(f"/intern/{CITY}/massnahmen/KL-9", "manager")[0] == 404 or "Heizungstausch" not in page(
        site, f"/intern/{CITY}/massnahmen"
    )


def test_what_changed_since_is_named_and_nothing_is_done(site: Site) -> None:
    data = {"title": "Anders", "programme": "K", "status": "idea"}
    assert send(site, "/massnahmen/KL-9/bearbeiten", data=data).status_code == 303
    answer = send(site, "/verlauf/3")
    assert answer.status_code == 409
    assert "Maßnahme KL-9" in answer.get_data(as_text=True)


def test_of_what_changed_since_the_page_asks_what_becomes_of_it(site: Site) -> None:
    send(site, "/massnahmen/KL-9/bearbeiten", data={"title": "Anders", "programme": "K", "status": "idea"})
    shown = page(site, f"/intern/{CITY}/verlauf/3")
    assert "Seither noch einmal geändert (1)" in shown
    (name,) = set(re.findall(r"entscheidung:\w{16}", shown))
    kept = send(site, "/verlauf/3", data={name: "keep", "based_on": "4"})
    assert kept.status_code == 422
    assert "Alles ist schon wieder so" in kept.get_data(as_text=True)
    done = send(site, "/verlauf/3", data={name: "restore", "based_on": "4"})
    assert done.location.endswith("/verlauf/5?rueckgaengig=3")
    assert "Alles ist schon wieder so" in page(site, f"/intern/{CITY}/verlauf/3")


def test_what_changed_while_it_was_decided_is_asked_again(site: Site) -> None:
    for title in ("Anders", "Wieder anders"):
        send(site, "/massnahmen/KL-9/bearbeiten", data={"title": title, "programme": "K", "status": "idea"})
    (name,) = set(re.findall(r"entscheidung:\w{16}", page(site, f"/intern/{CITY}/verlauf/3")))
    answer = send(site, "/verlauf/3", data={name: "restore", "based_on": "4"})
    assert answer.status_code == 409
    assert "Wieder anders" in answer.get_data(as_text=True)


def test_a_revision_that_is_none_is_not_found(site: Site) -> None:
    for number in ("99", "0", "eins", "1" * 12):
        assert send(site, f"/verlauf/{number}").status_code == 404
