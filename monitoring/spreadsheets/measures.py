"""The sheet „Maßnahmen“, and the columns with which other sheets name a measure."""

from __future__ import annotations

from datetime import date

from monitoring.domain.measure_reference import reference_field
from monitoring.spreadsheets.column import Column, Reads, SheetFormat
from monitoring.spreadsheets.determined import savings_columns

_NUMBER_ALIASES = (
    "Nummer",
    "Lfd. Nr.",
    "Maßnahmennummer",
    "Maßnahmen-Nr.",
    "Maßnahme Nr.",
    "Maßn.-Nr.",
    "M-Nr.",
    "Code",
    "Kürzel",
    "Maßnahmenkürzel",
    "number",
    "ID",
)
_PROGRAMME_ALIASES = ("Konzept", "Klimaschutzkonzept", "programme", "program")
_ID_ALIASES = ("Maßnahmen-ID", "Maßnahmenkennung")
_ID_NOTE = "Dauerhafte Kennung aus dem Programm; leer lassen, wenn nicht bekannt."


def number_column(kind: str) -> Column:
    """The number by which a row names its measure."""
    return Column(
        reference_field(kind, "number"),
        "Nr.",
        aliases=_NUMBER_ALIASES,
        example="M1",
        note="Nummer der Maßnahme.",
    )


def naming_columns(kind: str) -> tuple[Column, ...]:
    """The other columns by which a row names its measure: programme, title and permanent id."""
    return (
        Column(
            reference_field(kind, "programme"),
            "Programm",
            aliases=_PROGRAMME_ALIASES,
            example="Klimaschutzkonzept 2023",
            note="Programm der Maßnahme.",
        ),
        Column(
            reference_field(kind, "title"),
            "Maßnahme",
            aliases=("Titel der Maßnahme", "Maßnahmentitel", "Titel", "measure"),
            note="Titel der Maßnahme; nötig, wenn sie keine Nummer hat.",
        ),
        Column(reference_field(kind, "id"), "Kennung", aliases=_ID_ALIASES, note=_ID_NOTE),
    )


def measure_needs(kind: str) -> tuple[str, ...]:
    """The fields of which at least one must say which measure a row is about."""
    return tuple(reference_field(kind, part) for part in ("number", "title", "id"))


