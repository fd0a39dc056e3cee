"""Profiles: what a municipality confirmed about its files, kept, corrected, forgotten and shared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePath

from monitoring.domain.access import Act
from monitoring.domain.errors import Invalid
from monitoring.domain.municipality import MunicipalityKind
from monitoring.domain.profile import (
    LONGEST_NAME,
    DifferenceCode,
    Layout,
    Profile,
    SheetLayout,
    name_for_file,
    plain_sheet,
    profile_named,
    unused_name,
)
from monitoring.domain.question import AS_UNDERSTOOD, BY_HEADING, OF_A_LAYOUT, code_of_key, question_key
from monitoring.services.understanding import Known, Understood
from monitoring.services.visit import Visit
from monitoring.spreadsheets.chosen_meanings import KIND
from monitoring.spreadsheets.meaning_controls import answer_choices
from monitoring.storage import profiles
from monitoring.storage.database import Connection
from monitoring.storage.municipalities import Place

WORD = "word"


@dataclass(frozen=True, slots=True)
class Profiles:
    """The profiles of a municipality, and those that its region and its neighbours share with it."""

    own: tuple[Profile, ...]
    regional: tuple[Profile, ...]
    has_region: bool


def listed(visit: Visit, slug: str) -> Profiles:
    """The profiles that files of a municipality can be read with."""
    place = visit.place(slug, Act.IMPORT)
    with visit.database.reading() as connection:
        found = known(connection, place)
    return Profiles(tuple(found.own), tuple(found.regional), _region(place) is not None)


def rename(visit: Visit, slug: str, name: str, new_name: str) -> None:
    """Give a profile another name.

    Raises:
        Invalid: there is no such profile, the name is empty, too long, or that of another profile.
    """
    wanted = " ".join(new_name.split())
    with visit.writing(slug, Act.IMPORT) as (place, connection):
        own = profiles.listed(connection, place.id)
        found = profile_named(name, own)
        if not wanted:
            raise Invalid("name_missing")
        if len(wanted) > LONGEST_NAME:
            raise Invalid("name_too_long", length=LONGEST_NAME)
        if any(each.name.casefold() == wanted.casefold() and each.id != found.id for each in own):
            raise Invalid("profile_name_taken", name=wanted)
        profiles.keep(connection, place.id, replace(found, name=wanted))


def correct(visit: Visit, slug: str, name: str, given: Mapping[str, str]) -> None:
    """Change answers of a profile; an empty one is forgotten and will be asked again.

    Raises:
        Invalid: there is no such profile or answer, or it is no choice.
    """
    with visit.writing(slug, Act.IMPORT) as (place, connection):
        found = profile_named(name, profiles.listed(connection, place.id))
        wanted = {question_key(key): value for key, value in given.items()}
        for key, value in wanted.items():
            _refuse_impossible(found, key, value)
        answers = {key: value for key, value in {**found.answers, **wanted}.items() if value}
        if answers != found.answers:
            profiles.keep(connection, place.id, replace(found, answers=answers, sheets=_unconfirmed(found)))


def _refuse_impossible(profile: Profile, key: str, value: str) -> None:
    if key not in profile.answers:
        raise Invalid("unknown_answer", name=key)
    choices = choices_for(profile, key)
    if value and choices and value not in (*choices, profile.answers[key]):
        raise Invalid("not_a_choice", value=value, choices=", ".join(choices))


def choices_for(profile: Profile, key: str) -> tuple[str, ...]:
    """What an answer of a profile can be changed to; empty where anything can be meant."""
    return answer_choices(key, kind_for(profile, key))


def kind_for(profile: Profile, key: str) -> str | None:
    """What the sheet holds that an answer of a profile is about; None where it names no sheet."""
    rest = key.partition(":")[2]
    kinds = {question_key(each.sheet): each.kind for each in profile.sheets}
    return next((kind for sheet, kind in kinds.items() if rest.startswith(f"{sheet}:")), None)


def _unconfirmed(profile: Profile) -> Layout:
    """The sheets without the meanings that rested on the answers before: the next file confirms them anew."""
    return tuple(replace(each, meanings={}) for each in profile.sheets)


def forget(visit: Visit, slug: str, name: str) -> None:
    """Delete a profile with its answers; the next file of its layout is asked about like a new one.

    Raises:
        Invalid: there is no such profile.
    """
    with visit.writing(slug, Act.IMPORT) as (place, connection):
        found = profile_named(name, profiles.listed(connection, place.id))
        profiles.forget(connection, place.id, found)


def share(visit: Visit, slug: str, name: str, is_shared: bool = True) -> None:
    """Offer a profile with its answers to the region and its municipalities, or stop to offer it.

    Raises:
        Invalid: there is no such profile, or the municipality belongs to no region.
    """
    with visit.writing(slug, Act.SHARE_PROFILE) as (place, connection):
        found = profile_named(name, profiles.listed(connection, place.id))
        if _region(place) is None:
            raise Invalid("no_region")
        at = visit.now if is_shared else None
        profiles.keep(connection, place.id, replace(found, shared_at=at))


def _region(place: Place) -> str | None:
    """The region a municipality belongs to; a region is its own."""
    own = place.municipality
    return own.slug if own.kind is MunicipalityKind.REGION else own.region


def known(connection: Connection, place: Place) -> Known:
    """The profiles that files of a municipality can be read with."""
    region = _region(place)
    regional = profiles.shared_in_region(connection, region, but=place.id) if region else []
    return Known(profiles.listed(connection, place.id), regional)


def keep(connection: Connection, place: Place, files: Iterable[Understood], *, at: datetime, by: str) -> None:
    """Keep the understanding of files taken over, each in the place of the profile it was read with."""
    for each in files:
        sheets = _confirmed(each)
        if sheets:
            own = profiles.listed(connection, place.id)
            profiles.keep(connection, place.id, _profile(each, sheets, own, at, by))


def _confirmed(file: Understood) -> Layout:
    """The sheets that were read, and those whose kind was answered."""
    return tuple(each for each in file.layout if each.kind or _kind_key(each) in file.reading.used)


def _is_another_file(file: Understood) -> bool:
    """Whether its sheets have other names: „Energie“ beside „THG“ is a second file, not a changed one."""
    differences = file.match.differences if file.match else ()
    return any(each.code is DifferenceCode.RENAMED_SHEET for each in differences)


def _kind_key(sheet: SheetLayout) -> str:
    return question_key(KIND, sheet.sheet)


def _profile(file: Understood, sheets: Layout, own: Sequence[Profile], at: datetime, by: str) -> Profile:
    answers = {
        key: value
        for key, value in file.reading.used.items()
        if code_of_key(key) in {*OF_A_LAYOUT, *BY_HEADING, WORD} and value != AS_UNDERSTOOD
    }
    before = next((each for each in own if file.profile and each.id == file.profile.id), None)
    if before and not _is_another_file(file):
        return replace(before, sheets=sheets, answers=answers, used_at=at)
    stem = PurePath(file.match.file if file.match else "").stem
    wanted = name_for_file(stem) or plain_sheet(sheets[0].sheet)
    name = unused_name(wanted, [each.name for each in own])
    return Profile(name, sheets, answers, made_at=at, made_by=by, used_at=at)
