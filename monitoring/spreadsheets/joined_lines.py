"""Lines of a file that its owner mapped to one sector or carrier of ours: added up, and said so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from monitoring.domain.balance import CellState
from monitoring.domain.draft import Draft
from monitoring.domain.rounding import significant
from monitoring.domain.totals import TOLERATED_SHARE
from monitoring.spreadsheets.balance_rows import VALUE_FIELDS
from monitoring.spreadsheets.duplicates import Key, draft_key
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.vocabulary import code_of, word_of

JOINED_CHOICES = ("add_up", "named_only")
_MAPPED = ("sector", "carrier")
_KEYS = ("word:sector", "word:carrier", "meaning")
_YEAR = 2
"""Where the year stands in the key of a balance value."""


def join_lines(drafts: Sequence[Draft], remarks: Remarks) -> list[Draft]:
    """Every balance value once, where several lines stand for it; its method names the lines."""
    if not any(map(remarks.answers.mentions, _KEYS)) and not any(draft.word for draft in drafts):
        return list(drafts)
    series: dict[Key, dict[Key, list[Draft]]] = {}
    for draft in filter(_is_balance, drafts):
        key = draft_key(draft)
        series.setdefault((*key[:_YEAR], *key[_YEAR + 1 :]), {}).setdefault(key, []).append(_worded(draft))
    others = [draft for draft in drafts if not _is_balance(draft)]
    return [*(draft for years in series.values() for draft in _of_series(years, remarks)), *others]


def _is_balance(draft: Draft) -> bool:
    return draft.kind == "balance"


def _worded(draft: Draft) -> Draft:
    """A draft with the word that only its owner could explain, where it is none that we know."""
    if draft.word:
        return draft
    said = [draft.origins[each].text for each in _MAPPED if each in draft.origins]
    unknown = [
        word
        for aspect, word in zip(_MAPPED, said, strict=False)
        if word and draft.values.get(aspect) and code_of(aspect, word) is None
    ]
    return replace(draft, word=" / ".join(unknown) or None)


def _of_series(years: dict[Key, list[Draft]], remarks: Remarks) -> Iterator[Draft]:
    """The values of one sector and carrier by year."""
    words = list(dict.fromkeys(each.word for group in years.values() for each in group if each.word))
    if not words:
        yield from (each for group in years.values() for each in group)
        return
    named = [each for group in years.values() for each in group if not each.word]
    wish = _wish(years, named, words, remarks) if named else "add_up"
    for group in years.values():
        if wish == "named_only":
            yield from (_noted(each, words) for each in group if not each.word)
        elif wish:
            yield from _added(group, words, bool(named), remarks)


def _wish(
    years: dict[Key, list[Draft]], named: Sequence[Draft], words: Sequence[str], remarks: Remarks
) -> str | None:
    """Whether a line with a name of our own holds the mapped ones already: by its sums, else by the owner."""
    if all(_is_sum_of_others(group) for group in years.values()):
        return "named_only"
    first = named[0]
    label = word_of("sector", first.values["sector"])
    return remarks.ask(
        ("joined", first.sheet, label), "lines_of_one", JOINED_CHOICES, first.sheet, first.cell,
        vocabulary="lines_of_one", details={"heading": label, "examples": ", ".join(words)},
    )  # fmt: skip


def _is_sum_of_others(group: Sequence[Draft]) -> bool:
    named = [each for each in group if not each.word]
    others = [each for each in group if each.word]
    if len(named) != 1 or not others:
        return False
    return all(_fits(named[0], others, field) for field in VALUE_FIELDS)


def _fits(whole: Draft, parts: Sequence[Draft], field: str) -> bool:
    total, summed = whole.values.get(field), _sum(parts, field)
    if total is None or summed is None:
        return total is None and summed is None
    return bool(abs(total - summed) <= TOLERATED_SHARE * abs(total))


def _added(
    group: Sequence[Draft], words: Sequence[str], has_named: bool, remarks: Remarks
) -> Iterator[Draft]:
    """The sum of the lines of one year; none where a line has no value, so that no part is taken for all."""
    found = [each.word for each in group]
    if len(set(found)) < len(found):
        yield from group
        return
    lacking = [word for word in words if word not in found]
    if lacking or (has_named and None not in found) or any(map(_is_open, group)):
        first = group[0]
        remarks.gather("joined_incomplete", first.sheet, first.cell, " + ".join(words), " + ".join(words))
        return
    summed = {field: _sum(group, field) for field in VALUE_FIELDS if field in group[0].values}
    values = {**group[0].values, **summed, "state": CellState.VALUE}
    yield _noted(replace(group[0], values=values), words) if len(group) > 1 else _noted(group[0], words)


def _is_open(draft: Draft) -> bool:
    return draft.values.get("state", CellState.VALUE) not in (CellState.VALUE, CellState.NOT_OCCURRING)


def _sum(drafts: Iterable[Draft], field: str) -> float | None:
    numbers = [0.0 if _is_zero(each) else each.values.get(field) for each in drafts]
    known = [number for number in numbers if number is not None]
    return significant(sum(known)) if known and len(known) == len(numbers) else None


def _is_zero(draft: Draft) -> bool:
    return draft.values.get("state") is CellState.NOT_OCCURRING


def _noted(draft: Draft, words: Sequence[str]) -> Draft:
    """A draft whose method says which lines of the file it stands for."""
    aspect = "carrier" if draft.values.get("carrier") and not _is_sector(draft) else "sector"
    said = f"{word_of(aspect, draft.values[aspect])} = {' + '.join(words)}"
    own = draft.values.get("method")
    origin = draft.origins.get("sector") or next(iter(draft.origins.values()))
    method = f"{own}; {said}" if own else said
    return replace(
        draft, values={**draft.values, "method": method}, origins={**draft.origins, "method": origin}
    )


def _is_sector(draft: Draft) -> bool:
    origin = draft.origins.get("sector")
    return bool(origin and origin.text and draft.word and origin.text == draft.word)
