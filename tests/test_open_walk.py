"""Every public answer that is no page × every role: the same for everybody, nothing internal at any depth."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import pytest
from werkzeug.routing import Rule

from monitoring.domain.open_data import DATA_SETS
from tests.browsing import PUBLIC, Site
from tests.seed import CITY, DRAFT, MARKER, ROLES, VILLAGE

VIEWERS = (PUBLIC, *ROLES)
FILES = (
    "all.xlsx", "all.zip", "datapackage.json", "dictionary.csv", "codes.csv", "catalog.rdf", "catalog.jsonld"
)  # fmt: skip
SETS = tuple(f"{kind}.{form}" for kind in DATA_SETS for form in ("xlsx", "csv", "json"))
VALUES: dict[str, tuple[str, ...]] = {"name": (*FILES, *SETS), "kind": DATA_SETS, "record": ("KL-1",)}
"""What the variables of the routes stand for; a slug is that of the municipality."""
WALKED = re.compile(
    r"(?:/en)?(?:/offene-daten/.+|/api/.*|(?:/kommune/<slug>)?/neues\.atom)|/robots\.txt|/sitemap.*"
)
NOT_OPEN = re.compile(
    r"(?:/en)?/(?:intern/|_dash|<path:path>|assets/|anmelden|abmelden|vorlagen|healthz|eingebettet|interaktiv"
    r"|vorschau|einbetten|kommune/<slug>/(?:logo|aushang|bild/)|static).*|/|/_reload-hash|/_favicon.ico"
)
"""Routes of the office, of pages and of pictures, which other tests walk."""
EVERYTHING_ELSE = re.compile(r".*<path:rest>")
"""What answers for addresses of the API that do not exist."""


def routes(site: Site) -> list[Rule]:
    return [rule for rule in site.app.server.url_map.iter_rules() if WALKED.fullmatch(rule.rule)]


def addresses(site: Site, slug: str) -> Iterator[str]:
    """Every open answer about a municipality, and those about all of them."""
    for rule in routes(site):
        if EVERYTHING_ELSE.fullmatch(rule.rule):
            continue
        template = re.sub(r"<\w+:", "<", rule.rule).replace("<slug>", slug)
        name = next((each for each in VALUES if f"<{each}>" in template and each != "kind"), "")
        if "<record>" in template:
            yield template.replace("<kind>", "measures").replace("<record>", "KL-1")
        elif "<kind>" in template:
            yield from (template.replace("<kind>", each) for each in VALUES["kind"])
        elif name:
            yield from (template.replace(f"<{name}>", each) for each in VALUES[name])
        else:
            yield template


def text_of(content: bytes) -> str:
    """An answer as text, with the files of an archive unpacked."""
    if content.startswith(b"PK"):
        archive = zipfile.ZipFile(io.BytesIO(content))
        return "\n".join(archive.read(each).decode() for each in archive.namelist())
    return content.decode()


def test_every_route_is_walked_here_or_known_to_be_walked_elsewhere(site: Site) -> None:
    unknown = [
        rule.rule
        for rule in site.app.server.url_map.iter_rules()
        if not WALKED.fullmatch(rule.rule) and not NOT_OPEN.fullmatch(rule.rule)
    ]
    assert unknown == []
    assert len(list(addresses(site, CITY))) > 2 * (len(SETS) + len(FILES) + len(DATA_SETS))


def test_everybody_gets_the_same_and_nothing_internal(site: Site) -> None:
    for path in addresses(site, CITY):
        answers = {viewer: site.get(path, viewer) for viewer in VIEWERS}
        assert {answer.status_code for answer in answers.values()} == {200}, path
        assert len({answer.data for answer in answers.values()}) == 1, path
        text = text_of(answers[PUBLIC].data)
        for secret in (MARKER, "Heizungstausch", "Planfeststellung", "Steinfeld", DRAFT):
            assert secret not in text, (path, secret)
        assert not re.search(rf"[\"',>](?:{'|'.join(ROLES)})[\"',<]", text), path


def test_no_answer_sets_or_varies_with_a_cookie(site: Site) -> None:
    for path in addresses(site, CITY):
        answer = site.get(path, "manager")
        assert "Set-Cookie" not in answer.headers, path
        assert "Cookie" not in answer.headers.get("Vary", ""), path
        assert answer.headers["Access-Control-Allow-Origin"] == "*", path
        assert answer.headers["Cache-Control"] == "public, no-cache", path


@pytest.mark.parametrize("slug", [DRAFT, "gibt-es-nicht", VILLAGE])
def test_unpublished_unknown_and_unreleased_are_one_answer(site: Site, slug: str) -> None:
    """The village published, but released no data: of it there are a feed and a sitemap."""
    for path in addresses(site, slug):
        if slug not in path or (slug == VILLAGE and ("atom" in path or "sitemap" in path)):
            continue
        for viewer in (PUBLIC, "manager", "foreign"):
            assert site.get(path, viewer).status_code == 404, (path, viewer)
