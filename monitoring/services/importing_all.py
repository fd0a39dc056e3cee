"""Importing for all: a file about many municipalities becomes one revision of each, below their region."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from monitoring.domain.access import ANYWHERE, Act
from monitoring.domain.changes import Change, effective
from monitoring.domain.errors import Invalid, Refusal
from monitoring.domain.municipality import Municipality, MunicipalityKind
from monitoring.domain.named_place import NamedPlace
from monitoring.domain.official_keys import NO_KEYS, OfficialKeys, official_keys
from monitoring.domain.place_addresses import addresses
from monitoring.domain.question import Question
from monitoring.domain.slug import slug_from_name
from monitoring.domain.watch import ImportStage
from monitoring.services import importing
from monitoring.services import state as states
from monitoring.services.accepting import set_apart
from monitoring.services.checking import Check, File, Options, compare
from monitoring.services.municipalities import add_municipality
from monitoring.services.places_of_file import ReadForAll, read_for_all
from monitoring.services.revising import current_sight, refuse_conflict, write
from monitoring.services.understanding import understood_by_place
from monitoring.services.visit import Visit
from monitoring.spreadsheets.understanding import Reading
from monitoring.storage import acceptances, answers, content, municipalities, revisions, uploads
from monitoring.storage.database import Connection
from monitoring.storage.municipalities import Place
from monitoring.storage.uploads import Upload


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one municipality of a file; `refusal` where something other than its values stood
    against it.
    """

    place: NamedPlace
    slug: str
    is_new: bool = False
    check: Check | None = None
    refusal: Refusal | None = None

    @property
    def is_fine(self) -> bool:
        """Whether nothing stood against taking over."""
        return self.refusal is None and self.check is not None and self.check.can_be_taken_over


