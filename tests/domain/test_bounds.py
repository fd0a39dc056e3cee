"""How far hidden numbers may lie from what they are: held against scipy, on tables nobody thought of."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from monitoring.domain.confidentiality.bounds import Leeway, Row, fitting

COEFFICIENTS = st.sampled_from([0.0, 1.0, -1.0, 0.25, -0.31, 0.33])


def matrix(rows: list[Row], names: list[int]) -> np.ndarray:
    return np.array([[row.get(name, 0.0) for name in names] for row in rows]).reshape(len(rows), len(names))


@settings(max_examples=200, deadline=None)
@given(
    table=st.lists(st.lists(COEFFICIENTS, min_size=7, max_size=7), max_size=5),
    sizes=st.lists(st.one_of(st.none(), st.floats(0, 900)), min_size=7, max_size=7),
    share=st.sampled_from([0.1, -0.1, 0.9, -1.0, 3.0]),
)
def test_the_leeway_is_that_of_a_linear_programme(
    table: list[list[float]], sizes: list[float | None], share: float
) -> None:
    names = list(range(7))
    rows = [{name: each for name, each in zip(names, row, strict=True) if each} for row in table]
    hidden = dict(zip(names, sizes, strict=True))
    found = linprog(
        [-1.0 if share > 0 else 1.0, *[0.0] * 6],
        A_eq=matrix(rows, names) if rows else None,
        b_eq=np.zeros(len(rows)) if rows else None,
        bounds=[(None if size is None else -size, None) for size in sizes],
        method="highs",
    )
    difference = share * (sizes[0] or 1.0)
    most = np.inf if found.status == 3 else -found.fun
    if abs(most - abs(difference)) > 1e-6 * (1 + abs(difference)):
        assert Leeway(rows, hidden).allows(0, difference) == bool(most > abs(difference))


@given(
    table=st.lists(st.lists(COEFFICIENTS, min_size=5, max_size=5), min_size=1, max_size=4),
    numbers=st.lists(st.floats(0, 900), min_size=5, max_size=5),
)
def test_numbers_are_found_that_fit_what_is_known_of_their_sums(
    table: list[list[float]], numbers: list[float]
) -> None:
    rows = [{name: each for name, each in enumerate(row) if each} for row in table]
    results = [sum(each * numbers[name] for name, each in row.items()) for row in rows]
    found = fitting(zip(rows, results, strict=True))
    for row, result in zip(rows, results, strict=True):
        assert abs(sum(each * found[name] for name, each in row.items()) - result) < 1e-4
    assert all(number >= -1e-9 for number in found.values())
