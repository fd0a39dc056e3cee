"""Hostile files are refused for their reason or read with their numbers intact, within the limits."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from monitoring.spreadsheets.limits import DETAILS, LIMITS, Unreadable
from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.understanding import understand
from tests.house.sources import REPOSITORY
from tests.spreadsheets.archives import rows, xlsx
from tests.spreadsheets.hostile_files import BALANCE, CIRCLE, REFUSED, UNDERSTOOD, cell, one_text_everywhere

TODAY = date(2026, 1, 1)
MOST_MEGABYTES = 600
"""What this process may take beside the child, whatever it reads."""
# getrusage would tell the peak of the process that started this one, which lives on through fork and exec.
READ_AND_MEASURE = """
import sys
from monitoring.spreadsheets.limits import Unreadable
from monitoring.spreadsheets.reading import read
try:
    cells = sum(sheet.height * sheet.width for sheet in read("a.xlsx", open(sys.argv[1], "rb").read()).sheets)
except Unreadable as refusal:
    cells = refusal.code
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(cells, int(peak.split()[1]) // 1024)
"""


@pytest.mark.parametrize("name", REFUSED)
def test_is_refused_for_a_reason_and_in_time(name: str) -> None:
    make, reasons = REFUSED[name]
    content = make()
    before = time.monotonic()
    with pytest.raises(Unreadable) as refusal:
        read(name, content)
    assert refusal.value.code in reasons
    assert set(refusal.value.details) == set(DETAILS[refusal.value.code])
    assert time.monotonic() - before < LIMITS.seconds + 1


@pytest.mark.parametrize("name", UNDERSTOOD)
def test_is_understood_with_its_numbers_intact(name: str) -> None:
    content, before = UNDERSTOOD[name](), time.monotonic()
    found = understand(read(name, content), today=TODAY)
    assert time.monotonic() - before < LIMITS.seconds + 1
    values = {
        (draft.values["year"], draft.values["sector"]): draft.values["emissions_t"] for draft in found.drafts
    }
    assert values[2019, "HH"] == 5
    assert set(values.values()) <= {5, 7}


def test_a_circle_without_a_value_is_reported() -> None:
    found = understand(read("a.xlsx", xlsx(rows(BALANCE + CIRCLE.format("")))), today=TODAY)
    assert [(each.code, each.cell) for each in found.findings] == [("formula_without_value", "C3")]


@pytest.mark.parametrize("number", ["NaN", "1e999", "-1e999"])
@pytest.mark.parametrize("address", ["A3", "C3"])
def test_what_is_no_number_is_reported(number: str, address: str) -> None:
    year = f'<c r="A3"><v>{number if address == "A3" else 2020}</v></c>'
    value = f'<c r="C3"><v>{number if address == "C3" else 1}</v></c>'
    odd = f'<row r="3">{year}{cell("B3", "HH")}{value}</row>'
    found = understand(read("a.xlsx", xlsx(rows(BALANCE + odd))), today=TODAY)
    assert address in {each.cell for each in found.findings}
    assert [draft.values["year"] for draft in found.drafts] == [2019]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the peak of a process in /proc")
@pytest.mark.parametrize(("times", "answer"), [(30_000, "out_of_memory"), (4_000, "4000")])
def test_this_process_stays_small_beside_the_child(times: int, answer: str, tmp_path: Path) -> None:
    """A file of some kilobytes whose texts would fill a gigabyte, and one that just fits."""
    file = tmp_path / "a.xlsx"
    file.write_bytes(one_text_everywhere(times, "x" * 30_000))
    done = subprocess.run(
        [sys.executable, "-c", READ_AND_MEASURE, str(file)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    found, megabytes = done.stdout.split()
    assert found == answer
    assert int(megabytes) < MOST_MEGABYTES
