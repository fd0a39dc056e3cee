"""What differs between two installations, read from MONITORING_… variables and refused in plain words."""

from __future__ import annotations

import ipaddress
import os
import re
import secrets
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

SHORTEST_SECRET_KEY = 32
"""Characters; a shorter key could be guessed from a signed cookie."""
DEMO_KEY_FILE = "demo-secret-key"
"""Kept beside the demo database, so that a restart signs nobody out."""
_DATABASES = ("sqlite:///", "postgresql+psycopg://")
_POSTGRESQL_SPELLINGS = ("postgresql://", "postgres://")


class BadSettings(Exception):
    """The installation cannot start like this; the text says why and what to do, in German and in English."""


class Settings(BaseSettings):
    """The settings of one installation. Each field is read from MONITORING_ plus its name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix="MONITORING_",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        use_attribute_docstrings=True,
        hide_input_in_errors=True,
    )

    # Not shown in a repr: the address of a PostgreSQL database contains its password.
    database_url: Annotated[str, Field(repr=False)] = "sqlite:///var/zielpfad.db"
    """Where everything is kept: `sqlite:///path` or `postgresql+psycopg://user:password@host/database`."""
    secret_key: SecretStr | None = None
    """Signs sessions; at least 32 characters, the same on every machine. Demo mode makes its own."""
    host: str = "127.0.0.1"
    """The address to listen on."""
    port: Annotated[int, Field(ge=1, le=65535)] = 8050
    """The port to listen on."""
    threads: Annotated[int, Field(ge=1, le=64)] = 8
    """Requests that `app.py` answers at the same time."""
    demo: bool = False
    """Sample municipalities and accounts with known passwords; only for one's own computer."""
    path_prefix: str = "/"
    """Where the pages begin when the proxy serves them below a path, such as `/klima/`."""
    trusted_proxies: Annotated[int, Field(ge=0, le=10)] = 0
    """How many reverse proxies stand in front and set X-Forwarded-For, -Proto and -Host."""
    secure_cookies: bool = True
    """Whether the session cookie is sent over https only. Demo mode is plain http on one's own computer."""
    upload_retention_days: Annotated[int, Field(ge=1, le=3650)] = 90
    """How long an upload that was never taken over is kept."""
    imprint_url: str | None = None
    """Imprint of whoever runs the installation, for pages that belong to no municipality."""
    privacy_url: str | None = None
    """Privacy notice of the same."""
    accessibility_url: str | None = None
    """Accessibility statement of the same."""

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, url: str) -> str:
        for spelling in _POSTGRESQL_SPELLINGS:
            if url.startswith(spelling):
                url = "postgresql+psycopg://" + url.removeprefix(spelling)
        if not url.startswith(_DATABASES):
            raise ValueError
        return url

    @field_validator("secret_key")
    @classmethod
    def _long_enough(cls, key: SecretStr | None) -> SecretStr | None:
        if key is not None and len(key.get_secret_value()) < SHORTEST_SECRET_KEY:
            raise ValueError
        return key

    @field_validator("imprint_url", "privacy_url", "accessibility_url")
    @classmethod
    def _web_page(cls, url: str | None) -> str | None:
        if url is not None and not re.fullmatch(r"https?://[^\s/?#]+\S*", url):
            raise ValueError
        return url

    @field_validator("path_prefix")
    @classmethod
    def _between_slashes(cls, prefix: str) -> str:
        inner = prefix.strip("/")
        return f"/{inner}/" if inner else "/"

    @classmethod
    def from_environment(cls) -> Self:
        """What a server needs to start, complete with its secret key.

        Raises BadSettings where a value cannot be used, the secret key is missing, or demo mode would be
        reachable from other machines.
        """
        settings = cls.for_commands()
        if settings.demo:
            return settings._as_demo()
        if settings.secret_key is None:
            raise BadSettings(_SENTENCES["secret_key_missing"])
        return settings

    @classmethod
    def for_commands(cls) -> Self:
        """What the command line needs: the same, without asking for a secret key. Raises BadSettings."""
        try:
            return cls()
        except ValidationError as error:
            raise BadSettings(_in_words(error)) from None

    @property
    def sqlite_file(self) -> Path | None:
        """The file of an SQLite database; None for PostgreSQL and for a database in memory."""
        path = self.database_url.removeprefix("sqlite:///").partition("?")[0]
        return None if path in (self.database_url, "", ":memory:") else Path(path)

    def address_refused(self, error: OSError) -> str:
        """The sentence for an address that this machine does not give to the server."""
        return _SENTENCES["address"].format(host=self.host, port=self.port, error=error.strerror)

    def _as_demo(self) -> Self:
        if not _is_loopback(self.host):
            raise BadSettings(_SENTENCES["demo_reachable"].format(host=self.host))
        try:
            key = self.secret_key or SecretStr(_kept_demo_key(self.sqlite_file))
        except OSError as error:
            raise BadSettings(
                _SENTENCES["folder"].format(file=error.filename, error=error.strerror)
            ) from error
        return self.model_copy(update={"secret_key": key, "secure_cookies": False})


