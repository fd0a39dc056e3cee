"""The public face of a municipality: seeing it, and changing it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from monitoring.domain.access import Act
from monitoring.domain.errors import Invalid, NotFound
from monitoring.domain.face_version import OF_THE_MUNICIPALITY, face_of, own_of
from monitoring.domain.municipality import Municipality
from monitoring.domain.public_face import Logo, PublicFace, accent_faults
from monitoring.pictures.checked_picture import checked
from monitoring.pictures.picture import Unusable
from monitoring.services import face_versions
from monitoring.services.municipalities import with_checked_addresses
from monitoring.services.overview import municipality
from monitoring.services.visit import Visit
from monitoring.storage import face_versions as stored_versions
from monitoring.storage import municipalities, public_faces


@dataclass(frozen=True, slots=True)
class LogoFile:
    """A logo as it is sent to browsers."""

    media_type: str
    mark: str
    content: bytes


def checked_logo(content: bytes) -> tuple[Logo, bytes]:
    """What is known of a logo, and its content as it may be shown to everybody.

    Raises:
        Invalid: it is no picture that can be shown; `details["fields"]` says why.
    """
    try:
        picture = checked(content)
    except Unusable as problem:
        raise Invalid("invalid_fields", fields={"logo": problem.fault}) from None
    mark = sha256(picture.content).hexdigest()[:16]
    known = Logo(media_type=picture.media_type, mark=mark, width=picture.width, height=picture.height)
    return known, picture.content


def face_mark(face: PublicFace, own: Municipality) -> str:
    """A mark of everything that is set together: another one once anybody has changed any of it."""
    told = [face.model_dump_json(), *(str(getattr(own, name)) for name in OF_THE_MUNICIPALITY)]
    return sha256("\n".join(told).encode()).hexdigest()[:16]


def public_face(visit: Visit, slug: str) -> PublicFace:
    """How a municipality appears, for all who see something of it.

    Raises:
        NotFound: there is none, or the viewer must not know.
    """
    municipality(visit, slug)
    with visit.database.reading() as connection:
        place = municipalities.existing(connection, slug)
        return public_faces.find(connection, place.id)


def change_public_face(
    visit: Visit,
    slug: str,
    face: PublicFace,
    own: Municipality,
    logo: bytes | None = None,
    based_on: str | None = None,
) -> None:
    """Store how a municipality appears, as a new version; every public page shows it at once.

    Args:
        own: the municipality with the unit to turn to and the addresses of legal pages elsewhere; nothing
            else of it is taken.
        logo: the content of a new logo that `face.logo` tells of.
        based_on: the mark of what was set when the changes were begun.

    Raises:
        Invalid: an address is none of a web page, or a colour cannot be read; `face_changed`: somebody else
            has changed it meanwhile.
    """
    weak = accent_faults(face.accent, face.accent_dark)
    if weak:
        raise Invalid("invalid_fields", fields=weak)
    told = {name: getattr(own, name) for name in OF_THE_MUNICIPALITY}
    with visit.writing(slug, Act.PRESENT) as (place, connection):
        before = public_faces.find(connection, place.id)
        if based_on not in (None, face_mark(before, place.municipality)):
            raise Invalid("face_changed")
        face_versions.keep_before(connection, place, before)
        changed = with_checked_addresses(place.municipality.model_copy(update=told))
        municipalities.change(connection, changed)
        public_faces.keep(connection, place.id, face, at=visit.now, by=visit.by)
        if logo is not None:
            public_faces.keep_logo(connection, place.id, logo)
        face_versions.keep_after(connection, place.id, face, changed, at=visit.now, by=visit.by)
        municipalities.count_change_of_settings(connection, place.id)


def restore_face(visit: Visit, slug: str, number: int, based_on: str | None = None) -> None:
    """Set everything again as it was in a version; what is set now stays a version too.

    A logo that was erased meanwhile does not come back.

    Raises:
        NotFound: there is no such version.
        Invalid: as `change_public_face`.
    """
    versions = face_versions.versions_of_face(visit, slug)
    told = next((each.told for each in versions if each.number == number), None)
    if told is None:
        raise NotFound()
    own = municipality(visit, slug).model_copy(update=own_of(told))
    face, content = face_of(told), None
    if face.logo is not None:
        with visit.database.reading() as connection:
            place = municipalities.find(connection, slug)
            assert place is not None
            content = stored_versions.logo_content(connection, place.id, face.logo.mark)
        face = face if content else face.model_copy(update={"logo": None})
    change_public_face(visit, slug, face, own, content, based_on)


def logo(visit: Visit, slug: str) -> LogoFile:
    """The logo of a municipality, for all who see something of it.

    Raises:
        NotFound: it has none, or the viewer must not know.
    """
    face = public_face(visit, slug)
    with visit.database.reading() as connection:
        place = municipalities.find(connection, slug)
        content = None if place is None else public_faces.logo_content(connection, place.id)
    if face.logo is None or content is None:
        raise NotFound()
    return LogoFile(face.logo.media_type, face.logo.mark, content)
