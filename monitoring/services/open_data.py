"""Open data: what a municipality gives away, decided and confirmed by those who publish."""

from __future__ import annotations

from collections.abc import Collection

from monitoring.domain.access import Act
from monitoring.domain.errors import Invalid
from monitoring.domain.open_data import DATA_SETS, Licence, OpenData, contributor_address, in_order
from monitoring.services.visit import Visit
from monitoring.storage import municipalities, open_data

LONGEST_PROVIDER = 300


def decisions(visit: Visit, slug: str) -> list[OpenData]:
    """Every decision on the open data of a municipality, newest first: the first one holds."""
    place = visit.place(slug, Act.PUBLISH)
    with visit.database.reading() as connection:
        return open_data.listed(connection, place.id)


def decide(
    visit: Visit,
    slug: str,
    kinds: Collection[str],
    *,
    licence: Licence = Licence.DL_DE_BY,
    provider: str = "",
    contributor: str = "",
    is_confirmed: bool = False,
) -> OpenData:
    """Give these data sets away and no others; by nobody's confirmation nothing is given away.

    Args:
        kinds: names of `DATA_SETS`; none of them closes everything.
        provider: who is to be cited; empty for the municipality itself.
        contributor: the identifier that a portal gave to who delivers the data, if any.
        is_confirmed: the viewer confirms that the municipality may give these data away.

    Raises:
        Invalid: a data set does not exist, the right was not confirmed, the name is too long, or the
            identifier is none.
    """
    with visit.writing(slug, Act.PUBLISH) as (place, connection):
        if not set(kinds) <= set(DATA_SETS):
            raise Invalid("invalid")
        if kinds and not is_confirmed:
            raise Invalid("right_not_confirmed")
        named, identifier = _provider(provider), _contributor(contributor)
        before = open_data.newest(connection, place.id)
        decision = OpenData(
            number=before.number + 1,
            kinds=in_order(frozenset(kinds)),
            licence=licence,
            provider=named,
            contributor=identifier,
            confirmed_at=visit.now,
            confirmed_by=visit.by,
        )
        open_data.add(connection, place.id, decision)
        municipalities.count_change_of_settings(connection, place.id)
        return decision


def _provider(name: str) -> str | None:
    """The name of who is to be cited; None for the municipality itself."""
    named = " ".join(name.split())
    if len(named) > LONGEST_PROVIDER:
        raise Invalid("name_too_long", length=LONGEST_PROVIDER)
    return named or None


def _contributor(identifier: str) -> str | None:
    """The address that a portal's identifier stands for; None where none was given."""
    if not identifier.strip():
        return None
    address = contributor_address(identifier)
    if address is None:
        raise Invalid("contributor_unknown")
    return address
