"""The past: what the public saw in earlier publications, and what was amended since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from monitoring.domain.balance import CellState, EmissionEntry
from monitoring.domain.changes import Change
from monitoring.domain.correction import Corrected, is_progress
from monitoring.domain.publication import Publication
from monitoring.domain.record import Key, Record


@dataclass(frozen=True, slots=True)
class Version:
    """A record as the public saw it from one publication until another replaced or removed it."""

    record: Record
    since: int
    until: int


@dataclass(frozen=True, slots=True)
class Amendment:
    """One thing that was public and was amended: the value of a field, or with no field the whole record.

    `was` and `now` are the records before and after; `publication` is the one that brought the change, and
    `reason` what was given for this thing alone or for all of them.
    """

    was: Record
    now: Record | None
    name: str | None
    publication: Publication
    reason: str | None = None

    @property
    def is_progress(self) -> bool:
        """Whether it adds what was missing or tells how a measure goes on, and corrects nothing."""
        return is_progress(self.was, self.name)

    @property
    def before(self) -> Any:
        """The value that was public."""
        return getattr(self.was, self.name) if self.name else None

    @property
    def after(self) -> Any:
        """The value since then."""
        return getattr(self.now, self.name) if self.name and self.now else None


@dataclass(frozen=True)
class Past:
    """Earlier public versions by kind, and where the present ones began.

    `publications` are those that are out, up to the one that is seen, oldest first.
    """

    publications: tuple[Publication, ...] = ()
    closed: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    begun: Mapping[str, Mapping[Key, int]] = field(default_factory=dict)
    reasons: Mapping[tuple[int, Corrected], str] = field(default_factory=dict)
    """What was given as the reason of single corrections, by publication; withdrawn ones give none."""
    withdrawn: tuple[Publication, ...] = ()
    """Publications before the one that follows that the public saw once and no longer sees, newest first."""

    def brought_by(self, number: int) -> Publication | None:
        """The publication in which the public came to see what one number brought, which may be withdrawn."""
        return next((each for each in self.publications if each.number >= number), None)

    def since(self, record: Record) -> Publication | None:
        """The publication in which a record that is public now began, in this version."""
        number = self.begun.get(record.KIND, {}).get(record.key)
        return None if number is None else self.brought_by(number)

    def is_first_version(self, record: Record) -> bool:
        """Whether nothing with the same key was public before."""
        return all(each.record.key != record.key for each in self.closed.get(record.KIND, ()))

    def amendments(self, records: Mapping[str, tuple[Record, ...]]) -> list[Amendment]:
        """Everything public that was amended, newest first; `records` are those of today.

        A year of a balance in which a value is or was confidential is left out as a whole.
        """
        secret = self.secret_years(records)
        found: list[Amendment] = []
        for kind, versions in self.closed.items():
            today = {each.key: each for each in records.get(kind, ())}
            for key, steps in _by_key(versions).items():
                if kind != EmissionEntry.KIND or key[:2] not in secret:
                    found += self._of_key(steps, today.get(key))
        return sorted(found, key=lambda each: each.publication.number, reverse=True)

    def _of_key(self, steps: list[Version], today: Record | None) -> Iterator[Amendment]:
        """What became of each version: replaced in the same publication in which it ended, or removed."""
        seen = [(step.record, step.since, step.until) for step in steps if self._was_seen(step)]
        begun = None if today is None else self.begun.get(today.KIND, {}).get(today.key)
        followers = [(record, since) for record, since, _ in seen[1:]] + [(today, begun)]
        for (record, _, until), (follower, since) in zip(seen, followers, strict=True):
            publication = self.brought_by(until)
            if publication is None:
                continue
            follows = since is not None and self.brought_by(since) == publication
            yield from self._amended(record, follower if follows else None, publication)

    def _amended(self, was: Record, now: Record | None, publication: Publication) -> Iterator[Amendment]:
        names = [None] if now is None else Change(was.KIND, was, now).differences()
        for name in names:
            reason = self.reason(Corrected.value(was, name), publication)
            yield Amendment(was, now, name, publication, reason)

    def reason(self, about: Corrected, publication: Publication) -> str | None:
        """Why a publication changed something: its own reason, else what the publication says of itself."""
        return self.reasons.get((publication.number, about)) or publication.explanation

    def secret_years(self, records: Mapping[str, tuple[Record, ...]]) -> set[Key]:
        """Area and year of every balance with a confidential value, now or then."""
        before = (each.record for each in self.closed.get(EmissionEntry.KIND, ()))
        return {
            each.key[:2]
            for each in (*before, *records.get(EmissionEntry.KIND, ()))
            if isinstance(each, EmissionEntry) and each.state is CellState.CONFIDENTIAL
        }

    def _was_seen(self, version: Version) -> bool:
        """Whether the version stood in any publication that is out."""
        return self.brought_by(version.since) != self.brought_by(version.until)


def _by_key(versions: Iterable[Version]) -> dict[Key, list[Version]]:
    found: dict[Key, list[Version]] = {}
    for each in sorted(versions, key=lambda version: version.since):
        found.setdefault(each.record.key, []).append(each)
    return found
