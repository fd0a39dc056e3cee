"""Who may do and see what: one matrix, walked by services, screens and tests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from monitoring.domain.errors import NotAllowed, NotFound, NotSignedIn


class Role(StrEnum):
    """What a viewer is to a municipality."""

    PUBLIC = "public"
    COUNCIL = "council"
    MANAGER = "manager"
    PARTNER = "partner"
    OPERATOR = "operator"


class Act(StrEnum):
    """What people do. Every service names the act it is."""

    SEE_PUBLISHED = "see_published"
    SEE_SHARED = "see_shared"
    SEE_CURRENT = "see_current"
    SEE_INTERNAL = "see_internal"
    SEE_HISTORY = "see_history"
    IMPORT = "import"
    EDIT = "edit"
    UNDO = "undo"
    SHARE = "share"
    PUBLISH = "publish"
    PRESENT = "present"
    SHARE_PROFILE = "share_profile"
    GRANT = "grant"
    ERASE = "erase"
    DOWNLOAD_ORIGINAL = "download_original"
    ADD_MUNICIPALITY = "add_municipality"
    MANAGE_ACCOUNTS = "manage_accounts"


_OFFICE = frozenset(Act) - {Act.ADD_MUNICIPALITY, Act.MANAGE_ACCOUNTS}
RIGHTS: dict[Role, frozenset[Act]] = {
    Role.PUBLIC: frozenset({Act.SEE_PUBLISHED}),
    Role.COUNCIL: frozenset({Act.SEE_PUBLISHED, Act.SEE_SHARED}),
    Role.MANAGER: _OFFICE,
    Role.PARTNER: frozenset({Act.SEE_PUBLISHED}),
    Role.OPERATOR: frozenset({Act.SEE_PUBLISHED, Act.ADD_MUNICIPALITY, Act.MANAGE_ACCOUNTS}),
}
"""The matrix. A partner also sees the current state while granted (`Membership.sees_current_until`)."""

ANYWHERE = "*"
"""The municipality of a membership that holds everywhere (operators)."""


@dataclass(frozen=True, slots=True)
class Membership:
    """One role in one municipality (its slug, or `ANYWHERE`), for a partner with the end of its grant."""

    role: Role
    municipality: str
    sees_current_until: date | None = None


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who is looking; without a name it is the public."""

    name: str | None = None
    account: int | None = None
    memberships: tuple[Membership, ...] = ()
    is_local_administrator: bool = False

    @property
    def is_signed_in(self) -> bool:
        """Whether this is anyone but the public."""
        return self.name is not None


PUBLIC_VIEWER = Viewer()


def local_administrator(name: str) -> Viewer:
    """The named person at the server's own command line, with every right."""
    return Viewer(name=name, is_local_administrator=True)


def viewer_as(role: Role, municipality: str) -> Viewer:
    """A viewer with one role, for previews (`show --as`) and tests."""
    if role is Role.PUBLIC:
        return PUBLIC_VIEWER
    where = ANYWHERE if role is Role.OPERATOR else municipality
    return Viewer(name=role.value, memberships=(Membership(role, where),))


def memberships_in(viewer: Viewer, municipality: str) -> Iterable[Membership]:
    """The viewer's memberships that hold in a municipality."""
    return (each for each in viewer.memberships if each.municipality in (municipality, ANYWHERE))


def acts(viewer: Viewer, municipality: str, today: date) -> frozenset[Act]:
    """Everything the viewer may do in a municipality on that day."""
    if viewer.is_local_administrator:
        return frozenset(Act)
    allowed = set(RIGHTS[Role.PUBLIC])
    for membership in memberships_in(viewer, municipality):
        allowed |= RIGHTS[membership.role]
        if membership.role is Role.PARTNER and _is_granted(membership, today):
            allowed |= {Act.SEE_SHARED, Act.SEE_CURRENT}
    return frozenset(allowed)


def _is_granted(membership: Membership, today: date) -> bool:
    return membership.sees_current_until is not None and today <= membership.sees_current_until


def require(viewer: Viewer, act: Act, municipality: str, today: date) -> None:
    """Refuse unless the viewer may do this.

    Raises:
        NotSignedIn: the public asked for something that needs an account.
        NotAllowed: the viewer is signed in and lacks the right.
    """
    if act in acts(viewer, municipality, today):
        return
    raise NotAllowed(act=act) if viewer.is_signed_in else NotSignedIn(act=act)


class Life(StrEnum):
    """The two lives of a row: in the office (revisions) and in public (publications)."""

    OFFICE = "office"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Sight:
    """What a viewer sees of a municipality: which life, as of which number, which fields."""

    life: Life
    number: int
    shows_internal: bool = False

    @property
    def is_public(self) -> bool:
        """Whether this is what everybody sees."""
        return self.life is Life.PUBLIC


@dataclass(frozen=True, slots=True)
class States:
    """The numbers a municipality stands at: its revision, the one shared with the council, its publications.

    `publications` are those that are out: not withdrawn, and their day has come. `published_revision` is the
    revision the newest publication of everything was made from; with it the later of the shared and the
    published state can be told.
    """

    revision: int
    shared_revision: int | None = None
    publications: tuple[int, ...] = ()
    published_revision: int | None = None


def sight(
    viewer: Viewer, municipality: str, states: States, today: date, publication: int | None = None
) -> Sight:
    """What this viewer sees; decided here and nowhere else.

    With `publication` given, exactly that publication is seen, by everybody.

    Raises:
        NotFound: nothing this viewer may see exists, or that publication does not exist or was withdrawn.
    """
    if publication is not None:
        if publication not in states.publications:
            raise NotFound()
        return Sight(Life.PUBLIC, publication)
    allowed = acts(viewer, municipality, today)
    if Act.SEE_CURRENT in allowed:
        return Sight(Life.OFFICE, states.revision, Act.SEE_INTERNAL in allowed)
    if Act.SEE_SHARED in allowed and _shared_is_later(states):
        return Sight(Life.OFFICE, states.shared_revision or 0)
    if states.publications:
        return Sight(Life.PUBLIC, max(states.publications))
    raise NotFound()


def _shared_is_later(states: States) -> bool:
    if states.shared_revision is None:
        return False
    return not states.publications or states.shared_revision > (states.published_revision or 0)