@dataclass(frozen=True, slots=True)
class ImportedAll:
    """What became of a file about many municipalities, of each and of what holds for all of it."""

    region: str
    is_new: bool
    read: ReadForAll
    municipalities: tuple[Imported, ...] = ()
    revision: int | None = None

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every open question once, though many municipalities may ask it."""
        own = (each.check.questions for each in self.municipalities if each.check)
        asked = [*self.read.questions, *(question for each in own for question in each)]
        return tuple({each.key: each for each in asked}.values())

    @property
    def is_fine(self) -> bool:
        """Whether every municipality was taken over or had nothing to change."""
        return bool(self.municipalities) and all(each.is_fine for each in self.municipalities)


def import_all(
    visit: Visit, files: Sequence[File], options: Options, region: str | None = None, is_trial: bool = False
) -> ImportedAll:
    """Take files over for every municipality that they name; `is_trial` stores nothing.

    Questions and faults that concern the whole file come first: while one is open, nothing is stored. After
    that each municipality stands for itself.

    Raises:
        Invalid: there is no file, or the municipality named as the region is none.
    """
    visit.require(Act.ADD_MUNICIPALITY, ANYWHERE)
    if not files:
        raise Invalid("no_file")
    name = PurePath(files[0].name).stem
    slug = region or slug_from_name(name)
    known = _region(visit, slug)
    given = options.with_remembered(_remembered(visit, known))
    found = ImportedAll(slug, known is None, _read(visit, files, given))
    if found.read.stands_against:
        return found
    work = _Work(visit, found, given)
    if not is_trial:
        work.keep(name if region is None else slug, files, options.answers)
    return work.done()


def _region(visit: Visit, slug: str) -> Place | None:
    with visit.database.reading() as connection:
        place = municipalities.find(connection, slug)
    if place and place.municipality.kind is not MunicipalityKind.REGION:
        raise Invalid("not_a_region", slug=slug)
    return place


def _remembered(visit: Visit, region: Place | None) -> Mapping[str, str]:
    if region is None:
        return {}
    with visit.database.reading() as connection:
        return answers.remembered(connection, region.id)


def _read(visit: Visit, files: Sequence[File], options: Options) -> ReadForAll:
    return read_for_all({each.name: understood_by_place(each, options, visit) for each in files})


@dataclass(slots=True)
class _Work:
    """One municipality after the other, as the files of the region name them."""

    visit: Visit
    found: ImportedAll
    options: Options
    kept: Sequence[Upload] = ()
    """The files as the region keeps them; none where nothing is to be stored."""

    def keep(self, name: str, files: Sequence[File], given: Mapping[str, str]) -> None:
        """Keep the files and the answers with the region, which is added where there is none."""
        region = self.found.region
        if self.found.is_new:
            kind = MunicipalityKind.REGION
            add_municipality(self.visit, Municipality(slug=region, name=name, kind=kind))
        batch = importing.upload(self.visit, region, files)
        importing.answer(self.visit, region, batch, given)
        with self.visit.database.reading() as connection:
            self.kept = uploads.batch(connection, self.visit.place(region, Act.IMPORT).id, batch)

    def done(self) -> ImportedAll:
        """Every municipality, and the revision of the region that notes it where anything was written."""
        imported = tuple(self._all())
        is_written = any(each.check and each.check.revision for each in imported)
        revision = self._noted() if is_written else None
        return replace(self.found, municipalities=imported, revision=revision)

    def _all(self) -> Iterator[Imported]:
        places = self.found.read.of_place
        slugs = addresses(places)
        often = Counter(slugs.values())
        keys = official_keys(place.key for place in places)
        for number, (place, slug) in enumerate(slugs.items()):
            self.visit.watch(ImportStage.MUNICIPALITIES, number, len(places))
            own = keys.get(place.key or "", NO_KEYS)
            yield self._imported(place, slug, own, is_unique=often[slug] == 1)
        self.visit.watch(ImportStage.MUNICIPALITIES, len(places), len(places))

    def _imported(self, place: NamedPlace, slug: str, keys: OfficialKeys, is_unique: bool) -> Imported:
        try:
            if not (slug and is_unique):
                raise Invalid("name_not_unique", name=place.name)
            return self._one(place, slug, keys)
        except Refusal as problem:
            return Imported(place, slug, refusal=problem)

    def _one(self, place: NamedPlace, slug: str, keys: OfficialKeys) -> Imported:
        with self.visit.database.reading() as connection:
            known = self._known(connection, slug, keys)
            check = self._checked(connection, known, place)
        slug = known.municipality.slug if known else slug
        imported = Imported(place, slug, known is None, check)
        if not self.kept or not imported.is_fine or check.changes_nothing:
            return imported
        if known is None:
            municipality = Municipality(slug=slug, name=place.name, region=self.found.region)
            add_municipality(self.visit, municipality.model_copy(update=keys.known))
        return replace(imported, check=replace(check, revision=self._written(slug, check, keys)))

    def _known(self, connection: Connection, slug: str, keys: OfficialKeys) -> Place | None:
        """The municipality with the official key, else the one of this region with the address."""
        same = municipalities.find_by_ags(connection, keys.ags) if keys.ags else None
        if keys.own_key:
            same = municipalities.find_by_own_key(connection, keys.own_key, self.found.region)
        found = same or municipalities.find(connection, slug)
        if found and not same and found.municipality.region != self.found.region:
            raise Invalid("slug_of_another_region", slug=slug, name=found.municipality.name)
        return found

    def _checked(self, connection: Connection, known: Place | None, place: NamedPlace) -> Check:
        read = self.found.read
        readings = [
            _from(upload, each) for upload, each in zip(self._ids(), read.of_place[place], strict=True)
        ]
        stored = states.known(connection, known.id, current_sight(known)) if known else {}
        used = content.ids_ever_used(connection, known.id) if known else ()
        check = compare(read.files, readings, stored, used, self.options, self.visit.today)
        if known is None:
            return check
        check = set_apart(check, acceptances.listed(connection, known.id))
        return replace(check, based_on=known.revision)

    def _ids(self) -> Sequence[int | None]:
        return [each.id for each in self.kept] or [None] * len(self.found.read.files)

    def _written(self, slug: str, check: Check, keys: OfficialKeys) -> int:
        touched = {change.item for change in effective(check.changes)}
        visit = self.visit
        with visit.writing(slug, Act.IMPORT) as (place, connection):
            refuse_conflict(connection, place, check.based_on, lambda item: item in touched)
            own = {each.id: uploads.mention(connection, place.id, each) for each in self.kept}
            changes = [_with_uploads(each, own) for each in effective(check.changes)]
            note = self.options.note
            number = write(connection, place, changes, at=visit.now, by=visit.by, act="import", note=note)
            uploads.mark_taken(connection, place.id, self.kept[0].batch, number)
            _keep_keys(connection, place, keys)
        return number

    def _noted(self) -> int:
        """A revision of the region without records of its own: its files are in use."""
        visit, note = self.visit, self.options.note
        with visit.writing(self.found.region, Act.IMPORT) as (place, connection):
            number = revisions.add(
                connection, place.id, [], at=visit.now, by=visit.by, act="import", note=note
            )
            uploads.mark_taken(connection, place.id, self.kept[0].batch, number)
        return number


def _keep_keys(connection: Connection, place: Place, keys: OfficialKeys) -> None:
    """Keeps the keys of a municipality that has none of that kind yet: next year it may have another name."""
    own = place.municipality
    new = {name: key for name, key in keys.known.items() if getattr(own, name) is None}
    if new:
        municipalities.change(connection, own.model_copy(update=new))


def _from(upload: int | None, found: Reading) -> Reading:
    return replace(found, drafts=tuple(replace(each, upload=upload) for each in found.drafts))


def _with_uploads(change: Change, own: Mapping[int, int]) -> Change:
    """The change with its municipality's own number of each file."""
    provenance = {
        name: replace(each, upload=own.get(each.upload, each.upload)) if each.upload else each
        for name, each in change.provenance.items()
    }
    return replace(change, provenance=provenance)
