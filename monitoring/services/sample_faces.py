"""How the made-up municipalities appear in public: with everything a city sets, and with next to nothing."""

from __future__ import annotations

from monitoring.domain.public_face import PublicFace
from monitoring.services.sample_story import CITY, TOWN, WORKBOOKS

LOGO = WORKBOOKS / "wappen-ilwestadt.svg"
FACES = {
    CITY: PublicFace(
        email="klimaschutz@ilwestadt.example",
        accent="#245b8a",
        embedding_sites=("https://www.ilwestadt.example",),
        land="05",
        logo_text="Wappen von Ilwestadt: eine Burg über einem Fluss",
        facts={
            "body": "Stadt Ilwestadt",
            "address": "Rathausplatz 1\n00000 Ilwestadt",
            "represented_by": "die Oberbürgermeisterin",
            "phone": "00000 123-0",
            "data_protection_officer": "Rathausplatz 1, 00000 Ilwestadt\ndatenschutz@ilwestadt.example",
            "host": "Zweckverband Rechenzentrum Mittlere Ilwe",
            "log_period": "7 Tage",
            "conformance": "partial",
            "barriers": "- Ältere Berichte als PDF haben noch keine Überschriften (bis Ende 2026).",
            "barriers_en": "- Older reports as PDF files have no headings yet (until the end of 2026).",
            "method": "self",
            "stated_on": "2026-01-12",
        },
    ),
    TOWN: PublicFace(email="gemeinde@moorlinden.example"),
}
"""The faces of the municipalities that have set one; the others show what is missing."""
