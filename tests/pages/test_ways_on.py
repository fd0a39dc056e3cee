"""Where readers are led who find nothing, or who look for something that is not for them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from monitoring.domain.access import Membership, Role, local_administrator, viewer_as
from monitoring.pages._surroundings import edition_of
from monitoring.services.accounts import add_account
from monitoring.services.municipalities import change_municipality
from monitoring.services.overview import overview
from tests.browsing import Site
from tests.seed import CITY, DRAFT, PASSWORD, VILLAGE, Seeded


def account(site: Site, name: str, *memberships: Membership) -> str:
    """An account of that name, besides those that are seeded."""
    add_account(Seeded(site.database).visit(local_administrator("test")), name, list(memberships), PASSWORD)
    return name


def said(site: Site, path: str, viewer: str = "public") -> tuple[int, str]:
    """Status and content of a served page."""
    answer = site.get(path, viewer)
    return answer.status_code, answer.get_data(as_text=True)


def test_a_granted_partner_sees_the_current_state_and_not_what_is_shared(site: Site) -> None:
    page = site.seen(f"/intern/{CITY}", "partner")[1]
    assert "Einsicht für Partner: Sie sehen den aktuellen Bearbeitungsstand" in page
    assert "Mit dem Rat geteilt" not in page
    assert "Mit dem Rat geteilt" in site.seen(f"/intern/{CITY}", "council")[1]


def test_outsiders_read_why_and_find_the_public_page(site: Site) -> None:
    account(site, "friend", Membership(Role.PARTNER, CITY))
    for viewer, text in (
        ("friend", "nur, solange das Klimaschutzmanagement Ihnen Einsicht gewährt"),
        ("operator", "Ihr Konto ist für den Betrieb da."),
        ("foreign", "Ihr Konto gehört nicht zu dieser Kommune."),
    ):
        status, page = said(site, f"/intern/{CITY}", viewer)
        assert (status, text in page, "Dafür fehlt" in page) == (403, True, False), viewer
        assert f'href="/kommune/{CITY}"' in page
    assert f'href="/kommune/{DRAFT}"' not in said(site, f"/intern/{DRAFT}", "operator")[1]
    assert "Dafür fehlt Ihrem Konto das Recht" in said(site, f"/intern/{CITY}/daten", "council")[1]


def test_the_council_reads_that_nothing_is_shared_yet(site: Site) -> None:
    account(site, "member", Membership(Role.COUNCIL, DRAFT))
    status, page = said(site, f"/intern/{DRAFT}", "member")
    assert (status, "noch nichts mit dem Rat geteilt" in page, 'href="/konto"' in page) == (404, True, True)
    page = said(site, "/konto", "member")[1]
    assert "Rat, Steinfeld: noch nichts geteilt" in page
    assert f"/{DRAFT}" not in page


def test_operators_read_what_they_do_where(site: Site) -> None:
    page = said(site, "/konto", "operator")[1]
    for command in ("municipality add", "municipality change", "user add", "user reset-password"):
        assert f"python -m monitoring {command}" in page
    assert "noch keine Kommune zugeordnet" not in page
    assert "python -m monitoring" not in said(site, "/konto", "manager")[1]


def test_the_account_page_offers_to_sign_in(site: Site) -> None:
    status, page = said(site, "/konto")
    assert (status, 'href="/anmelden?weiter=%2Fkonto"' in page) == (401, True)


@pytest.mark.parametrize("tail", ["massnahmen", "indikatoren"])
def test_pages_without_data_exist_in_the_office_alone(site: Site, tail: str) -> None:
    assert site.get(f"/kommune/{VILLAGE}/{tail}").status_code == 404
    assert site.seen(f"/intern/{VILLAGE}/{tail}", "village")[0] == 200
    assert site.get(f"/kommune/{CITY}/{tail}").status_code == 200


@pytest.mark.parametrize(
    ("tail", "public"),
    [("/massnahmen/KL-1", "/massnahmen/KL-1"), ("/massnahmen/WG-2", ""), ("/ziele", "/ziele"), ("", "")],
)
def test_the_public_page_linked_from_the_office_exists(site: Site, tail: str, public: str) -> None:
    page = site.seen(f"/intern/{CITY}{tail}", "manager")[1]
    assert f"/kommune/{CITY}{public}" in set(re.findall(rf"/kommune/{CITY}[^'\"\s]*", page))
    assert site.get(f"/kommune/{CITY}{public}").status_code == 200


def test_the_footer_links_the_legal_pages_here_or_where_the_municipality_keeps_them(site: Site) -> None:
    for tail in ("impressum", "datenschutz", "barrierefreiheit"):
        assert f'href="/kommune/{CITY}/{tail}"' in said(site, f"/kommune/{CITY}/ziele")[1]
        assert f'href="/kommune/{CITY}/{tail}?fassung=1"' in said(site, f"/kommune/{CITY}/ziele?fassung=1")[1]
    operator = Seeded(site.database).visit(local_administrator("test"))
    change_municipality(operator, CITY, {"imprint_url": "https://lindenau.example/impressum"})
    assert 'href="https://lindenau.example/impressum"' in said(site, f"/kommune/{CITY}")[1]


def test_the_day_of_a_print_is_that_in_germany(site: Site) -> None:
    seen = overview(Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY)), CITY)
    late = replace(seen.stand, changed_at=datetime(2026, 5, 4, 22, 30, tzinfo=UTC))
    assert edition_of(replace(seen, stand=late)).day.isoformat() == "2026-05-05"
