"""Whole addresses of data: for files and answers that are read far away from these pages."""

from __future__ import annotations

from dataclasses import dataclass, replace

from monitoring.components.address import OPEN_DATA, PUBLICATION, Address

API = "/api/v1"


@dataclass(frozen=True)
class DataAddress:
    """Where the data of a municipality stand: `address` is their page, with the server it stands on.

    A publication once chosen is kept in every address.
    """

    address: Address

    @property
    def page(self) -> str:
        """The page that lists the data sets."""
        return self.address.origin + self.address.to(OPEN_DATA)

    @property
    def is_fixed(self) -> bool:
        """Whether a publication was chosen."""
        return self.address.publication is not None

    def file(self, name: str) -> str:
        """A file of the municipality.

        >>> DataAddress(Address("de", "altheim", origin="https://klima.example")).file("balance.csv")
        'https://klima.example/offene-daten/altheim/balance.csv'
        """
        return self.address.origin + self.address.to(f"{OPEN_DATA}/{name}")

    def api(self, *parts: str, **query: str) -> str:
        """Where programs ask for something of the municipality: a data set, a single record.

        >>> DataAddress(Address("de", "altheim", query={"fassung": "2"})).api("measures", "M 1", limit="5")
        '/api/v1/municipalities/altheim/measures/M%201?fassung=2&limit=5'
        """
        kept = {PUBLICATION: self.address.query[PUBLICATION]} if self.is_fixed else {}
        path = "/".join([API, "municipalities", self.address.slug or "", *parts])
        return self.address.origin + self.address.site(path, **kept | query)

    def of_publication(self, number: int) -> DataAddress:
        """The same of one publication."""
        return DataAddress(replace(self.address, query={PUBLICATION: str(number)}))
