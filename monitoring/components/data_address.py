"""Whole addresses of data: for files and answers that are read far away from these pages."""

from __future__ import annotations

from dataclasses import dataclass

from monitoring.components.address import OPEN_DATA, Address

API = "/api/v1"


@dataclass(frozen=True)
class DataAddress:
    """Where the data of a municipality stand: `host` is the scheme and server, `address` their page.

    A publication once chosen is kept in every address.
    """

    host: str
    address: Address

    @property
    def page(self) -> str:
        """The page that lists the data sets."""
        return self.host + self.address.to(OPEN_DATA)

    @property
    def is_fixed(self) -> bool:
        """Whether a publication was chosen."""
        return self.address.publication is not None

    def file(self, name: str) -> str:
        """A file of the municipality.

        >>> DataAddress("https://klima.example", Address("de", "altheim")).file("balance.csv")
        'https://klima.example/offene-daten/altheim/balance.csv'
        """
        return self.host + self.address.to(f"{OPEN_DATA}/{name}")

    def api(self, kind: str) -> str:
        """Where programs ask for a data set."""
        return self.host + self.address.site(f"{API}/municipalities/{self.address.slug}/{kind}")
