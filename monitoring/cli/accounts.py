"""Commands about municipalities and accounts, and the sample data."""

from __future__ import annotations

import re

from monitoring.cli.command import Bench, Outcome
from monitoring.cli.municipalities import addresses
from monitoring.domain.access import ANYWHERE, Membership, Role
from monitoring.domain.errors import Invalid
from monitoring.domain.municipality import (
    LONGEST_KEY,
    Municipality,
    MunicipalityKind,
    normal_ags,
    normal_ars,
)
from monitoring.domain.slug import LONGEST_SLUG, SLUG_PATTERN
from monitoring.services import accounts, municipalities, sample
from monitoring.services.municipalities import LONGEST_NAME


def add_municipality(bench: Bench) -> Outcome:
    """Add a municipality."""
    options = bench.options
    municipality = Municipality(
        slug=_checked_slug(options.slug),
        name=_checked_name(options.name),
        kind=MunicipalityKind(options.of_kind or MunicipalityKind.MUNICIPALITY),
        ags=_ags(options.ags),
        ars=_ars(options.ars),
        own_key=_own_key(options.key),
        region=options.region,
        **addresses(options),
    )
    municipalities.add_municipality(bench.visit, municipality)
    return Outcome(bench.words("cli.municipality_added", name=municipality.name), {"slug": municipality.slug})


def _checked_slug(given: str) -> str:
    if len(given) > LONGEST_SLUG or not re.fullmatch(SLUG_PATTERN, given):
        raise Invalid("not_a_slug", value=given)
    return given


def _checked_name(given: str) -> str:
    name = given.strip()
    if not name:
        raise Invalid("name_missing")
    if len(name) > LONGEST_NAME:
        raise Invalid("name_too_long", length=LONGEST_NAME)
    return name


def _ars(given: str | None) -> str | None:
    if given is None:
        return None
    ars = normal_ars(given)
    if ars is None:
        raise Invalid("not_an_ars", value=given)
    return ars


def _ags(given: str | None) -> str | None:
    if given is None:
        return None
    ags = normal_ags(given)
    if ags is None:
        raise Invalid("not_an_ags", value=given)
    return ags


def _own_key(given: str | None) -> str | None:
    key = (given or "").strip()
    if len(key) > LONGEST_KEY:
        raise Invalid("key_too_long", length=LONGEST_KEY)
    return key or None


def add_account(bench: Bench) -> Outcome:
    """Add an account with a role in municipalities, an operator everywhere."""
    options = bench.options
    role = Role(options.role)
    places = [ANYWHERE] if role is Role.OPERATOR else options.municipality
    if not places:
        raise Invalid("municipality_missing")
    roles = [Membership(role, each) for each in places]
    password = accounts.add_account(bench.visit, options.name, roles, options.password)
    return _password(bench, password)


def disable(bench: Bench) -> Outcome:
    """Close an account."""
    accounts.disable_account(bench.visit, bench.options.name)
    return Outcome(bench.words("cli.account_disabled", name=bench.options.name), {"name": bench.options.name})


def reset(bench: Bench) -> Outcome:
    """Give an account a new password."""
    return _password(bench, accounts.reset_password(bench.visit, bench.options.name, bench.options.password))


def _password(bench: Bench, password: str) -> Outcome:
    name = bench.options.name
    return Outcome(
        bench.words("cli.password", name=name, password=password), {"name": name, "password": password}
    )


def sample_data(bench: Bench) -> Outcome:
    """Fill an empty database with the made-up municipalities."""
    found = sample.load_samples(bench.visit)
    shape = {"accounts": [{"name": each.name, "password": each.password} for each in found]}
    return Outcome(bench.words("cli.samples_loaded"), shape)
