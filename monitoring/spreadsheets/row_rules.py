"""What each kind does with the values of a row before they become drafts."""

from __future__ import annotations

from collections.abc import Callable

from monitoring.domain.balance import Sector
from monitoring.domain.draft import Draft
from monitoring.domain.effect import EffectQuantity
from monitoring.domain.target import TargetQuantity
from monitoring.spreadsheets.balance_rows import balance_drafts
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.row import Outcome, Row
from monitoring.spreadsheets.units import Dimension, unit

_EMISSIONS_PER_CAPITA = (Dimension.EMISSIONS_PER_CAPITA, Dimension.EMISSIONS)
_ENERGY_PER_CAPITA = (Dimension.ENERGY_PER_CAPITA, Dimension.ENERGY)
DIMENSIONS: dict[str, tuple[Dimension, ...]] = {
    TargetQuantity.EMISSIONS: (Dimension.EMISSIONS,),
    TargetQuantity.EMISSIONS_PER_CAPITA: _EMISSIONS_PER_CAPITA,
    TargetQuantity.ENERGY: (Dimension.ENERGY,),
    TargetQuantity.ENERGY_PER_CAPITA: _ENERGY_PER_CAPITA,
    EffectQuantity.ELECTRICITY_GENERATION: (Dimension.ENERGY,),
}
"""What the values of a target or effect may be measured in. „t“ is enough beside „je Einwohner“."""


def target_drafts(row: Row, remarks: Remarks) -> list[Draft]:
    """A target's node in the base unit of its quantity; „Gesamt“ is no sector."""
    if row.values.get("sector") is Sector.SUM:
        row.values["sector"] = None
    is_fine = _convert(row, ("base_value", "value"), row.values.pop("row_unit", None), remarks)
    return [row.draft("targets")] if is_fine else []


def effect_drafts(row: Row, remarks: Remarks) -> list[Draft]:
    """An effect in the base unit of its quantity; a unit that was converted away is not kept."""
    row.values.setdefault("quantity", EffectQuantity.EMISSIONS)
    own = unit(row.values.get("unit") or "")
    is_fine = _convert(row, ("planned", "actual", "minimum", "maximum"), row.values.get("unit"), remarks)
    if own and own.factor != 1 and row.values["quantity"] is not EffectQuantity.OTHER:
        row.values["unit"] = None
    return [row.draft("effects")] if is_fine else []


def measure_drafts(row: Row, remarks: Remarks) -> list[Draft]:
    """A measure with what its status says about the decision, where no column says more."""
    decision = row.implied.get("decision")
    if decision and row.values.get("decision") is None:
        row.values["decision"] = decision
        row.origins["decision"] = row.origins["status"]
    return [row.draft("measures")]


def _convert(row: Row, fields: tuple[str, ...], unit_text: str | None, remarks: Remarks) -> bool:
    """Takes values to the base unit of the row's quantity; false where a unit measures something else."""
    allowed = DIMENSIONS.get(row.values.get("quantity") or "")
    if allowed is None:
        return True
    for field in (name for name in fields if row.values.get(name) is not None):
        measured = row.units.get(field) or unit(unit_text or "")
        if measured and measured.dimension not in allowed:
            cell = row.cell_of(field)
            details = {"expected": allowed[0].value, "found": measured.text, "heading": field}
            remarks.error("wrong_unit", row.sheet, cell, row.origins[field].text, **details)
            row.outcomes.add(Outcome.FAULT)
            return False
        if measured:
            row.values[field] = measured.to_base(row.values[field])
    return True


RULES: dict[str, Callable[[Row, Remarks], list[Draft]]] = {
    "balance": balance_drafts,
    "targets": target_drafts,
    "effects": effect_drafts,
    "measures": measure_drafts,
}
"""Kinds that are not listed take a row as it is."""
LEAVE_PLAIN_ROWS = frozenset({"balance", "measures"})
"""Kinds whose rule does nothing to a row in which no cell says more than its own value."""
