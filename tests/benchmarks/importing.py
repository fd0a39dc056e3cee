"""Time and memory of a whole import beside three usual ways of bringing a workbook into a database.

Run from the repository: `python tests/benchmarks/importing.py`, with `--rows 1000 100000`, `--kinds balance`,
`--rounds 3` and `--postgresql` as you like. The whole import is what the command `import` does: the file kept
as it came, read in the child process, understood, checked against what is stored, and committed as one
revision. Every run is a process of its own with a fresh database. Said is the quickest of its rounds, the
time of the processor beside that of the clock (on a busy machine its ratio says more), and the most memory
that both processes took together at any moment.
The aims at 100,000 rows: 2.5 times (a), 4 times (b), 0.3 times (c), both processes together below 700 MB.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from monitoring.domain.access import local_administrator
from monitoring.domain.municipality import Municipality
from monitoring.services import importing
from monitoring.services.municipalities import add_municipality
from monitoring.services.visit import Visit
from monitoring.storage import schema
from monitoring.storage.database import Database
from tests.benchmarks.import_files import CONTENTS, write
from tests.benchmarks.memory import peak_of
from tests.postgresql import PostgreSQL, programs

ROOT = Path(__file__).resolve().parents[2]
OURS = "this import"
RIVALS = {
    "a pandas + openpyxl + to_sql": "pandas_to_sql",
    "b openpyxl + pydantic + ORM": "openpyxl_orm",
    "c calamine + pydantic + sqlite3": "calamine_sqlite",
}
"""Name → function of `import_rivals`, which is loaded only where it runs: pandas takes memory."""
SLUG = "musterstadt"


def main() -> None:
    """Print a table for each kind, size and database."""
    options = _options()
    if options.one:
        print(json.dumps(_one(options.one, Path(options.file), options.kinds[0], options.url)))
        return
    with tempfile.TemporaryDirectory() as folder, _databases(options.postgresql, Path(folder)) as databases:
        for rows in options.rows:
            for kind in options.kinds:
                file = Path(folder) / f"{kind}-{rows}.xlsx"
                write(file, kind, rows)
                for name, fresh in databases.items():
                    _compare(name, fresh, file, kind, rows, options)
                file.unlink()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--kinds", nargs="+", choices=CONTENTS, default=list(CONTENTS))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--postgresql", action="store_true")
    parser.add_argument("--ours", action="store_true", help="without the rivals")
    for hidden in ("--one", "--file", "--url"):
        parser.add_argument(hidden, help=argparse.SUPPRESS)
    return parser.parse_args()


@contextmanager
def _databases(with_postgresql: bool, folder: Path) -> Iterator[dict[str, Any]]:
    """What gives a fresh database of each sort."""
    numbers = iter(range(1_000_000))
    sqlite = {"SQLite": lambda: f"sqlite:///{folder}/{next(numbers)}.db"}
    found = programs() if with_postgresql else None
    if found is None:
        yield sqlite
        return
    server = PostgreSQL.start(found)
    try:
        yield sqlite | {"PostgreSQL": server.new_database}
    finally:
        server.stop()


def _compare(
    database: str, fresh: Any, file: Path, kind: str, rows: int, options: argparse.Namespace
) -> None:
    rivals = (
        [] if options.ours else [each for each in RIVALS if database == "SQLite" or "sqlite3" not in each]
    )
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in (OURS, *rivals)}
    # In turns, so that what else the machine does meets all of them.
    for _ in range(options.rounds):
        for name, of_name in runs.items():
            of_name.append(_run(name, file, kind, fresh()))
    best = {name: min(of_name, key=lambda run: run["seconds"]) for name, of_name in runs.items()}
    print(f"\n{rows:,} rows x 12 columns, {kind}, {database}, best of {options.rounds}")
    print(f"{'':<34}{'s':>7}{'CPU s':>7}{'rows/s':>9}{'this / it':>11}{'by CPU':>8}{'MB':>6}")
    for name, run in best.items():
        ratio, by_cpu = (run[each] / best[OURS][each] for each in ("seconds", "cpu"))
        times = f"{run['seconds']:>7.2f}{run['cpu']:>7.2f}{rows / run['seconds']:>9.0f}"
        print(f"{name:<34}{times}{ratio:>11.2f}{by_cpu:>8.2f}{max(each['mb'] for each in runs[name]):>6.0f}")


def _run(name: str, file: Path, kind: str, url: str) -> dict[str, float]:
    command = [sys.executable, __file__, "--one", name, "--file", str(file), "--kinds", kind, "--url", url]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        peak = peak_of(process)
        answer, _ = process.communicate()
    if process.returncode:
        raise SystemExit(f"{name}: ended with {process.returncode}")
    return {**json.loads(answer), "mb": peak}


def _one(name: str, file: Path, kind: str, url: str) -> dict[str, float]:
    """Seconds of one import on the clock, and of the processor in this process and its child."""
    if name == OURS:
        act = partial(_import, _prepared(url), file)
    else:
        rivals = importlib.import_module("tests.benchmarks.import_rivals")
        act = partial(getattr(rivals, RIVALS[name]), file, kind, url)
    began, used = time.perf_counter(), sum(os.times()[:4])
    act()
    return {"seconds": time.perf_counter() - began, "cpu": sum(os.times()[:4]) - used}


def _prepared(url: str) -> Visit:
    database = Database(url)
    schema.upgrade(database)
    visit = Visit(database, local_administrator("benchmark"), datetime.now(UTC))
    add_municipality(visit, Municipality(slug=SLUG, name="Musterstadt"))
    return visit


def _import(visit: Visit, file: Path) -> None:
    batch = importing.upload(visit, SLUG, [importing.File(file.name, file.read_bytes())])
    found = importing.take_over(visit, SLUG, batch, importing.Options())
    if found.revision is None:
        raise RuntimeError([*found.findings[:5], *found.questions[:5]])


if __name__ == "__main__":
    main()