def _is_loopback(host: str) -> bool:
    """Whether only this machine reaches the address.

    >>> [_is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "", "example.org")]
    [True, True, True, False, False, False]
    """
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _kept_demo_key(database: Path | None) -> str:
    """The secret key beside the demo database, made at the first start and readable by its owner only."""
    file = (database or Path("var/zielpfad.db")).with_name(DEMO_KEY_FILE)
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text(encoding="ascii")
    with os.fdopen(descriptor, "w", encoding="ascii") as opened:
        key = secrets.token_urlsafe(48)
        opened.write(key)
    return key


def _in_words(error: ValidationError) -> str:
    """Every unusable setting with its variable and what would be right; never the value of a secret."""
    names = [str(fault["loc"][0]) if fault["loc"] else "" for fault in error.errors()]
    return "\n".join(_sentence(name) for name in dict.fromkeys(names))


def _sentence(name: str) -> str:
    variable = f"MONITORING_{name.upper()}"
    template = _SENTENCES.get(name, _SENTENCES["other"])
    return template.format(variable=variable, value=os.environ.get(variable, ""), **_limits(name))


def _limits(name: str) -> dict[str, Any]:
    """The least and greatest allowed number of a field, where it has them."""
    field = Settings.model_fields.get(name)
    found = {"ge": "", "le": ""}
    for constraint in field.metadata if field else ():
        found |= {bound: getattr(constraint, bound) for bound in found if hasattr(constraint, bound)}
    return found


_NUMBER = (
    "{variable} muss eine ganze Zahl von {ge} bis {le} sein, nicht „{value}“.\n"
    "{variable} must be a whole number from {ge} to {le}, not “{value}”."
)
_WEB_PAGE = (
    "{variable} muss die Adresse einer Webseite sein, die mit https:// beginnt.\n"
    "{variable} must be the address of a web page that begins with https://."
)
_YES_OR_NO = (
    "{variable} muss 1 oder 0 sein, nicht „{value}“.\n"
    "{variable} must be 1 or 0, not “{value}”."
)  # fmt: skip
_SENTENCES = {
    "database_url": (
        "MONITORING_DATABASE_URL muss mit sqlite:/// oder postgresql+psycopg:// beginnen.\n"
        "MONITORING_DATABASE_URL must begin with sqlite:/// or postgresql+psycopg://."
    ),
    "secret_key": (
        f"MONITORING_SECRET_KEY ist kürzer als {SHORTEST_SECRET_KEY} Zeichen.\n"
        f"MONITORING_SECRET_KEY is shorter than {SHORTEST_SECRET_KEY} characters."
    ),
    "secret_key_missing": (
        "MONITORING_SECRET_KEY fehlt. Einen Schlüssel erzeugt: "
        'python3 -c "import secrets; print(secrets.token_urlsafe(48))". '
        "Zum Ausprobieren mit Beispieldaten: MONITORING_DEMO=1.\n"
        "MONITORING_SECRET_KEY is missing. The command above makes a key. "
        "To try it with sample data: MONITORING_DEMO=1."
    ),
    "demo_reachable": (
        "MONITORING_DEMO hat Konten mit bekannten Passwörtern und läuft deshalb nur auf diesem Rechner: "
        "MONITORING_HOST muss 127.0.0.1 sein, nicht „{host}“.\n"
        "MONITORING_DEMO has accounts with known passwords and therefore runs on this computer only: "
        "MONITORING_HOST must be 127.0.0.1, not “{host}”."
    ),
    "folder": (
        "{file} lässt sich nicht anlegen ({error}). MONITORING_DATABASE_URL nennt einen anderen Ort.\n"
        "{file} cannot be made ({error}). MONITORING_DATABASE_URL names another place."
    ),
    "address": (
        "{host}:{port} ist nicht frei ({error}). MONITORING_PORT wählt einen anderen Port.\n"
        "{host}:{port} is not free ({error}). MONITORING_PORT chooses another port."
    ),
    "port": _NUMBER,
    "threads": _NUMBER,
    "trusted_proxies": _NUMBER,
    "upload_retention_days": _NUMBER,
    "imprint_url": _WEB_PAGE,
    "privacy_url": _WEB_PAGE,
    "accessibility_url": _WEB_PAGE,
    "demo": _YES_OR_NO,
    "secure_cookies": _YES_OR_NO,
    "other": "{variable} ist nicht verwendbar.\n{variable} cannot be used.",
}
