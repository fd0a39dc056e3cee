"""Words: every text of one language by its key, and numbers, dates and lists as its readers write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, Literal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list

from monitoring.texts.files import texts_of
from monitoring.texts.numbers import NBSP, in_words_of, per_cent, percentage, rounded

Language = Literal["de", "en"]
_LOCALES: dict[Language, Locale] = {"de": Locale("de", "DE"), "en": Locale("en", "GB")}
"""How numbers and dates are written. A new language stands in these two lines, and in a file of its own."""
LANGUAGES: tuple[Language, ...] = tuple(_LOCALES)
"""The languages there are, the first one without a prefix in addresses."""
LOCAL_TIME = ZoneInfo("Europe/Berlin")
PER_CAPITA_DECIMALS = 2

_MILLION = 1_000_000


@cache
def words(language: Language) -> Words:
    """The words of a language, read once. Raises KeyError for a language that does not exist."""
    return Words(language, _LOCALES[language], texts_of(language))


def enum_name(enum: type[StrEnum]) -> str:
    """The name of an enumeration in keys.

    >>> from monitoring.domain.measure import MeasureStatus
    >>> enum_name(MeasureStatus)
    'measure_status'
    """
    return re.sub(r"(?<!^)(?=[A-Z])", "_", enum.__name__).lower()


@dataclass(frozen=True, eq=False)
class Words:
    """The words of one language. Call it with a key and the values for its placeholders.

    Strings and whole numbers (years) stand in the text as they are; other numbers and dates are put in the
    reader's language. A missing key or placeholder raises KeyError: the tests see to it that none is missing.
    """

    language: Language
    locale: Locale
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: Any) -> str:
        shown = {name: self._shown(value) for name, value in values.items()}
        return self.texts[key].format_map(shown)

    def __contains__(self, key: str) -> bool:
        return key in self.texts

    def _shown(self, value: Any) -> Any:
        if isinstance(value, float):
            return self.number(value)
        return self.date(value) if isinstance(value, date) else value

    def plural(self, key: str, n: int, **values: Any) -> str:
        """The text for `{n}` things: `key.one` or `key.other`; for none `key.zero`, where it exists."""
        form = "zero" if n == 0 and f"{key}.zero" in self else self.locale.plural_form(n)
        return self(f"{key}.{form}", n=self.number(n), **values)

    def label(self, member: StrEnum | None) -> str:
        """What a member of a domain enumeration is called (`label.<enumeration>.<code>`)."""
        return self("missing") if member is None else self(f"label.{enum_name(type(member))}.{member.value}")

    def meaning(self, member: StrEnum) -> str:
        """What a member means, in one sentence (`meaning.<enumeration>.<code>`)."""
        return self(f"meaning.{enum_name(type(member))}.{member.value}")

    def kind(self, kind: str) -> str:
        """What a kind of record is called, in the plural."""
        return self(f"kind.{kind}")

    def field(self, kind: str, field: str) -> str:
        """What a field of a kind is called."""
        return self(f"field.{kind}.{field}")

    def number(self, value: float | None, digits: int | None = None) -> str:
        """A number with that many decimals, else with three significant digits (whole numbers stay whole).

        >>> words("de").number(1234.5, 1), words("en").number(4.5678)
        ('1.234,5', '4.57')
        """
        return self("missing") if value is None else in_words_of(self.locale, value, digits)

    def as_typed(self, number: str) -> str:
        """A number in plain digits with the decimal sign of the language, as people type it.

        >>> words("de").as_typed("1234.5")
        '1234,5'
        """
        return number.replace(".", self.separators[0])

    @property
    def separators(self) -> str:
        """The decimal sign and what groups thousands."""
        signs = self.locale.number_symbols["latn"]
        return f"{signs['decimal']}{signs['group']}"

    def signed(self, value: float, digits: int = 0) -> str:
        """A change, with its sign.

        >>> words("de").signed(1234.0), words("de").signed(-0.5, 1), words("en").signed(0.0)
        ('+1.234', '−0,5', '0')
        """
        number = self.number(value, digits)
        return f"+{number}" if value > 0 and number != self.number(0.0, digits) else number

    def percent(self, share: float | None, digits: int = 0) -> str:
        """A share 0…1 as per cent."""
        return self("missing") if share is None else percentage(self.locale, share, digits)

    def with_unit(self, value: float | None, unit: str, digits: int | None = None) -> str:
        r"""A number and its unit, which stay on one line; English puts no space before per cent.

        >>> words("de").with_unit(16.5, "%"), words("en").with_unit(16.5, "%"), words("en").with_unit(2, "t")
        ('16,5\xa0%', '16.5%', '2\xa0t')
        """
        after = per_cent(self.locale) if unit == "%" else f"{NBSP}{unit}"
        return self("missing") if value is None else f"{self.number(value, digits)}{after}"

    def per_capita(self, value: float) -> str:
        """A value per inhabitant without its unit: two decimals at most, as inhabitants are counted.

        >>> words("de").per_capita(0.0704), words("de").per_capita(6.914), words("de").per_capita(22.34)
        ('0,07', '6,91', '22,3')
        """
        return self.number(float(rounded(value, PER_CAPITA_DECIMALS)))

    def tonnes(self, t: float | None) -> str:
        r"""Tonnes: whole ones from 100 to a million, from there in millions.

        >>> words("de").tonnes(253_417.4), words("de").tonnes(1_586_900), words("en").tonnes(4.25)
        ('253.417\xa0t', '1,587\xa0Mio.\xa0t', '4.25\xa0t')
        """
        if t is not None and abs(t) >= _MILLION:
            return self.with_unit(t / _MILLION, self("unit.million_t"), 3)
        return self.with_unit(t, self("unit.t"))

    def energy(self, mwh: float | None) -> str:
        r"""Energy: in MWh below 10,000 MWh, from there in GWh.

        >>> words("de").energy(9_500), words("de").energy(1_234_567)
        ('9.500\xa0MWh', '1.235\xa0GWh')
        """
        if mwh is not None and abs(mwh) >= 10_000:
            return self.with_unit(mwh / 1000, "GWh")
        return self.with_unit(mwh, "MWh")

    def money(self, cents: int | None) -> str:
        r"""An amount in euros, with cents only where there are any.

        >>> words("de").money(2_000_000), words("de").money(1999)
        ('20.000\xa0€', '19,99\xa0€')
        """
        return self("missing") if cents is None else self.with_unit(cents / 100, "€", 2 if cents % 100 else 0)

    def date(self, day: date | None) -> str:
        """A day; of a point in time its day in Europe/Berlin.

        >>> words("de").date(date(2024, 3, 1)), words("en").date(date(2024, 3, 1))
        ('01.03.2024', '1 Mar 2024')
        """
        if isinstance(day, datetime):
            day = _local(day).date()
        return self("missing") if day is None else format_date(day, format="medium", locale=self.locale)

    def datetime(self, moment: datetime | None) -> str:
        """A point in time, kept in UTC and shown in Europe/Berlin. Raises ValueError without a time zone."""
        if moment is None:
            return self("missing")
        time = format_time(_local(moment).time(), format="HH:mm", locale=self.locale)
        return self("format.datetime", date=self.date(moment), time=time)

    def list(self, items: Iterable[str]) -> str:
        """Several things in a sentence.

        >>> words("de").list(["a", "b", "c"])
        'a, b und c'
        """
        return format_list(list(items), locale=self.locale)


def _local(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a point in time needs its time zone")
    return moment.astimezone(LOCAL_TIME)
