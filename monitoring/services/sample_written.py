"""What the made-up city wrote for everybody: success stories and a text in easy language."""

from __future__ import annotations

from pathlib import Path

from monitoring.services.sample_story import WORKBOOKS

PUBLISHED_WITH = "ilwestadt-2025.xlsx"
"""The workbook after which they were written and published."""
PHOTO: Path = WORKBOOKS / "strassenbeleuchtung-ilwestadt.png"
STORIES: dict[str, dict[str, str | None]] = {
    "M11": {
        "title": "Helle Straßen mit halb so viel Strom",
        "text": "Mehr als die Hälfte der Straßenlaternen leuchtet heute mit LED. Auf Anregung aus der "
        "Nachbarschaft wird das Licht nachts gedimmt und geht an, wenn jemand kommt.",
        "picture_text": "Zeichnung: eine Straße am Abend, vier Laternen werfen helles Licht",
        "credit": "Stadt Ilwestadt (Zeichnung)",
    },
    "M9": {
        "title": "Wo Zähler abgelesen werden, sinkt der Verbrauch",
        "text": "In allen städtischen Gebäuden wird der Verbrauch jede Woche ausgewertet. Wer für die "
        "Heizung zuständig ist, sieht sofort, wenn sie nachts durchläuft.",
    },
}
"""By measure; the first one has the photo."""
_EASY = """Das Klima auf der Erde wird wärmer.
Das ist gefährlich.
Zum Beispiel gibt es mehr Hitze und mehr Stürme.

# Was macht die Stadt?

Die Stadt will das Klima schützen.
Dafür macht die Stadt viele Dinge.
Zum Beispiel:

- Die Stadt baut neue Rad-Wege.
- Die Stadt baut Solar-Anlagen auf Schulen.
- Die Straßen-Lampen brauchen weniger Strom.

# Reicht das?

Nein.
Die Stadt muss noch mehr machen.
Jedes Jahr muss es besser werden."""
EASY_TEXT = {
    "title": "Klima-Schutz in Ilwestadt",
    "text": _EASY,
    "checked_by": "Prüfgruppe der Ilwetal-Werkstätten (erfunden)",
}
