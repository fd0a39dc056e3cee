"""Commands about municipalities: what makes one, and what can be changed later."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, error_of
from tests.services.stage import OWN


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["Bad Slug", "--name", "x"], "not_a_slug"),
        (["s" * 81, "--name", "x"], "not_a_slug"),
        (["town", "--name", " "], "name_missing"),
        (["town", "--name", "n" * 301], "name_too_long"),
        (["town", "--name", "x", "--ags", "99"], "not_an_ags"),
        (["town", "--name", "x", "--ars", "99"], "not_an_ars"),
        (["town", "--name", "x", "--key", "k" * 41], "key_too_long"),
        ([OWN, "--name", "x"], "slug_taken"),
        (["town"], "misused"),
    ],
)
def test_what_makes_no_municipality(run: Run, town: Path, arguments: list[str], code: str) -> None:
    assert error_of(run("municipality", "add", *arguments, "--json")) == code


def test_a_region_is_another_municipality_that_exists(run: Run) -> None:
    for region in ("kreis-nirgends", "nord"):
        added = run("municipality", "add", "nord", "--name", "Nord", "--region", region, "--json")
        assert error_of(added) == "unknown_region"
    assert run("municipality", "add", "nord", "--name", "Nord", "--of-kind", "region").code == 0
    assert run("municipality", "add", "ort", "--name", "Ort", "--region", "nord").code == 0


def test_legal_pages_are_linked_changed_and_removed(run: Run, town: Path) -> None:
    imprint = "https://neustadt.example/impressum"
    change = ["municipality", "change", "neustadt", "--json"]
    assert run("municipality", "add", "neustadt", "--name", "Neustadt", "--imprint-url", imprint).code == 0
    assert run(*change, "--name", "Neustadt am See").shape == {"slug": "neustadt"}
    assert run(*change, "--imprint-url", "").code == 0
    assert error_of(run(*change, "--privacy-url", "javascript:alert(1)")) == "not_an_address"
    assert error_of(run(*change, "--name", " ")) == "name_missing"
    assert error_of(run("municipality", "change", "nirgends", "--json")) == "unknown_municipality"
