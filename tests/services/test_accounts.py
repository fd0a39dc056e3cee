"""Accounts: signing in, throttling that is kept in the database, sessions that end."""

from __future__ import annotations

from typing import Literal

import pytest
from argon2 import PasswordHasher

from monitoring.domain.access import ANYWHERE, Membership, Role
from monitoring.domain.errors import Invalid, NotFound, Throttled
from monitoring.services import accounts
from monitoring.services.accounts import ATTEMPTS_FROM_ADDRESS, ATTEMPTS_OF_NAME, SignedIn, SignInFailed
from monitoring.services.municipalities import grant_current_state, own_municipalities
from monitoring.services.state import state
from monitoring.storage import accounts as stored_accounts
from tests.services.stage import MEASURES, NOW, OWN, Stage, book

PASSWORD = "langes-passwort-1"
HOME = "192.0.2.1"
MINUTE = 1 / 24 / 60


@pytest.fixture
def manned(stage: Stage) -> Stage:
    accounts.add_account(stage.administrator(), " Anna ", [Membership(Role.MANAGER, OWN)], PASSWORD)
    return stage


def _sign_in(stage: Stage, password: str = PASSWORD, name: str = "anna", *, minutes: float = 0) -> SignedIn:
    return accounts.sign_in(stage.visit(Role.PUBLIC, days=minutes * MINUTE), name, password, HOME)


def test_signing_in_makes_a_viewer(manned: Stage) -> None:
    viewer = accounts.viewer_of(manned.visit(Role.PUBLIC), _sign_in(manned, name="  ANNA "))
    assert viewer is not None
    assert (viewer.name, viewer.memberships) == ("anna", (Membership(Role.MANAGER, OWN),))
    assert [each.slug for each, _ in own_municipalities(manned.of(viewer))] == [OWN]


@pytest.mark.parametrize(
    ("name", "password"), [("anna", "falsch"), ("bernd", PASSWORD), ("", ""), ("anna\0", "x")]
)
def test_a_wrong_name_or_password_fails_alike(manned: Stage, name: str, password: str) -> None:
    with pytest.raises(SignInFailed) as refused:
        _sign_in(manned, password, name)
    assert refused.value.details == {}


def test_a_very_long_name_fails_like_any_other(manned: Stage) -> None:
    with pytest.raises(SignInFailed):
        _sign_in(manned, "x", "n" * 10_000)


class CountingHasher(PasswordHasher):
    """Counts how often a password was held against a hash: the work that a stranger could time."""

    checks = 0

    def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
        """Check as always, and count."""
        self.checks += 1
        return super().verify(hash, password)


