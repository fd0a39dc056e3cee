"""The application as a whole: headers, caching, health, errors, a sub-path, signing in and out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from monitoring.dashboard.assembly import create_app
from monitoring.dashboard.sub_path import SubPath
from monitoring.settings import BadSettings, Settings
from tests.browsing import Site
from tests.seed import CITY, PASSWORD, VILLAGE

COOKIE = "zielpfad="


def test_security_headers_stand_on_every_answer(site: Site) -> None:
    for path in (
        "/",
        f"/kommune/{CITY}",
        "/anmelden",
        "/nichts",
        "/healthz",
        "/_dash-layout",
        "/assets/site.css",
    ):
        headers = site.get(path, buffered=True).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "'unsafe-inline'" not in policy.partition("script-src")[2].partition(";")[0]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"]


def test_the_policy_admits_the_inline_scripts_of_dash(site: Site) -> None:
    policy = site.get(f"/intern/{CITY}", "manager").headers["Content-Security-Policy"]
    assert all(each in policy for each in site.app.csp_hashes())


def test_a_database_that_is_none_refuses_the_start_in_words(tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database at all, only some bytes" * 40)
    with pytest.raises(BadSettings, match="nicht zu erreichen"):
        create_app(Settings.model_construct(database_url=f"sqlite:///{broken}"))


def test_public_pages_are_asked_for_once(site: Site) -> None:
    first = site.get(f"/kommune/{CITY}")
    assert first.headers["Cache-Control"] == "public, no-cache"
    again = site.get(f"/kommune/{CITY}", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert not again.data
    assert again.headers["ETag"] == first.headers["ETag"]
    assert site.get(f"/en/kommune/{CITY}").headers["ETag"] != first.headers["ETag"]


def test_public_pages_need_no_script_and_nothing_foreign(site: Site) -> None:
    text = site.get(f"/kommune/{CITY}").get_data(as_text=True)
    assert "_dash" not in text
    assert "<svg" in text
    assert "<table" in text
    assert set(re.findall(r'<script[^>]*src="([^"?]+)', text)) <= {
        "/assets/copy.js",
        "/assets/interactive.js",
    }
    foreign = re.findall(r'(?:src|href)="(?:https?:)?//([^/"]+)', text)
    assert set(foreign) <= {"localhost"}  # its own whole address, for those who share it


def test_assets_with_a_mark_are_kept_for_ever(site: Site) -> None:
    text = site.get("/").get_data(as_text=True)
    for address in re.findall(r'(?:href|src)="(/assets/[^"]+)"', text):
        answer = site.get(address, buffered=True)
        assert answer.status_code == 200, address
        assert "immutable" in answer.headers["Cache-Control"]
    assert "immutable" not in site.get("/assets/site.css", buffered=True).headers["Cache-Control"]


def test_health(site: Site) -> None:
    assert site.get("/healthz").get_json() == {"status": "ok"}
    with site.database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'older'")
    answer = site.get("/healthz")
    assert (answer.status_code, answer.get_json()) == (503, {"status": "unavailable"})


def test_signing_in_leads_to_the_own_municipality(site: Site) -> None:
    answer = site.app.server.test_client().post("/anmelden", data={"name": "manager", "password": PASSWORD})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/intern/{CITY}")
    session = next(each for each in answer.headers.getlist("Set-Cookie") if each.startswith(COOKIE))
    assert "HttpOnly" in session
    assert "SameSite=Lax" in session


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        (f"/intern/{CITY}/verlauf", f"/intern/{CITY}/verlauf"),
        ("https://example.org/", f"/intern/{CITY}"),
        ("//example.org/", f"/intern/{CITY}"),
        ("/\\example.org/", f"/intern/{CITY}"),
        ("/\t/example.org", f"/intern/{CITY}"),
        ("javascript:alert(1)", f"/intern/{CITY}"),
    ],
)
def test_after_signing_in_only_our_own_addresses_are_gone_to(site: Site, wanted: str, given: str) -> None:
    data = {"name": "manager", "password": PASSWORD, "weiter": wanted}
    assert site.app.server.test_client().post("/anmelden", data=data).headers["Location"] == given


def test_a_wrong_password_is_said_and_sets_no_cookie(site: Site) -> None:
    answer = site.client().post("/anmelden", data={"name": "manager", "password": "falsch"})
    assert answer.status_code == 401
    assert "Set-Cookie" not in answer.headers
    assert 'role="alert"' in answer.get_data(as_text=True)


def test_too_many_attempts_are_throttled(site: Site) -> None:
    data = {"name": "council", "password": "falsch"}
    statuses = [site.client().post("/anmelden", data=data).status_code for _ in range(6)]
    assert statuses == [401] * 5 + [429]


def test_a_foreign_site_cannot_sign_in(site: Site) -> None:
    data = {"name": "manager", "password": PASSWORD}
    for headers in ({"Origin": "https://example.org"}, {"Sec-Fetch-Site": "cross-site"}):
        assert site.client().post("/anmelden", data=data, headers=headers).status_code == 400


def test_signing_out_ends_the_session(site: Site) -> None:
    client = site.client("manager")
    assert client.post("/abmelden").status_code == 400
    answer = client.post("/abmelden", data={"csrf_token": site.token("manager")})
    assert answer.status_code == 303
    assert client.get(f"/intern/{CITY}").status_code == 302


def test_who_is_not_signed_in_is_asked_to(site: Site) -> None:
    answer = site.get(f"/en/intern/{CITY}/massnahmen?suche=Rad")
    assert (
        answer.headers["Location"]
        == f"/en/anmelden?weiter=%2Fen%2Fintern%2F{CITY}%2Fmassnahmen%3Fsuche%3DRad"
    )


def test_a_refusal_is_a_page_in_the_language_of_the_address(site: Site) -> None:
    german, english = site.get("/nichts"), site.get("/en/nothing")
    assert (german.status_code, english.status_code) == (404, 404)
    assert '<html lang="de">' in german.get_data(as_text=True)
    assert '<html lang="en">' in english.get_data(as_text=True)
    assert "Seite nicht gefunden" in german.get_data(as_text=True)


def test_a_bug_shows_its_number_and_nothing_else(
    site: Site, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    site.database.close()
    monkeypatch.setitem(site.app.server.extensions, "monitoring", object())
    answer = site.get("/")
    text = answer.get_data(as_text=True)
    assert answer.status_code == 500
    assert "Traceback" not in text
    assert "AttributeError" not in text
    number = re.search(r"Nummer ([0-9a-f]{8})", text)
    assert number
    assert number.group(1) in caplog.text


def test_a_newer_schema_is_refused_in_plain_words(migrated_sqlite_url: str) -> None:
    import sqlalchemy

    engine = sqlalchemy.create_engine(migrated_sqlite_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'from-the-future'")
    engine.dispose()
    with pytest.raises(BadSettings, match="neueren Version"):
        create_app(Settings(database_url=migrated_sqlite_url))


def test_below_a_path_the_installation_answers_only_there(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = site.app.server
    monkeypatch.setattr(server, "wsgi_app", SubPath(type(server).wsgi_app.__get__(server), "/klima/"))
    client = server.test_client()
    text = client.get(f"/klima/kommune/{VILLAGE}").get_data(as_text=True)
    assert set(re.findall(r'(?:href|action|src)="(/[^/"]*)', text)) == {"/klima"}
    assert client.get(f"/kommune/{VILLAGE}").status_code == 404
    assert client.get(f"/klimawandel/kommune/{VILLAGE}").status_code == 404
    assert (
        client.get(f"/klima/intern/{VILLAGE}")
        .headers["Location"]
        .startswith("/klima/anmelden?weiter=%2Fklima%2F")
    )


def test_the_database_is_not_touched_by_importing(tmp_path: Path) -> None:
    import monitoring.dashboard

    assert callable(monitoring.dashboard.create_app)
    assert not list(tmp_path.iterdir())


def test_asking_what_may_be_asked_gives_no_page(site: Site) -> None:
    answer = site.client().options(f"/kommune/{CITY}")
    assert (answer.status_code, answer.data) == (200, b"")
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


@pytest.mark.parametrize("path", [f"/kommune/{CITY}", f"/kommune/{CITY}/aushang.svg", "/api/v1/"])
def test_a_host_that_can_be_none_is_refused(site: Site, path: str) -> None:
    assert site.get(path, headers={"Host": f"{'a.' * 126}a:65535"}).status_code == 200
    assert site.get(path, headers={"Host": "a." * 2_000}).status_code == 400


def test_what_loads_dash_says_nothing_of_any_page(site: Site) -> None:
    answer = site.get("/interaktiv")
    text = answer.get_data(as_text=True)
    assert "DashRenderer" in text
    assert "Lindenau" not in text
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    ("prefix", "text"), [("", "braucht Zielpfad JavaScript"), ("/en", "needs JavaScript")]
)
def test_the_office_says_that_it_needs_a_script(site: Site, prefix: str, text: str) -> None:
    shown = site.get(f"{prefix}/intern/{CITY}/daten", "manager").get_data(as_text=True)
    assert text in shown.partition('<noscript><p class="without-script">')[2]
    assert f'<a href="{prefix}/">' in shown


def test_dash_draws_public_pages_with_its_own_charts(site: Site) -> None:
    text = site.routed(f"/kommune/{CITY}").get_data(as_text=True)
    assert '"type":"Graph"' in text
    assert '"aria-pressed":"true"' in text


def test_answers_to_dash_are_compressed_only_where_nobody_is_signed_in(site: Site) -> None:
    body = {"output": "x.children", "inputs": []}
    packed = {"Accept-Encoding": "gzip"}
    public = site.client().post("/_dash-update-component", json=body, headers=packed)
    own = site.client("manager").post("/_dash-update-component", json=body, headers=packed)
    assert (public.headers.get("Content-Encoding"), own.headers.get("Content-Encoding")) == ("gzip", None)
