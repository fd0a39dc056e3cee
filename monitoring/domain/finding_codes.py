"""The codes of findings and questions that reading gives, with the details their sentences may name."""

from __future__ import annotations

READING_FINDINGS: dict[str, tuple[str, ...]] = {
    # About the file as a whole; the value is its name.
    "macros_ignored": (),
    "old_format_without_marks": (),
    # About sheets and columns.
    "no_known_sheet": ("sheets",),
    "unknown_sheet": (),
    "unknown_columns": ("count",),
    "column_missing": ("headings",),
    "only_co2": ("heading",),
    "other_gas_left_out": ("heading", "count"),
    # About tables with headings on two sides; the value lists the labels that a finding holds for.
    "table_not_understood": ("last_cell",),
    "budget_left_out": ("count",),
    "derived_left_out": ("count",),
    "months_left_out": ("count",),
    "other_quantity_left_out": ("count",),
    "planned_part_left_out": ("count",),
    "parts_left_out": ("count",),
    "cells_contradict": ("count",),
    "cells_without_year": ("count",),
    "cells_without_heading": ("count",),
    "cells_in_other_unit": ("count",),
    "text_in_number_cell": (),
    "total_assumed": ("count",),
    "people_not_whole": ("count",),
    "joined_incomplete": ("count",),
    "context_left_out": ("year",),
    "value_repeated": ("count", "other_sheet", "other_cell"),
    "value_rounded": ("count", "other_sheet", "other_cell"),
    # About lists of measures.
    "filled_down": ("count",),
    "titles_in_fields": ("count",),
    "too_many_colours": ("heading",),
    "conditional_colours": (),
    "several_marks": (),
    "steps_as_milestones": ("count",),
    "sheet_as_reports": (),
    "numbers_begin_anew": ("count",),
    "coloured_years": ("count",),
    "number_column_assumed": ("count",),
    "number_is_date": (),
    "part_title_left_out": (),
    "told_differently": ("field", "other_sheet", "other_cell"),
    "continued_left_out": ("heading",),
    # About files of many municipalities, read for all of them.
    "no_places": (),
    "places_from_sheets": ("count",),
    "sheet_without_places": (),
    "rows_of_several_places": ("count",),
    # About what is read though it is hidden; the value names the rows or columns.
    "hidden_sheet": (),
    "hidden_rows": ("count", "named"),
    "hidden_columns": ("count", "named"),
    # About single cells; `heading` is the column's heading as the user wrote it.
    "required_empty": ("heading",),
    "not_a_number": ("heading",),
    "not_whole": ("heading",),
    "not_a_year": ("heading",),
    "not_a_date": ("heading",),
    "not_a_period": ("heading",),
    "date_out_of_range": ("heading",),
    "not_yes_or_no": ("heading",),
    "not_an_id": ("heading",),
    "not_allowed_here": ("heading",),
    "column_in_other_unit": ("expected", "found", "heading"),
    "wrong_unit": ("heading", "expected", "found"),
    "too_small": ("heading", "limit"),
    "too_large": ("heading", "limit"),
    "too_long": ("heading", "limit"),
    "formula_without_value": ("heading",),
    "error_value": ("heading", "count", "error"),
    "approximate_number": ("heading", "count"),
    "number_kept_as_text": ("heading", "count"),
    "memo_number": ("heading", "count"),
    "period_kept_as_text": ("heading", "count"),
    "unit_by_sums": ("unit",),
    "number_style_by_sums": ("heading", "style"),
    "number_style_assumed": ("heading", "count", "style", "example"),
    "share_looks_small": ("heading",),
    "share_in_percent": ("heading", "count"),
    "late_is_no_status": ("heading", "count", "word"),
    "decided_is_not_started": ("heading", "count", "word"),
    "in_the_future": (),
    # About rows.
    "row_left_out": (),
    "row_without_value": (),
    "example_changed": (),
    "row_repeated": ("other_sheet", "other_cell"),
    "duplicate_key": ("other_sheet", "other_cell"),
    "end_before_start": (),
    "value_missing": (),
    "target_value_missing": (),
    "indicator_missing": (),
    "target_year_not_after_base_year": (),
    "geometric_path_to_zero": (),
    "base_value_negative": (),
    "target_value_negative": (),
}
READING_QUESTIONS: dict[str, tuple[str, ...]] = {
    # word:<vocabulary>:<word>; the choices are codes, ignore (leave out the row) or leave_empty (the cell).
    "unknown_word": ("heading", "word"),
    # word:status:<word> for „laufend“; the choices are in_progress and ongoing.
    "ambiguous_word": ("heading", "word"),
    # unit:<sheet>:<heading>; the choices are units as they stand.
    "unit": ("heading", "example"),
    # number:<sheet>:<heading>; the choices are german and english.
    "number_style": ("heading", "example"),
    # twins:<sheet> for measures of one title without numbers; the choices are different and first_only.
    "twins": ("examples", "count"),
    # dates:<sheet> where no date tells the order; the choices are day_first and month_first.
    "date_order": ("heading", "example"),
    # word:sector:<label> or word:carrier:<label> for a row or column; the choices as of unknown_word.
    "unknown_label": ("heading", "word"),
    # lines:<sheet> where a table has many unknown labels; the choices are leave_out, ask_each and, where
    # they are all that a total stands over, total_only.
    "unknown_lines": ("examples", "count"),
    # year:<sheet> where a table names no year; the choices are years.
    "year_of_table": (),
    # place:<sheet>:<heading> where a table holds several municipalities; the choices are their names.
    "place": ("heading", "count"),
    # indicators:<sheet> for lines with units such as kWp; the choices are as_indicator and leave_out.
    "indicator_lines": ("examples", "count"),
    # joined:<sheet>:<sector> where mapped lines stand beside one of that name; add_up or named_only.
    "lines_of_one": ("heading", "examples"),
    # uses:<sheet> for „Strom, Wärme, Verkehr“; as_carriers, ask_each, and total_only or leave_out.
    "uses": ("examples",),
    # gas:<sheet> where CO2 and CO2e stand side by side; the choices are co2e and co2.
    "gas": ("co2", "all"),
    # heading_rows:<sheet> for numbered rows that head others; the choices are fields_of_action and measures.
    "heading_rows": ("examples", "count"),
    # sheets_as_fields:<sheet>:<sheet>… for lists in several sheets; fields_of_action and no_meaning.
    "sheets_as_fields": ("examples", "count"),
    # report_year:<sheet>:<heading> for reports without a date; the choices are years and leave_out.
    "report_year": ("heading",),
    # colour:<heading>:<colour>; the choices are statuses and no_meaning.
    "colour": ("heading", "colour", "colour_name"),
    # words:<sheet>:<heading> where a column has many unknown words; the choices are leave_empty and ask_each.
    "many_unknown_words": ("heading", "count", "examples"),
    # scale:<heading> for 1, 2, 3; the choices are first_is_high, first_is_low and leave_empty.
    "scale": ("heading", "examples"),
    # planned:<sheet>; the choices are as_target and leave_out.
    "planned_values": (),
}
