"""The sheet „Programme“: the concepts and plans that measures belong to."""

from __future__ import annotations

from monitoring.spreadsheets.column import Column, Reads, SheetFormat

PROGRAMMES = SheetFormat(
    kind="programmes",
    title="Programme",
    title_aliases=("Konzepte", "programmes"),
    needs=(("name",),),
    note="Konzepte und Pläne, zu denen Maßnahmen gehören.",
    columns=(
        Column(
            "name",
            "Programm",
            required=True,
            example="Klimaschutzkonzept 2023",
            aliases=("Name", "Konzept", "programme"),
        ),
        Column("description", "Beschreibung", aliases=("Kurzbeschreibung", "description")),
        Column("decision_date", "Beschlussdatum", Reads.DATE, aliases=("Beschluss vom",)),
        Column(
            "decision_document",
            "Beschluss",
            aliases=("Vorlage", "Beschlussvorlage"),
            example="Vorlage 45/2023",
        ),
        Column(
            "start_year", "Beginn (Jahr)", Reads.YEAR, example=2023, aliases=("Beginn", "Startjahr", "von")
        ),
        Column("end_year", "Ende (Jahr)", Reads.YEAR, example=2030, aliases=("Ende", "Endjahr", "bis")),
        Column("replaced_by", "Ersetzt durch", aliases=("Nachfolger",)),
        Column("note", "Interne Notiz", aliases=("Anmerkung", "Bemerkung", "Notiz", "note")),
    ),
)
