"""Rights: every service × every role × own and foreign municipality, published and not; none forgotten."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

import monitoring.services
from monitoring.domain.access import Act, Role
from monitoring.domain.checks.acceptance import DoubtedValue
from monitoring.domain.errors import NotAllowed, NotFound, NotSignedIn, Refusal
from monitoring.domain.municipality import Municipality
from monitoring.domain.public_face import PublicFace
from monitoring.domain.status_report import StatusReport
from monitoring.services import (
    accepting,
    accounts,
    conflicts,
    discarding,
    easy_texts,
    editing,
    erasing,
    exporting,
    face_versions,
    history,
    importing,
    importing_all,
    kept_sheets,
    marking,
    municipalities,
    municipality_list,
    open_data,
    overview,
    persons,
    profiles,
    public_face,
    publishing,
    state,
    stories,
    targets,
    underway,
    undoing,
)
from monitoring.services.importing import Check, Options
from monitoring.services.visit import Visit
from tests.services.for_everybody import FOR_EVERYBODY
from tests.services.stage import BALANCE, FOREIGN, MEASURES, NOW, OWN, Stage, book

DOUBTED = DoubtedValue("jump", "balance", "[]", "emissions_t", "1.0")
REPORT = StatusReport(measure="M1", date=date(2025, 1, 1))
NO_WEB_PAGE = Municipality(slug=OWN, name="Neu", imprint_url="nirgends")
SEES = Act.SEE_PUBLISHED
"""Acts whose answer depends on what there is to see: refused as „not found“."""
Call = Callable[[Visit, str], Any]
CALLS: dict[Callable[..., Any], tuple[Act, Call]] = {
    state.state: (SEES, lambda visit, slug: state.state(visit, slug)),
    overview.overview: (SEES, lambda visit, slug: overview.overview(visit, slug)),
    history.history: (Act.SEE_HISTORY, lambda visit, slug: history.history(visit, slug)),
    history.changes_of: (Act.SEE_HISTORY, lambda visit, slug: history.changes_of(visit, slug, 1)),
    undoing.undoing: (Act.UNDO, lambda visit, slug: undoing.undoing(visit, slug, 1)),
    undoing.undo: (Act.UNDO, lambda visit, slug: undoing.undo(visit, slug, 1)),
    history.original: (Act.DOWNLOAD_ORIGINAL, lambda visit, slug: history.original(visit, slug, 1)),
    marking.checked_file: (
        Act.DOWNLOAD_ORIGINAL,
        lambda visit, slug: marking.checked_file(visit, slug, "x", 1, Options()),
    ),
    importing.check_against: (
        Act.IMPORT,
        lambda visit, slug: importing.check_against(visit, slug, [], Options()),
    ),
    importing.upload: (Act.IMPORT, lambda visit, slug: importing.upload(visit, slug, [])),
    importing.check: (Act.IMPORT, lambda visit, slug: importing.check(visit, slug, "x", Options())),
    importing.take_over: (Act.IMPORT, lambda visit, slug: importing.take_over(visit, slug, "x", Options())),
    importing.answer: (Act.IMPORT, lambda visit, slug: importing.answer(visit, slug, "x", {})),
    conflicts.conflicting: (
        Act.IMPORT,
        lambda visit, slug: conflicts.conflicting(visit, slug, Check((), (), (), (), ()), 0),
    ),
    underway.progress: (Act.IMPORT, lambda visit, slug: underway.progress(visit, slug, "x")),
    underway.cancel: (Act.IMPORT, lambda visit, slug: underway.cancel(visit, slug, "x")),
    kept_sheets.kept_sheets: (
        Act.IMPORT,
        lambda visit, slug: kept_sheets.kept_sheets(visit, slug, Check((), (), (), (), ())),
    ),
    importing_all.import_all: (
        Act.ADD_MUNICIPALITY,
        lambda visit, _: importing_all.import_all(visit, [], Options()),
    ),
    accepting.accept: (Act.IMPORT, lambda visit, slug: accepting.accept(visit, slug, DOUBTED, " ")),
    accepting.accept_several: (
        Act.IMPORT,
        lambda visit, slug: accepting.accept_several(visit, slug, [DOUBTED], " "),
    ),
    accepting.take_back: (Act.IMPORT, lambda visit, slug: accepting.take_back(visit, slug, DOUBTED)),
    discarding.discard: (Act.IMPORT, lambda visit, slug: discarding.discard(visit, slug, "x")),
    importing.uploaded: (Act.IMPORT, lambda visit, slug: importing.uploaded(visit, slug)),
    profiles.listed: (Act.IMPORT, lambda visit, slug: profiles.listed(visit, slug)),
    profiles.rename: (Act.IMPORT, lambda visit, slug: profiles.rename(visit, slug, "x", "y")),
    profiles.correct: (Act.IMPORT, lambda visit, slug: profiles.correct(visit, slug, "x", {})),
    profiles.forget: (Act.IMPORT, lambda visit, slug: profiles.forget(visit, slug, "x")),
    profiles.share: (Act.SHARE_PROFILE, lambda visit, slug: profiles.share(visit, slug, "x")),
    editing.edit: (Act.EDIT, lambda visit, slug: editing.edit(visit, slug, "measures", ("M1",), {})),
    editing.add: (Act.EDIT, lambda visit, slug: editing.add(visit, slug, "measures", {})),
    editing.report_status: (Act.EDIT, lambda visit, slug: editing.report_status(visit, slug, REPORT)),
    targets.add_target: (Act.EDIT, lambda visit, slug: targets.add_target(visit, slug, "Ziel", [])),
    targets.change_target: (Act.EDIT, lambda visit, slug: targets.change_target(visit, slug, "Ziel", [])),
    persons.settle_persons: (
        Act.PUBLISH,
        lambda visit, slug: persons.settle_persons(visit, slug, {"x": persons.REMOVE}),
    ),
    public_face.public_face: (SEES, lambda visit, slug: public_face.public_face(visit, slug)),
    public_face.logo: (SEES, lambda visit, slug: public_face.logo(visit, slug)),
    public_face.change_public_face: (
        Act.PRESENT,
        lambda visit, slug: public_face.change_public_face(visit, slug, PublicFace(), NO_WEB_PAGE),
    ),
    public_face.restore_face: (Act.PRESENT, lambda visit, slug: public_face.restore_face(visit, slug, 1)),
    face_versions.versions_of_face: (
        Act.PRESENT,
        lambda visit, slug: face_versions.versions_of_face(visit, slug),
    ),
    open_data.decisions: (Act.PUBLISH, lambda visit, slug: open_data.decisions(visit, slug)),
    stories.picture: (SEES, lambda visit, slug: stories.picture(visit, slug, "0" * 32)),
    stories.tell: (Act.EDIT, lambda visit, slug: stories.tell(visit, slug, "M1", {})),
    stories.withdraw_story: (Act.EDIT, lambda visit, slug: stories.withdraw_story(visit, slug, "M1")),
    stories.remove_picture: (Act.ERASE, lambda visit, slug: stories.remove_picture(visit, slug, "0" * 32)),
    easy_texts.keep_easy_text: (
        Act.EDIT,
        lambda visit, slug: easy_texts.keep_easy_text(visit, slug, {}, is_confirmed=True),
    ),
    easy_texts.remove_easy_text: (Act.EDIT, lambda visit, slug: easy_texts.remove_easy_text(visit, slug)),
    open_data.decide: (Act.PUBLISH, lambda visit, slug: open_data.decide(visit, slug, {"nothing of ours"})),
    publishing.preview: (Act.PUBLISH, lambda visit, slug: publishing.preview(visit, slug)),
    publishing.publish: (Act.PUBLISH, lambda visit, slug: publishing.publish(visit, slug, chosen=[])),
    publishing.withdraw: (Act.PUBLISH, lambda visit, slug: publishing.withdraw(visit, slug, "x", 9)),
    publishing.share: (Act.SHARE, lambda visit, slug: publishing.share(visit, slug, 99)),
    erasing.erase_text: (
        Act.ERASE,
        lambda visit, slug: erasing.erase_text(visit, slug, "unbekannter Text", "x"),
    ),
    erasing.purge_unused_uploads: (
        Act.MANAGE_ACCOUNTS,
        lambda visit, _: erasing.purge_unused_uploads(visit, 90),
    ),
    exporting.export: (Act.SEE_INTERNAL, lambda visit, slug: exporting.export(visit, slug)),
    municipalities.grant_current_state: (
        Act.GRANT,
        lambda visit, slug: municipalities.grant_current_state(visit, slug, "nobody", date(2030, 1, 1)),
    ),
    municipalities.add_municipality: (
        Act.ADD_MUNICIPALITY,
        lambda visit, _: municipalities.add_municipality(visit, Municipality(slug=OWN, name="Neu")),
    ),
    municipalities.change_municipality: (
        Act.ADD_MUNICIPALITY,
        lambda visit, _: municipalities.change_municipality(visit, "gibt-es-nicht", {}),
    ),
    accounts.add_account: (Act.MANAGE_ACCOUNTS, lambda visit, _: accounts.add_account(visit, "", [])),
    accounts.disable_account: (
        Act.MANAGE_ACCOUNTS,
        lambda visit, _: accounts.disable_account(visit, "nobody"),
    ),
    accounts.reset_password: (Act.MANAGE_ACCOUNTS, lambda visit, _: accounts.reset_password(visit, "nobody")),
}
"""Each service with its act and a call that, once allowed, changes nothing."""
MANAGERS = frozenset(Act) - {Act.ADD_MUNICIPALITY, Act.MANAGE_ACCOUNTS}
ALLOWED = {
    Role.PUBLIC: frozenset[Act](),
    Role.COUNCIL: frozenset[Act](),
    Role.PARTNER: frozenset[Act](),
    Role.MANAGER: MANAGERS,
    Role.OPERATOR: frozenset({Act.ADD_MUNICIPALITY, Act.MANAGE_ACCOUNTS}),
}
"""Written out once more, so that a change of the matrix is a decision made twice."""


def _services() -> set[Callable[..., Any]]:
    """Every public function of the services that takes a visit."""
    found: set[Callable[..., Any]] = set()
    for module in pkgutil.iter_modules(monitoring.services.__path__, "monitoring.services."):
        loaded = importlib.import_module(module.name)
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            is_own = function.__module__ == module.name and not name.startswith("_")
            if is_own and "Visit" in str(inspect.signature(function)):
                found.add(function)
    return found


def _outcome(call: Call, visit: Visit, slug: str) -> str:
    try:
        call(visit, slug)
    except (NotAllowed, NotSignedIn):
        return "refused"
    except NotFound:
        return "not found"
    except Refusal:
        return "allowed"
    return "allowed"


@pytest.fixture
def published(stage: Stage) -> Stage:
    for slug in (OWN, FOREIGN):
        stage.take(book({"Bilanz": BALANCE, "Maßnahmen": MEASURES}), slug=slug)
    publishing.publish(stage.visit(), OWN)
    return stage


def test_no_service_is_forgotten() -> None:
    internal = {
        function
        for function in _services()
        if function.__module__.endswith((".checking", ".understanding", ".sample_story"))
    } | {underway.followed}
    forgotten = _services() - CALLS.keys() - FOR_EVERYBODY - internal
    assert {function.__qualname__ for function in forgotten} == set()


def test_every_service_asks_for_its_right(published: Stage) -> None:
    wrong = []
    for function, (act, call) in CALLS.items():
        if act is SEES or act is Act.UNDO:
            continue
        for role in Role:
            for slug in (OWN, FOREIGN):
                is_anywhere = act in (Act.ADD_MUNICIPALITY, Act.MANAGE_ACCOUNTS)
                expected = act in ALLOWED[role] and (slug == OWN or is_anywhere)
                got = _outcome(call, published.visit(role, OWN), slug) != "refused"
                if got is not expected:
                    wrong.append((function.__qualname__, role.value, slug, got))
    assert wrong == []


def test_undo_asks_for_its_right_too(published: Stage) -> None:
    for role in Role:
        outcome = _outcome(CALLS[undoing.undo][1], published.visit(role), FOREIGN)
        assert outcome == "refused", role


@pytest.mark.parametrize("function", [state.state, overview.overview])
def test_who_sees_what(published: Stage, function: Callable[..., Any]) -> None:
    call = CALLS[function][1]
    seen = {
        (role.value, slug): _outcome(call, published.visit(role), slug)
        for role in Role
        for slug in (OWN, FOREIGN)
    }
    assert {place for place, outcome in seen.items() if outcome == "allowed"} == {
        (role.value, OWN) for role in Role
    }
    assert {seen[role.value, FOREIGN] for role in Role} == {"not found"}
    foreign = published.visit(Role.MANAGER, FOREIGN)
    assert (_outcome(call, foreign, FOREIGN), function(foreign, FOREIGN).stand.is_public) == (
        "allowed",
        False,
    )


def test_nobody_learns_which_municipalities_exist_unpublished(published: Stage) -> None:
    for role in (Role.PUBLIC, Role.COUNCIL, Role.PARTNER, Role.OPERATOR):
        visit = published.visit(role)
        for function, (_, call) in CALLS.items():
            assert _outcome(call, visit, FOREIGN) == _outcome(call, visit, "gibt-es-nicht"), (role, function)


def test_a_wrong_file_is_not_even_read_without_the_right(published: Stage) -> None:
    with pytest.raises(NotSignedIn):
        importing.upload(published.visit(Role.PUBLIC), OWN, [importing.File("x.xlsx", b"broken")])


def test_the_list_shows_what_is_published_and_ones_own(published: Stage) -> None:
    def slugs(role: Role, slug: str) -> list[str]:
        seen = municipality_list.municipalities_seen(published.visit(role, slug))
        return [each.slug for each in seen]

    assert slugs(Role.PUBLIC, OWN) == slugs(Role.OPERATOR, OWN) == slugs(Role.MANAGER, OWN) == [OWN]
    assert slugs(Role.MANAGER, FOREIGN) == [OWN, FOREIGN]
    assert NOW.date() == published.visit().today
