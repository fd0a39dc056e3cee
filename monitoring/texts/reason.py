"""The reason of a rating as a sentence that names every number it rests on."""

from __future__ import annotations

from typing import Any

from monitoring.domain.progress import Progress
from monitoring.domain.reason import ReasonCode
from monitoring.texts.quantities import against_path, change_per_year, difference, written
from monitoring.texts.words import Words

VALUES = frozenset({"base_value", "latest_value", "target_value", "path_value", "gap", "continued_value"})
CHANGES = frozenset({"mean_change", "slope"})
SHARES = frozenset({"gap_share", "gap_limit", "miss", "miss_limit"})


def reason_sentence(progress: Progress, words: Words, unit: str | None = None) -> str:
    """Why the rating is as it is; `unit` is that of an indicator's target."""
    shown = _shown(progress, words, unit)
    code = progress.reason.code
    if code is ReasonCode.FEW_BALANCES:
        text = words.plural(f"reason.{code}", int(shown["points"]), **shown)
    else:
        text = words(f"reason.{code}", **shown)
    return f"{text} {_uncertainty(progress, words, unit)}" if progress.uncertain else text


def _shown(progress: Progress, words: Words, unit: str | None) -> dict[str, Any]:
    """The numbers of the reason as they are read, with the position and the outlook they make up."""
    numbers = progress.reason.numbers
    shown = {name: _number(progress, name, number, words, unit) for name, number in numbers.items()}
    if "gap" in numbers:
        shown["position"] = against_path(progress, words, unit)
    if "balance_rhythm" in numbers:
        shown["allowed_years"] = progress.balance_rhythm + int(numbers["grace_years"] or 0)
    if numbers.get("miss") is not None:
        result = "missed" if numbers["miss"] else "reached"
        shown["outlook"] = words(f"reason.outlook_{result}", **shown)
    return shown


def _number(progress: Progress, name: str, number: float | None, words: Words, unit: str | None) -> Any:
    if name in VALUES:
        return written(progress, number, words, unit)
    if name in CHANGES and number is not None:
        return change_per_year(progress, number, words, unit)
    if name in SHARES:
        return words.percent(number, 1 if name == "gap_share" else 0)
    return number


def _uncertainty(progress: Progress, words: Words, unit: str | None) -> str:
    numbers = progress.reason.numbers
    required = numbers["required_per_year"]
    return words(
        "reason.uncertain",
        slope_low=difference(progress, numbers["slope_low"], words, unit),
        slope_high=difference(progress, numbers["slope_high"], words, unit),
        required=difference(progress, None if required is None else -required, words, unit),
    )
