"""The outlook says where it leads and how far from the target that is, or why it cannot be said."""

from __future__ import annotations

import pytest

from monitoring.texts.outlook import outlook_sentence
from monitoring.texts.words import words
from tests.texts.progress_cases import CASES, plain, progress_of

DE = words("de")


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        (
            "off_track",
            "Geht es weiter wie im Mittel seit 2017 (der Wert sinkt um 2.400 t pro Jahr), sind es 2030 "
            "rechnerisch 68.800 t. Das wären 8.800 t mehr, als das Ziel von 60.000 t erlaubt.",
        ),
        (
            "on_track",
            "Geht es weiter wie im Mittel seit 2017 (der Wert sinkt um 2.400 t pro Jahr), sind es 2030 "
            "rechnerisch 68.800 t. Damit wäre das Ziel von 70.000 t erreicht.",
        ),
        (
            "rising",
            "Geht es weiter wie im Mittel seit 2018 (der Wert steigt um 3,33 pro Jahr), sind es 2030 "
            "rechnerisch 50. Damit würden 10 zum Ziel von 60 fehlen.",
        ),
        (
            "two_balances",
            "Wohin es führt, lässt sich noch nicht sagen: Dafür gibt es zu wenige vergleichbare Werte.",
        ),
        ("missed", "Das Zieljahr 2022 ist vorbei. Weiter reicht der Blick nach vorn nicht."),
    ],
)
def test_where_it_leads(case: str, sentence: str) -> None:
    assert plain(outlook_sentence(CASES[case], DE)) == sentence


def test_nothing_falls_below_zero() -> None:
    steep = {2018: 90e3, 2019: 70e3, 2020: 50e3, 2021: 30e3}
    falling = progress_of(steep, base_year=2018, reduction=0.9)
    assert plain(outlook_sentence(falling, DE)).endswith("ist schon vor 2030 rechnerisch nichts mehr übrig.")
