"""Hostile uploads harm nobody else: what others import meanwhile is taken over as if nothing had happened."""

from __future__ import annotations

import threading

from monitoring.services.importing import upload, uploaded
from monitoring.services.state import state
from tests.services.stage import BALANCE, FOREIGN, OWN, File, Stage, book
from tests.spreadsheets.hostile_files import REFUSED

HOSTILE = [
    "claims_four_billion_texts.xlsx",
    "one_text_everywhere.xlsx",
    "external_entity_in_texts.xlsx",
    "points_outside.xlsx",
]
AT_ONCE = 3


def test_others_import_while_hostile_files_are_read(stage: Stage) -> None:
    files = {name: REFUSED[name][0]() for name in HOSTILE}

    def attack() -> None:
        for name, content in files.items():
            upload(stage.visit(), OWN, [File(name, content)])

    attackers = [threading.Thread(target=attack) for _ in range(AT_ONCE)]
    for attacker in attackers:
        attacker.start()
    taken = stage.take(book({"Bilanz": BALANCE}), slug=FOREIGN)
    while_attacked = any(attacker.is_alive() for attacker in attackers)
    for attacker in attackers:
        attacker.join()

    assert while_attacked
    assert taken.revision == 1
    seen = state(stage.visit(slug=FOREIGN), FOREIGN)
    assert len(seen.records["balance"]) == len(BALANCE) - 1
    assert stage.take(book({"Bilanz": BALANCE}), slug=FOREIGN).changes_nothing
    kept = uploaded(stage.visit(), OWN)
    assert len(kept) == AT_ONCE * len(HOSTILE)
    assert {each.refused_because for each in kept} <= set().union(*(REFUSED[name][1] for name in HOSTILE))
