"""Sharing: the council sees a revision before it is public."""

from __future__ import annotations

from monitoring.domain.access import Act
from monitoring.forms.form import Form
from monitoring.forms.sent import Sent
from monitoring.services.publishing import share


def share_revision(sent: Sent) -> str:
    """Share the revision that the manager looked at."""
    number = share(sent.visit, sent.slug, sent.number("revision"))
    return sent.address.to("/veroeffentlichen", geteilt=str(number))


FORMS = (Form("/veroeffentlichen", Act.SHARE, share_revision, act="share"),)
