"""The state: all records of a municipality that a viewer sees, as of one revision or publication."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from monitoring.domain import access
from monitoring.domain.access import Sight
from monitoring.domain.balance import CellState, EmissionEntry
from monitoring.domain.errors import NotFound
from monitoring.domain.kinds import KINDS
from monitoring.domain.overview import Stand
from monitoring.domain.provenance import Provenance
from monitoring.domain.publication import Publication
from monitoring.domain.record import INTERNAL, Key, Record, fields_with
from monitoring.domain.stored import Known, Stored
from monitoring.services.visit import Visit
from monitoring.services.withholding import told, withheld_of
from monitoring.storage import content, municipalities, publications, revisions
from monitoring.storage.database import Connection
from monitoring.storage.municipalities import Place

Records = Mapping[str, tuple[Record, ...]]


@dataclass(frozen=True, slots=True)
class State:
    """A municipality as one viewer sees it."""

    place: Place
    stand: Stand
    known: Mapping[str, Mapping[Key, Known]]

    @property
    def records(self) -> Records:
        """The records of each kind, in the order in which they were written."""
        return {kind: tuple(known.record for known in each.values()) for kind, each in self.known.items()}


def state(visit: Visit, slug: str, publication: int | None = None, revision: int | None = None) -> State:
    """What the viewer sees of a municipality: now, or as of a given publication or earlier revision.

    Raises:
        NotSignedIn, NotAllowed: a revision was given and the viewer may not see the history.
        NotFound: no such municipality, or nothing of it that this viewer may see.
    """
    with visit.database.reading() as connection:
        place = municipalities.existing(connection, slug)
        states = municipalities.states(connection, place, visit.today)
        sight = access.sight(visit.viewer, slug, states, visit.today, publication)
        if revision is not None and publication is None:
            sight = _earlier(visit, slug, sight, revision)
        seen = known(connection, place.id, sight)
        if not sight.shows_internal:
            seen = told(seen, withheld_of(visit.database, connection, place, visit.today))
        return State(place, _stand(connection, place, sight), seen)


def _earlier(visit: Visit, slug: str, sight: Sight, revision: int) -> Sight:
    visit.require(access.Act.SEE_HISTORY, slug)
    if not 0 < revision <= sight.number:
        raise NotFound()
    return Sight(sight.life, revision, sight.shows_internal)


def known(connection: Connection, municipality_id: int, sight: Sight) -> Stored:
    """Every record as of a sight, without internal fields for those who may not see them.

    What is withheld to protect confidential values is still there: to show a state, ask for `state`.
    """
    return {kind: known_of(connection, municipality_id, kind, sight) for kind in KINDS}


def known_of(connection: Connection, municipality_id: int, kind: str, sight: Sight) -> dict[Key, Known]:
    """The records of one kind as of a sight, by business key; before the first revision there are none."""
    if not sight.number:
        return {}
    found = content.records(connection, municipality_id, kind, sight)
    return {each.record.key: shown(each, sight) for each in found}


def shown(known: Known, sight: Sight) -> Known:
    """Without internal fields and confidential values; where values come from ends at sheet and cell."""
    if sight.shows_internal:
        return known
    record = known.record
    hidden = fields_with(type(record), INTERNAL)
    if isinstance(record, EmissionEntry) and record.state is CellState.CONFIDENTIAL:
        hidden += ("energy_mwh", "emissions_t")
    provenance = {
        name: Provenance(None, each.sheet, each.cell)
        for name, each in known.provenance.items()
        if name not in hidden
    }
    return Known(record.model_copy(update=dict.fromkeys(hidden)) if hidden else record, provenance)


def _stand(connection: Connection, place: Place, sight: Sight) -> Stand:
    released = {each.number: each for each in publications.listed(connection, place.id)}
    publication = released.get(sight.number) if sight.is_public else None
    number = publication.revision if publication else sight.number
    revision = revisions.find(connection, place.id, number)
    return Stand(
        is_public=sight.is_public,
        shows_internal=sight.shows_internal,
        revision=number,
        publication=publication and without_persons(publication, sight),
        changed_at=revision.made_at if revision else None,
    )


def without_persons(publication: Publication, sight: Sight) -> Publication:
    """A publication without who released it and what was noted about it, for those outside the office."""
    if sight.shows_internal:
        return publication
    return replace(publication, published_by="", note=None, withdrawn_because=None)
