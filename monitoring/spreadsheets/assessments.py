"""The sheet „Bewertungen“: how well measures went, what hindered and what helped."""

from __future__ import annotations

from monitoring.spreadsheets.column import Column, Reads, SheetFormat
from monitoring.spreadsheets.measures import measure_needs, naming_columns, number_column

_KIND = "assessments"
_GRADE_NOTE = "1 (sehr gering) bis 5 (sehr hoch)."
_LIST_NOTE = "Mehrere mit Semikolon trennen."
ASSESSMENTS = SheetFormat(
    kind=_KIND,
    title="Bewertungen",
    title_aliases=("Bewertung", "assessments"),
    needs=(measure_needs(_KIND), ("period",)),
    note="Selbsteinschätzung der Verwaltung, eine Zeile je Maßnahme und Berichtszeitraum.",
    columns=(
        number_column(_KIND),
        Column(
            "period",
            "Zeitraum",
            required=True,
            example="2024",
            aliases=("Berichtszeitraum", "Berichtsjahr", "Jahr"),
        ),
        Column(
            "goal_reached",
            "Maßnahmenziel erreicht",
            Reads.WORD,
            "goal_reached",
            example="partly",
            aliases=("Zielerreichung",),
        ),
        Column("effect", "Wirkung (1–5)", Reads.WHOLE, example=4, aliases=("Wirkung",), note=_GRADE_NOTE),
        Column("effect_text", "Wirkung (Text)", aliases=("Wirkung Erläuterung",)),
        Column(
            "acceptance", "Akzeptanz (1–5)", Reads.WHOLE, example=3, aliases=("Akzeptanz",), note=_GRADE_NOTE
        ),
        Column(
            "obstacles",
            "Hemmnisse",
            Reads.WORDS,
            "obstacle",
            example=("staff",),
            aliases=("Hemmnis",),
            note=_LIST_NOTE,
        ),
        Column("obstacles_text", "Hemmnisse (Text)", aliases=("Hemmnisse Erläuterung",)),
        Column(
            "success_factors",
            "Erfolgsfaktoren",
            Reads.WORDS,
            "success_factor",
            example=("funding",),
            aliases=("Erfolgsfaktor",),
            note=_LIST_NOTE,
        ),
        Column("success_factors_text", "Erfolgsfaktoren (Text)", aliases=("Erfolgsfaktoren Erläuterung",)),
        Column("lessons", "Lehren", aliases=("Erkenntnisse", "Lessons learned")),
        Column("next_steps", "Nächste Schritte", aliases=("Ausblick",)),
        Column("adjustment", "Anpassungsbedarf", aliases=("Anpassung",)),
        Column("co_benefits", "Zusatznutzen", aliases=("Co-Benefits", "Nebennutzen")),
        Column("note", "Interne Notiz", aliases=("Anmerkung", "Bemerkung", "Notiz", "note")),
        *naming_columns(_KIND),
    ),
)
