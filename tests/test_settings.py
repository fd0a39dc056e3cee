"""Settings: read from the environment, refused in plain words."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from monitoring.settings import BadSettings, Settings

KEY = "k" * 32


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_defaults_are_an_sqlite_file_on_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MONITORING_SECRET_KEY", KEY)
    settings = Settings.from_environment()
    assert (settings.host, settings.port, settings.demo) == ("127.0.0.1", 8050, False)
    assert settings.sqlite_file == Path("var/zielpfad.db")
    assert settings.secure_cookies


def test_a_missing_secret_key_refuses_the_start() -> None:
    with pytest.raises(BadSettings, match=r"MONITORING_SECRET_KEY fehlt(.|\n)*is missing"):
        Settings.from_environment()


def test_commands_need_no_secret_key() -> None:
    assert Settings.for_commands().secret_key is None


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "klima.example.org"])
def test_demo_mode_refuses_what_others_can_reach(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MONITORING_DEMO", "1")
    monkeypatch.setenv("MONITORING_HOST", host)
    with pytest.raises(BadSettings, match=r"nur auf diesem Rechner"):
        Settings.from_environment()
    assert not Path("var").exists()


def test_demo_mode_makes_a_key_for_its_owner_only_and_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MONITORING_DEMO", "1")
    first, second = Settings.from_environment(), Settings.from_environment()
    assert first.secret_key == second.secret_key
    assert not first.secure_cookies
    file = Path("var/demo-secret-key")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert first.secret_key is not None
    assert first.secret_key.get_secret_value() == file.read_text()


def test_demo_mode_says_where_it_cannot_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "var").write_text("in the way")
    monkeypatch.setenv("MONITORING_DEMO", "1")
    with pytest.raises(BadSettings, match="lässt sich nicht anlegen"):
        Settings.from_environment()


BAD = {
    "MONITORING_PORT": ("80500", "von 1 bis 65535 sein, nicht „80500“"),
    "MONITORING_THREADS": ("viele", "von 1 bis 64 sein, nicht „viele“"),
    "MONITORING_DEMO": ("vielleicht", "muss 1 oder 0 sein, nicht „vielleicht“"),
    "MONITORING_SECURE_COOKIES": ("x", "muss 1 oder 0 sein"),
    "MONITORING_TRUSTED_PROXIES": ("-1", "von 0 bis 10 sein"),
    "MONITORING_UPLOAD_RETENTION_DAYS": ("0", "von 1 bis 3650 sein"),
    "MONITORING_IMPRINT_URL": ("javascript:alert(1)", "Adresse einer Webseite sein"),
    "MONITORING_PRIVACY_URL": ("ort.example/datenschutz", "Adresse einer Webseite sein"),
    "MONITORING_ACCESSIBILITY_URL": ("https://", "Adresse einer Webseite sein"),
    "MONITORING_SECRET_KEY": ("short-secret", "kürzer als 32 Zeichen"),
    "MONITORING_DATABASE_URL": ("mysql://klima:open-sesame@host/db", "muss mit sqlite:/// oder"),
}


@pytest.mark.parametrize("variable", BAD)
def test_an_unusable_value_is_refused_by_name(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    value, sentence = BAD[variable]
    monkeypatch.setenv(variable, value)
    with pytest.raises(BadSettings) as refused:
        Settings.from_environment()
    assert sentence in str(refused.value)


def test_all_unusable_values_are_told_at_once_without_any_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable, (value, _) in BAD.items():
        monkeypatch.setenv(variable, value)
    with pytest.raises(BadSettings) as refused:
        Settings.from_environment()
    told = str(refused.value)
    assert all(variable in told for variable in BAD)
    assert "short-secret" not in told
    assert "open-sesame" not in told


def test_secrets_stay_out_of_the_representation() -> None:
    shown = repr(Settings(database_url="postgresql://u:open-sesame@h/d", secret_key=KEY))  # type: ignore[arg-type]
    assert "open-sesame" not in shown
    assert KEY not in shown


@pytest.mark.parametrize("written", ["postgres://u@h/d", "postgresql://u@h/d", "postgresql+psycopg://u@h/d"])
def test_every_spelling_of_postgresql_means_psycopg(written: str) -> None:
    settings = Settings(database_url=written)
    assert settings.database_url == "postgresql+psycopg://u@h/d"
    assert settings.sqlite_file is None


@pytest.mark.parametrize(
    ("written", "meant"), [("", "/"), ("/", "/"), ("klima", "/klima/"), ("/a/b", "/a/b/")]
)
def test_the_path_prefix_stands_between_slashes(written: str, meant: str) -> None:
    assert Settings(path_prefix=written).path_prefix == meant


def test_an_empty_variable_is_an_absent_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MONITORING_PORT", "")
    assert Settings.for_commands().port == 8050


def test_every_setting_says_what_it_is_for() -> None:
    undescribed = [name for name, field in Settings.model_fields.items() if not field.description]
    assert undescribed == []
