"""Profiles: renaming, correcting, forgetting and sharing them, each told of on the page it leads back to."""

from __future__ import annotations

from monitoring.components.profile_forms import DONE, PROFILE
from monitoring.components.questions import ANSWER
from monitoring.domain.access import Act
from monitoring.forms.form import Form
from monitoring.forms.sent import Sent
from monitoring.services import profiles

_TAIL = "/daten/profile"


def rename_profile(sent: Sent) -> str:
    """Give the profile the name that was typed."""
    profiles.rename(sent.visit, sent.slug, sent.text(PROFILE), sent.text("name"))
    return _done(sent, "renamed")


def correct_profile(sent: Sent) -> str:
    """Change the answers of the profile to those sent."""
    texts = sent.single_texts()
    given = {name.removeprefix(ANSWER): text for name, text in texts.items() if name.startswith(ANSWER)}
    profiles.correct(sent.visit, sent.slug, sent.text(PROFILE), given)
    return _done(sent, "corrected")


def forget_profile(sent: Sent) -> str:
    """Delete the profile."""
    profiles.forget(sent.visit, sent.slug, sent.text(PROFILE))
    return _done(sent, "forgotten")


def share_profile(sent: Sent) -> str:
    """Offer the profile to the region."""
    profiles.share(sent.visit, sent.slug, sent.text(PROFILE))
    return _done(sent, "shared")


def unshare_profile(sent: Sent) -> str:
    """Offer the profile no longer."""
    profiles.share(sent.visit, sent.slug, sent.text(PROFILE), is_shared=False)
    return _done(sent, "unshared")


def _done(sent: Sent, what: str) -> str:
    return sent.page(_TAIL, {DONE: what})


FORMS = (
    Form(_TAIL, Act.IMPORT, rename_profile, act="rename"),
    Form(_TAIL, Act.IMPORT, correct_profile, act="correct"),
    Form(_TAIL, Act.IMPORT, forget_profile, act="forget"),
    Form(_TAIL, Act.SHARE_PROFILE, share_profile, act="share"),
    Form(_TAIL, Act.SHARE_PROFILE, unshare_profile, act="unshare"),
)