_SHEET_COLUMNS = (
    Column(
        "programme",
        "Programm",
        is_basic=True,
        example="Klimaschutzkonzept 2023",
        aliases=_PROGRAMME_ALIASES,
        note="Konzept oder Plan, zu dem die Maßnahme gehört.",
    ),
    Column("number", "Nr.", is_basic=True, example="M1", aliases=_NUMBER_ALIASES, note="Nummer im Programm."),
    Column(
        "field_of_action",
        "Handlungsfeld",
        is_basic=True,
        example="Wärme und Gebäude",
        aliases=("Themenfeld", "Handlungsbereich", "field of action"),
    ),
    Column(
        "title",
        "Titel",
        required=True,
        is_basic=True,
        example="Sanierungsfahrplan für Schulen",
        aliases=(
            "Maßnahme",
            "Maßnahmentitel",
            "Titel der Maßnahme",
            "Bezeichnung",
            "Bezeichnung der Maßnahme",
            "Maßnahmenbezeichnung",
            "Maßnahmenname",
            "Name der Maßnahme",
            "Name",
            "Projekt",
            "Projekttitel",
            "title",
            "measure",
        ),
    ),
    Column(
        "description",
        "Beschreibung",
        is_basic=True,
        example="Für alle Schulen wird ein Sanierungsfahrplan aufgestellt.",
        aliases=("Kurzbeschreibung", "Maßnahmenbeschreibung", "Inhalt", "description"),
    ),
    Column(
        "responsible",
        "Zuständigkeit",
        is_basic=True,
        example="Fachbereich Hochbau",
        aliases=(
            "Zuständig",
            "Verantwortlich",
            "Verantwortlichkeit",
            "Federführung",
            "Federführend",
            "Federführendes Amt",
            "Verantwortliche Stelle",
            "Zuständige Stelle",
            "Zuständiges Amt",
            "responsible",
        ),
        note="Fachbereich oder Stelle, keine Personen.",
    ),
    Column(
        "status",
        "Umsetzungsstand",
        Reads.WORD,
        "measure_status",
        is_basic=True,
        example="in_progress",
        aliases=("Status", "Stand der Umsetzung", "Umsetzungsstatus", "Aktueller Status", "Stand"),
        note="Verspätung ist kein Umsetzungsstand: sie ergibt sich aus Beginn und Ende.",
    ),
    Column(
        "start",
        "Beginn",
        Reads.START,
        is_basic=True,
        text_field="period_text",
        example=date(2024, 1, 1),
        aliases=("Beginn geplant", "Start", "Startdatum", "Umsetzungsbeginn", "von"),
        note="Datum, Monat (03/2024), Quartal (Q1 2024) oder Jahr; Worte stehen im Zeitraum (Text).",
    ),
    Column(
        "end",
        "Ende",
        Reads.END,
        is_basic=True,
        text_field="period_text",
        example=date(2026, 12, 31),
        aliases=("Ende geplant", "Enddatum", "Abschluss", "Umsetzungsende", "Fertigstellung", "bis"),
        note="Datum, Monat (03/2024), Quartal (Q1 2024) oder Jahr; Worte stehen im Zeitraum (Text).",
    ),
    Column(
        "savings_t",
        "THG-Einsparung [t/a]",
        Reads.NUMBER,
        unit="t",
        is_basic=True,
        example=120.0,
        text_field="savings_text",
        aliases=(
            "CO2-Einsparung",
            "CO2e-Einsparung",
            "THG-Minderung",
            "CO2-Minderung",
            "Treibhausgaseinsparung",
            "Einsparung",
        ),
        note="Zahl, oder Worte wie „hoch“ oder „nicht quantifizierbar“.",
    ),
)
_DETAIL_COLUMNS = (
    Column("savings_text", "THG-Einsparung (Text)", aliases=("CO2-Einsparung (Text)",)),
    Column(
        "energy_savings_mwh",
        "Endenergieeinsparung [MWh/a]",
        Reads.NUMBER,
        unit="MWh",
        example=450.0,
        text_field="energy_savings_text",
        aliases=("Energieeinsparung",),
    ),
    Column("energy_savings_text", "Endenergieeinsparung (Text)", aliases=("Energieeinsparung (Text)",)),
    *savings_columns(),
    Column("effect_class", "Wirkungsart", Reads.WORD, "effect_class", aliases=("Quantifizierbarkeit",)),
    Column(
        "cost_total",
        "Gesamtkosten [€]",
        Reads.MONEY,
        unit="€",
        text_field="cost_text",
        aliases=("Kosten", "Gesamtaufwand", "Gesamtaufwand/Kosten", "Investitionskosten", "cost"),
    ),
    Column("cost_text", "Kosten (Text)", aliases=("Kostenbeschreibung", "Gesamtkosten (Text)")),
    Column("financing", "Finanzierung gesichert", Reads.WORD, "financing", aliases=("Finanzierung",)),
    Column(
        "financing_approach",
        "Finanzierungsansatz",
        aliases=("Finanzierungsmöglichkeiten", "Finanzierungskonzept"),
    ),
    Column("decision", "Beschlusslage", Reads.WORD, "decision_kind", aliases=("Beschlussart",)),
    Column("decision_date", "Beschlussdatum", Reads.DATE, aliases=("Beschluss vom",)),
    Column("decision_document", "Beschlussvorlage", aliases=("Vorlage", "Beschluss")),
    Column(
        "status_reason",
        "Begründung Umsetzungsstand",
        aliases=("Begründung Status", "Begründung", "Grund"),
        note="Bei „verworfen“ vor dem Veröffentlichen nötig.",
    ),
    Column(
        "replaced_by",
        "Ersetzt durch",
        aliases=("Nachfolger", "Nachfolgemaßnahme"),
        note="Bei „ersetzt“ vor dem Veröffentlichen nötig.",
    ),
    Column("parent", "Übergeordnete Maßnahme", aliases=("Gehört zu", "parent")),
    Column(
        "measure_type",
        "Maßnahmentyp",
        Reads.WORD,
        "measure_type",
        aliases=("Typ", "Art der Maßnahme", "Maßnahmenart"),
    ),
    Column("priority", "Priorität", Reads.WORD, "priority", aliases=("Priorisierung", "priority")),
    Column(
        "introduction",
        "Einführung",
        Reads.WORD,
        "introduction_period",
        aliases=("Einführung der Maßnahme", "Fristigkeit"),
    ),
    Column("period_text", "Zeitraum (Text)", aliases=("Zeitraum", "Dauer", "Umsetzungszeitraum", "Laufzeit")),
    Column("goal", "Ziel und Strategie", aliases=("Ziel", "Zielsetzung", "Ziele")),
    Column("starting_point", "Ausgangslage", aliases=("Ausgangssituation",)),
    Column("initiator", "Initiator", aliases=("Initiierung", "Initiatorin/Initiator")),
    Column("actors", "Akteure", aliases=("Beteiligte", "Mitwirkende", "Akteurinnen und Akteure")),
    Column("target_group", "Zielgruppe", aliases=("Zielgruppen",)),
    Column(
        "steps",
        "Handlungsschritte",
        aliases=("Handlungsschritte und Zeitplan", "Umsetzungsschritte", "Arbeitsschritte"),
    ),
    Column(
        "success_indicators",
        "Erfolgsindikatoren",
        aliases=("Erfolgsindikatoren/Meilensteine", "Erfolgsindikator"),
    ),
    Column("place", "Ort", aliases=("Standort", "Ortsteil")),
    Column("participation", "Beteiligung", aliases=("Bürgerbeteiligung",)),
    Column("value_creation", "Wertschöpfung", aliases=("Regionale Wertschöpfung",)),
    Column("flanking", "Flankierende Maßnahmen", aliases=("Flankierend",)),
    Column("hints", "Hinweise", aliases=("Hinweis",)),
    Column("person", "Ansprechperson (intern)", aliases=("Ansprechperson", "Ansprechpartner", "Kontakt")),
    Column("note", "Interne Notiz", aliases=("Anmerkung", "Bemerkung", "Notiz", "note")),
    Column("id", "Kennung", aliases=_ID_ALIASES, note=_ID_NOTE),
)
MEASURES = SheetFormat(
    kind="measures",
    title="Maßnahmen",
    title_aliases=("Maßnahmenliste", "Maßnahmenkatalog", "Maßnahmenübersicht", "measures"),
    is_basic=True,
    needs=(measure_needs("measures"),),
    note="Eine Zeile je Maßnahme; nur der Titel ist nötig.",
    columns=_SHEET_COLUMNS + _DETAIL_COLUMNS,
)