@pytest.mark.parametrize("name", ["anna", "niemand"])
def test_an_unknown_name_costs_the_same_check_as_a_wrong_password(
    manned: Stage, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    hasher = CountingHasher(1, 8, 1)
    monkeypatch.setattr(accounts, "_hasher", hasher)
    with pytest.raises(SignInFailed):
        _sign_in(manned, "falsch", name)
    assert hasher.checks == 1


def test_too_many_attempts_are_throttled_and_recover(manned: Stage) -> None:
    for _ in range(ATTEMPTS_OF_NAME):
        with pytest.raises(SignInFailed):
            _sign_in(manned, "falsch")
    with pytest.raises(Throttled):
        _sign_in(manned)
    with pytest.raises(Throttled):
        _sign_in(manned, minutes=14)
    assert _sign_in(manned, minutes=16).account


def test_throttling_counts_names_and_addresses_apart(manned: Stage) -> None:
    for number in range(ATTEMPTS_FROM_ADDRESS):
        with manned.database.writing() as connection:
            stored_accounts.add_failed_attempt(connection, f"name-{number}", HOME, at=NOW)
    with pytest.raises(Throttled):
        _sign_in(manned)
    assert accounts.sign_in(manned.visit(Role.PUBLIC), "anna", PASSWORD, "192.0.2.2").account


def test_signing_in_forgets_earlier_failures(manned: Stage) -> None:
    for _ in range(2):
        for _ in range(ATTEMPTS_OF_NAME - 1):
            with pytest.raises(SignInFailed):
                _sign_in(manned, "falsch")
        _sign_in(manned)


def test_a_new_password_ends_sessions_and_lifts_the_throttle(manned: Stage) -> None:
    session = _sign_in(manned)
    for _ in range(ATTEMPTS_OF_NAME):
        with pytest.raises(SignInFailed):
            _sign_in(manned, "falsch")
    new = accounts.reset_password(manned.administrator(), "Anna")
    assert accounts.viewer_of(manned.visit(Role.PUBLIC), session) is None
    with pytest.raises(SignInFailed):
        _sign_in(manned)
    assert accounts.viewer_of(manned.visit(Role.PUBLIC), _sign_in(manned, new)) is not None


def test_a_closed_account_ends_sessions_and_fails_like_a_wrong_password(manned: Stage) -> None:
    session = _sign_in(manned)
    accounts.disable_account(manned.administrator(), "anna")
    assert accounts.viewer_of(manned.visit(Role.PUBLIC), session) is None
    with pytest.raises(SignInFailed):
        _sign_in(manned)


def test_a_forged_session_is_nobody(manned: Stage) -> None:
    session = _sign_in(manned)
    for forged in (SignedIn(session.account, ""), SignedIn(99, session.mark)):
        assert accounts.viewer_of(manned.visit(Role.PUBLIC), forged) is None


@pytest.mark.parametrize(
    ("name", "roles", "password", "code"),
    [
        ("anna", [], None, "name_taken"),
        (" ", [], None, "name_missing"),
        ("b" * 121, [], None, "name_too_long"),
        ("bernd", [], "kurz", "password_too_short"),
        ("bernd", [Membership(Role.COUNCIL, "nirgends")], None, "unknown_municipality"),
    ],
)
def test_what_makes_no_account(
    manned: Stage, name: str, roles: list[Membership], password: str | None, code: str
) -> None:
    with pytest.raises(Invalid, match=code):
        accounts.add_account(manned.administrator(), name, roles, password)


def test_unknown_accounts_are_not_found(manned: Stage) -> None:
    with pytest.raises(NotFound):
        accounts.disable_account(manned.administrator(), "niemand")
    with pytest.raises(NotFound):
        accounts.reset_password(manned.administrator(), "niemand")
    with pytest.raises(Invalid, match="password_too_short"):
        accounts.reset_password(manned.administrator(), "anna", "kurz")


def test_passwords_are_not_stored(manned: Stage) -> None:
    with manned.database.reading() as connection:
        kept = connection.exec_driver_sql("SELECT password_hash FROM accounts").scalar_one()
    assert kept.startswith("$argon2id$")


def test_an_operator_manages_accounts_anywhere(manned: Stage) -> None:
    operator = [Membership(Role.OPERATOR, ANYWHERE)]
    accounts.add_account(manned.administrator(), "otto", operator, PASSWORD)
    viewer = accounts.viewer_of(manned.visit(Role.PUBLIC), _sign_in(manned, name="otto"))
    assert viewer is not None
    accounts.disable_account(manned.of(viewer), "anna")


def test_a_manager_grants_a_partner_the_current_state(manned: Stage) -> None:
    manned.take(book({"Maßnahmen": MEASURES}))
    accounts.add_account(manned.administrator(), "paula", [Membership(Role.PARTNER, OWN)], PASSWORD)
    grant_current_state(manned.visit(), OWN, "Paula", NOW.date())
    viewer = accounts.viewer_of(manned.visit(Role.PUBLIC), _sign_in(manned, name="paula"))
    assert viewer is not None
    assert state(manned.of(viewer), OWN).records["measures"]
    with pytest.raises(NotFound):
        state(manned.of(viewer, days=1), OWN)
    with pytest.raises(NotFound):
        grant_current_state(manned.visit(), OWN, "niemand", NOW.date())
