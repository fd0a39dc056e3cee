"""The sheet „Handlungsfelder“: the fields of action as the municipality names them."""

from __future__ import annotations

from monitoring.spreadsheets.column import Column, Reads, SheetFormat

FIELDS_OF_ACTION = SheetFormat(
    kind="fields_of_action",
    title="Handlungsfelder",
    title_aliases=("fields of action",),
    needs=(("name",),),
    note="Die Handlungsfelder der Kommune, auf Wunsch einem allgemeinen Thema zugeordnet.",
    columns=(
        Column(
            "name",
            "Handlungsfeld",
            required=True,
            example="Wärme und Gebäude",
            aliases=("Name", "field of action"),
        ),
        Column(
            "topic",
            "Thema",
            Reads.WORD,
            "topic",
            example="heat_and_buildings",
            aliases=("Themenfeld", "topic"),
        ),
        Column("position", "Reihenfolge", Reads.WHOLE, example=1, aliases=("Position", "Sortierung")),
        Column("description", "Beschreibung", aliases=("Kurzbeschreibung", "description")),
    ),
)
