"""The addresses of an import: one for each step, with what was said for this time only in their query."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

from monitoring.components.address import Address
from monitoring.components.import_options import COMPLETE, KIND, NOTE, UNIT
from monitoring.components.questions import ANSWER
from monitoring.components.refused_files import REFUSED

UNDERSTOOD, QUESTIONS, CHANGES, DONE = "verstanden", "fragen", "aenderungen", "fertig"
STEPS = (UNDERSTOOD, QUESTIONS, CHANGES, DONE)
"""The steps after the upload, each with an address of its own below that of the batch."""
SEEN = "gesehen"
"""Says that the person looked at what was understood: the next step is another one."""
FILE, SHEET, FIRST_ROW, FIRST_COLUMN = "datei", "blatt", "ab", "spalte"
"""The part of the user's own table that is shown."""
_SHOWN = frozenset({FILE, SHEET, FIRST_ROW, FIRST_COLUMN})
_KEPT = frozenset({COMPLETE, KIND, UNIT, NOTE, REFUSED, SEEN})


def batch_tail(batch: str) -> str:
    """The address of an import within its municipality; it shows the step that needs the person."""
    return f"/daten/pruefung/{batch}"


def step_href(address: Address, step: str = "", **more: str) -> str:
    """The address of a step (of the one that needs the person without a name), with everything said so far.

    >>> at = Address("de", "altheim", True, variables={"batch": "b1"}, query={"art": "balance", "ab": "31"})
    >>> step_href(at, "fragen")
    '/intern/altheim/daten/pruefung/b1/fragen?art=balance'
    """
    tail = batch_tail(address.variables["batch"])
    kept = {name: text for name, text in address.query.items() if is_kept(name)}
    path = address.to(f"{tail}/{step}" if step else tail)
    return f"{path}?{urlencode(kept | more)}" if kept or more else path


def place_of(to: str) -> tuple[str, dict[str, str]]:
    """The step that a path of ours leads to, with the part of the table it shows; anything else is none.

    >>> place_of("/intern/a/daten/pruefung/b1/verstanden?blatt=Bilanz&art=x"), place_of("https://a.example/x")
    (('verstanden', {'blatt': 'Bilanz'}), ('', {}))
    """
    path, _, query = to.partition("?")
    step = path.rpartition("/")[2]
    return (step, shown_part(dict(parse_qsl(query)))) if step in STEPS else ("", {})


def shown_part(query: Mapping[str, str]) -> dict[str, str]:
    """The part of the query that says which part of the user's own table is shown.

    >>> shown_part({"blatt": "Bilanz", "ab": "31", "art": "balance"})
    {'blatt': 'Bilanz', 'ab': '31'}
    """
    return {name: text for name, text in query.items() if name in _SHOWN}


def is_kept(name: str) -> bool:
    """Whether a part of the query was said about the import, rather than about what is shown of it."""
    return name in _KEPT or name.startswith(ANSWER)
