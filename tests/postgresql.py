"""A PostgreSQL server for the tests: Debian's own, started in a temporary folder and gone with the tests."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

PROGRAMS = Path("/usr/lib/postgresql")
# Durability is for data somebody wants to keep.
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=100"


def programs() -> Path | None:
    """The folder of the newest installed server's programs; None where there is none."""
    found = sorted(PROGRAMS.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


@dataclass
class PostgreSQL:
    """A running server. It listens on a socket in its own folder only, so that two test runs never meet."""

    folder: Path
    programs: Path
    numbers: count[int] = field(default_factory=count)

    @classmethod
    def start(cls, programs: Path) -> PostgreSQL:
        """Make a cluster and start it; about two seconds."""
        folder = Path(tempfile.mkdtemp(prefix="zielpfad-pg-", dir="/tmp"))
        if os.geteuid() == 0:
            shutil.chown(folder, _owner())
        server = cls(folder, programs)
        options = [
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
            f"--username={_owner()}",
        ]
        server._run("initdb", f"--pgdata={folder / 'data'}", *options)
        server._run(
            "pg_ctl",
            "-w",
            "-l",
            str(folder / "log"),
            "-o",
            f"-h '' -k {folder} {FAST}",
            *server._data,
            "start",
        )
        return server

    def stop(self) -> None:
        """Stop at once and leave nothing behind."""
        self._run("pg_ctl", "-m", "immediate", *self._data, "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def new_database(self, like: str | None = None) -> str:
        """The address of a fresh database: empty, or a copy of another that nobody is connected to."""
        name, template = f"test_{next(self.numbers)}", _database(like) if like else "template0"
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return f"postgresql+psycopg://{_owner()}@/{name}?host={self.folder}"

    def drop_database(self, url: str) -> None:
        """Remove a database, and whoever is still connected to it."""
        self._execute(f'DROP DATABASE IF EXISTS "{_database(url)}" WITH (FORCE)')

    @property
    def _data(self) -> tuple[str, str]:
        return "-D", str(self.folder / "data")

    def _execute(self, statement: str) -> None:
        address = f"host={self.folder} user={_owner()} dbname=postgres"
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(statement.encode())

    def _run(self, program: str, *arguments: str) -> None:
        """Run one of the server's programs, as its owner; it refuses to run as root."""
        as_owner: dict[str, Any] = {"user": _owner(), "group": _owner(), "extra_groups": []}
        done = subprocess.run(
            [self.programs / program, *arguments],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            **(as_owner if os.geteuid() == 0 else {}),
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr.decode(errors='replace')}")


def _owner() -> str:
    return "postgres" if os.geteuid() == 0 else getpass.getuser()


def _database(url: str) -> str:
    return url.rpartition("@/")[2].partition("?")[0]
