"""Accounts, what they are to municipalities, and failed attempts to sign in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from monitoring.domain.access import Membership, Role
from monitoring.storage.database import inserted_id
from monitoring.storage.tables import accounts, login_attempts, memberships


@dataclass(frozen=True, slots=True)
class Account:
    """One account with the hash of its password and its memberships."""

    id: int
    name: str
    password_hash: str
    is_disabled: bool
    memberships: tuple[Membership, ...]


def add(connection: sa.Connection, name: str, password_hash: str, *, at: datetime) -> int:
    """Store a new account and return its number."""
    values = {"name": name, "password_hash": password_hash, "is_disabled": False, "created_at": at}
    result = connection.execute(sa.insert(accounts).values(**values))
    return inserted_id(result)


def add_memberships(connection: sa.Connection, account_id: int, roles: Iterable[Membership]) -> None:
    """Give an account roles in municipalities; a role it already has there is replaced."""
    for each in roles:
        own = sa.and_(
            memberships.c.account_id == account_id,
            memberships.c.municipality == each.municipality,
            memberships.c.role == each.role.value,
        )
        connection.execute(sa.delete(memberships).where(own))
        connection.execute(
            sa.insert(memberships).values(
                account_id=account_id,
                municipality=each.municipality,
                role=each.role.value,
                sees_current_until=each.sees_current_until,
            )
        )


def by_name(connection: sa.Connection, name: str) -> Account | None:
    """The account with this name, if there is one."""
    return _account(connection, accounts.c.name == name)


def by_id(connection: sa.Connection, account_id: int) -> Account | None:
    """The account with this number, if there is one."""
    return _account(connection, accounts.c.id == account_id)


def _account(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> Account | None:
    row = connection.execute(sa.select(accounts).where(condition)).mappings().first()
    if row is None:
        return None
    own = (
        sa.select(memberships)
        .where(memberships.c.account_id == row["id"])
        .order_by(memberships.c.municipality)
    )
    roles = tuple(
        Membership(Role(each["role"]), each["municipality"], each["sees_current_until"])
        for each in connection.execute(own).mappings()
    )
    return Account(row["id"], row["name"], row["password_hash"], row["is_disabled"], roles)


def set_password(connection: sa.Connection, account_id: int, password_hash: str) -> None:
    """Replace the hash of an account's password."""
    statement = sa.update(accounts).where(accounts.c.id == account_id)
    connection.execute(statement.values(password_hash=password_hash))


def set_disabled(connection: sa.Connection, account_id: int, is_disabled: bool) -> None:
    """Close or reopen an account."""
    connection.execute(sa.update(accounts).where(accounts.c.id == account_id).values(is_disabled=is_disabled))


def add_failed_attempt(connection: sa.Connection, name: str, address: str, *, at: datetime) -> None:
    """Remember a failed attempt to sign in."""
    connection.execute(sa.insert(login_attempts).values(name=name[:120], address=address[:64], at=at))


def failed_attempts(
    connection: sa.Connection, name: str, address: str, *, since: datetime
) -> tuple[int, int]:
    """How often signing in failed since a moment: for this name, and from this network address."""
    recent = login_attempts.c.at >= since
    count = sa.select(sa.func.count()).select_from(login_attempts)
    of_name = connection.execute(count.where(recent, login_attempts.c.name == name[:120])).scalar_one()
    from_address = connection.execute(
        count.where(recent, login_attempts.c.address == address[:64])
    ).scalar_one()
    return int(of_name), int(from_address)


def forget_attempts(
    connection: sa.Connection, *, name: str | None = None, before: datetime | None = None
) -> None:
    """Forget failed attempts of a name (it signed in), or those older than a moment."""
    condition = login_attempts.c.name == name if name is not None else login_attempts.c.at < before
    connection.execute(sa.delete(login_attempts).where(condition))
