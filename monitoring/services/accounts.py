"""Accounts: signing in, and what an operator does with accounts."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from monitoring.domain.access import ANYWHERE, Act, Membership, Viewer
from monitoring.domain.errors import Invalid, NotFound, Refusal, Throttled
from monitoring.services.visit import Visit
from monitoring.storage import accounts, municipalities
from monitoring.storage.accounts import Account
from monitoring.storage.database import Connection

WINDOW = timedelta(minutes=15)
ATTEMPTS_OF_NAME = 5
ATTEMPTS_FROM_ADDRESS = 50
SHORTEST_PASSWORD = 12
LONGEST_NAME = 120

_hasher = PasswordHasher()


class SignInFailed(Refusal):
    """Name or password is wrong, or the account is closed; which one is not said."""

    code = "sign_in_failed"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A signed-in account: its number, and a mark that changes with the password and ends older sessions."""

    account: int
    mark: str


def sign_in(visit: Visit, name: str, password: str, address: str) -> SignedIn:
    """Check name and password, coming from a network address.

    Raises:
        Throttled: too many failed attempts for this name or from this address in the last quarter of an hour.
        SignInFailed: name or password is wrong, or the account is closed.
    """
    name = _normal(name)
    with visit.database.reading() as connection:
        since = visit.now - WINDOW
        of_name, from_address = accounts.failed_attempts(connection, name, address, since=since)
        account = accounts.by_name(connection, name)
    if of_name >= ATTEMPTS_OF_NAME or from_address >= ATTEMPTS_FROM_ADDRESS:
        raise Throttled(minutes=int(WINDOW.total_seconds() // 60))
    is_right = _matches(account.password_hash if account else _no_hash(), password)
    if account is None or account.is_disabled or not is_right:
        with visit.database.writing() as connection:
            accounts.add_failed_attempt(connection, name, address, at=visit.now)
        raise SignInFailed()
    with visit.database.writing() as connection:
        accounts.forget_attempts(connection, name=name)
        accounts.forget_attempts(connection, before=visit.now - WINDOW)
    return SignedIn(account.id, _mark(account))


def _normal(name: str) -> str:
    """A name without case and blanks around it; PostgreSQL stores no zero bytes."""
    return name.replace("\0", "").strip().casefold()


@cache
def _no_hash() -> str:
    """A hash to check against where there is no account, so that both cases take equally long."""
    return _hasher.hash(secrets.token_urlsafe(16))


def _matches(password_hash: str, password: str) -> bool:
    try:
        return _hasher.verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False


def _mark(account: Account) -> str:
    return account.password_hash[-12:]


def viewer_of(visit: Visit, signed_in: SignedIn) -> Viewer | None:
    """The viewer of a session; None where the account was closed or its password changed."""
    with visit.database.reading() as connection:
        account = accounts.by_id(connection, signed_in.account)
    if account is None or account.is_disabled or _mark(account) != signed_in.mark:
        return None
    return Viewer(account.name, account.id, account.memberships)


def add_account(visit: Visit, name: str, roles: Iterable[Membership], password: str | None = None) -> str:
    """Add an account; returns its password, a generated one where none is given.

    Raises:
        Invalid: the name is taken, the password too short, or a municipality unknown.
    """
    visit.require(Act.MANAGE_ACCOUNTS, ANYWHERE)
    name, memberships = _allowed_name(name), tuple(roles)
    chosen = _chosen_password(password)
    with visit.database.writing() as connection:
        if accounts.by_name(connection, name) is not None:
            raise Invalid("name_taken", name=name)
        for each in memberships:
            if each.municipality != ANYWHERE and municipalities.find(connection, each.municipality) is None:
                raise Invalid("unknown_municipality", slug=each.municipality)
        account_id = accounts.add(connection, name, _hasher.hash(chosen), at=visit.now)
        accounts.add_memberships(connection, account_id, memberships)
    return chosen


def _allowed_name(given: str) -> str:
    name = _normal(given)
    if not name:
        raise Invalid("name_missing")
    if len(name) > LONGEST_NAME:
        raise Invalid("name_too_long", length=LONGEST_NAME)
    return name


def _chosen_password(given: str | None) -> str:
    """The password given, else a generated one."""
    chosen = given or secrets.token_urlsafe(12)
    if len(chosen) < SHORTEST_PASSWORD:
        raise Invalid("password_too_short", length=SHORTEST_PASSWORD)
    return chosen


def account_named(connection: Connection, name: str) -> Account:
    """The account of that name, without case and blanks around it.

    Raises:
        NotFound: there is none.
    """
    account = accounts.by_name(connection, _normal(name))
    if account is None:
        raise NotFound()
    return account


def disable_account(visit: Visit, name: str) -> None:
    """Close an account; its sessions end at once.

    Raises:
        NotFound: there is no such account.
    """
    visit.require(Act.MANAGE_ACCOUNTS, ANYWHERE)
    with visit.database.writing() as connection:
        accounts.set_disabled(connection, account_named(connection, name).id, True)


def reset_password(visit: Visit, name: str, password: str | None = None) -> str:
    """Give an account a new password, generated where none is given, and return it.

    Sessions begun with the old one end.

    Raises:
        NotFound: there is no such account.
        Invalid: the password is too short.
    """
    visit.require(Act.MANAGE_ACCOUNTS, ANYWHERE)
    chosen = _chosen_password(password)
    with visit.database.writing() as connection:
        account = account_named(connection, name)
        accounts.set_password(connection, account.id, _hasher.hash(chosen))
        accounts.forget_attempts(connection, name=account.name)
    return chosen
