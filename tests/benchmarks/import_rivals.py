"""What importing is measured against: three usual ways of bringing a workbook into a database."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import sqlalchemy as sa
from pydantic import BaseModel, TypeAdapter
from python_calamine import CalamineWorkbook
from sqlalchemy import orm

from tests.benchmarks.import_files import CONTENTS


class MeasureRow(BaseModel):
    """A row of the list of measures, checked for its types alone."""

    programme: str
    number: str
    field_of_action: str
    title: str
    description: str
    responsible: str
    status: str
    start: date
    end: date
    savings_t: float
    cost: int
    priority: str


class BalanceRow(BaseModel):
    """A row of the balance, checked for its types alone."""

    year: int
    sector: str
    carrier: str
    energy_mwh: float
    emissions_t: float
    quality: str
    area: str
    basis: str
    edition: int
    published: int
    method: str
    source: str


ROWS: dict[str, type[BaseModel]] = {"measures": MeasureRow, "balance": BalanceRow}
SQL_TYPES = {str: sa.Text, int: sa.Integer, float: sa.Double, date: sa.Date}


def pandas_to_sql(path: Path, kind: str, url: str) -> None:
    """(a) pandas reads with openpyxl and writes with `to_sql`; nothing is checked."""
    frame = pandas.read_excel(path, sheet_name=CONTENTS[kind][0], engine="openpyxl")
    frame.to_sql("rows", sa.create_engine(url), index=False)


def openpyxl_orm(path: Path, kind: str, url: str) -> None:
    """(b) openpyxl, each row checked with pydantic, each an object of the ORM."""
    entity = _entity(kind)
    engine = sa.create_engine(url)
    entity.metadata.create_all(engine)
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    lines = book[CONTENTS[kind][0]].iter_rows(min_row=2, values_only=True)
    names = list(ROWS[kind].model_fields)
    with orm.Session(engine) as session:
        for line in lines:
            values = dict(zip(names, map(_day, line), strict=True))
            session.add(entity(**ROWS[kind].model_validate(values).model_dump()))
        session.commit()


def _entity(kind: str) -> Any:
    columns = {name: sa.Column(SQL_TYPES[of]()) for name, of in ROWS[kind].__annotations__.items()}
    key = {"row": sa.Column(sa.Integer, primary_key=True)}
    return type("Row", (orm.declarative_base(),), {"__tablename__": "rows", **key, **columns})


def _day(value: Any) -> Any:
    return value.date() if hasattr(value, "date") else value


def calamine_sqlite(path: Path, kind: str, url: str) -> None:
    """(c) the bare limit: calamine, all rows checked at once, raw sqlite3."""
    sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_name(CONTENTS[kind][0])
    names = list(ROWS[kind].model_fields)
    lines = [dict(zip(names, line, strict=True)) for line in sheet.to_python()[1:]]
    row_type: Any = ROWS[kind]
    checked = TypeAdapter(list[row_type]).validate_python(lines)
    with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
        connection.execute(f"CREATE TABLE rows ({', '.join(names)})")
        places = ", ".join("?" * len(names))
        connection.executemany(f"INSERT INTO rows VALUES ({places})", _plain(checked))


def _plain(rows: list[Any]) -> Iterator[tuple[Any, ...]]:
    for row in rows:
        yield tuple(each.isoformat() if isinstance(each, date) else each for each in row.__dict__.values())
