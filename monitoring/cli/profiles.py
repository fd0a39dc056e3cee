"""Commands about profiles: list, rename, correct, forget, share."""

from __future__ import annotations

from typing import Any

from monitoring.cli.command import Bench, Outcome
from monitoring.domain.profile import Profile
from monitoring.services import profiles
from monitoring.texts.words import Words


def listing(bench: Bench) -> Outcome:
    """The profiles of a municipality, and those its region offers."""
    found = profiles.listed(bench.visit, bench.options.slug)
    every = [*found.own, *found.regional]
    text = "\n".join(_line(each, bench.words) for each in every) or bench.words("cli.profiles_none")
    shape = {
        "profiles": [_shape(each) for each in found.own],
        "regional": [_shape(each) for each in found.regional],
    }
    return Outcome(text, shape)


def _line(profile: Profile, words: Words) -> str:
    kinds = words.list(words.kind(each) for each in profile.kinds)
    lines = [f"{profile.name}: {kinds}, {words.date(profile.used_at)}, {profile.owner}"]
    return "\n".join([*lines, *(f"    {key}={value}" for key, value in profile.answers.items())])


def _shape(profile: Profile) -> dict[str, Any]:
    return {
        "name": profile.name,
        "owner": profile.owner,
        "sheets": [
            {"sheet": each.sheet, "kind": each.kind, "labels": [*each.labels]} for each in profile.sheets
        ],
        "answers": dict(profile.answers),
        "made_at": profile.made_at.isoformat(),
        "made_by": profile.made_by,
        "used_at": profile.used_at.isoformat(),
        "shared": profile.shared_at is not None,
    }


def rename(bench: Bench) -> Outcome:
    """Give a profile another name."""
    given = bench.options
    profiles.rename(bench.visit, given.slug, given.name, given.new_name)
    return Outcome(bench.words("cli.profile_renamed", name=given.new_name), {"name": given.new_name})


def correct(bench: Bench) -> Outcome:
    """Change one answer of a profile, or forget it."""
    given = bench.options
    profiles.correct(bench.visit, given.slug, given.name, {given.key: given.value})
    return Outcome(bench.words("cli.profile_corrected"), {"name": given.name})


def forget(bench: Bench) -> Outcome:
    """Delete a profile with its answers."""
    profiles.forget(bench.visit, bench.options.slug, bench.options.name)
    return Outcome(bench.words("cli.profile_forgotten"), {"name": bench.options.name})


def share(bench: Bench) -> Outcome:
    """Offer a profile to the region, or stop to offer it."""
    given = bench.options
    profiles.share(bench.visit, given.slug, given.name, is_shared=not given.stop)
    said = "cli.profile_not_shared" if given.stop else "cli.profile_shared"
    return Outcome(bench.words(said), {"name": given.name, "shared": not given.stop})
