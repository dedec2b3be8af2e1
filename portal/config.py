"""Settings, read once from the environment. The README's table lists them all (a test compares)."""

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

SHORTEST_SECRET = 32


class ConfigError(Exception):
    """A setting is missing or unusable; the message says which one and what to do."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What an operator may set. Each default is sensible in production and may be published."""

    env: str = "production"
    data_dir: Path = Path("var")
    backup_dir: Path | None = None
    backup_recipient: str = ""
    database_url: str = ""
    database_read_url: str = ""
    storage_url: str = ""
    secret_key: str = ""
    field_keys_file: Path = Path("field-keys.json")
    base_url: str = "http://localhost:8000"
    trusted_hosts: tuple[str, ...] = ("localhost", "127.0.0.1")
    trusted_proxies: int = 0
    smtp_url: str = ""
    sms_url: str = ""
    mail_from: str = "KLAPjob <info@klapjob.dk>"
    alarm_email: str = ""
    contact_phone: str = "36 35 96 60"
    contact_email: str = "info@klapjob.dk"
    port: int = 8000
    listen: str = "localhost"
    feeds_file: Path = Path("feeds.toml")
    answer_days: int = 5
    heartbeat_months: int = 6
    form_seconds: int = 3
    metrics_token: str = ""
    ping_url: str = ""
    page_cache_mib: int = 32

    @property
    def database(self) -> str:
        """The database's SQLAlchemy address; SQLite in `DATA_DIR` unless one is set."""
        return self.database_url or f"sqlite:///{(self.data_dir / 'portal.db').resolve()}"

    @property
    def backups(self) -> Path:
        """Where backups lie; in `DATA_DIR` unless another place is set, which is better."""
        return self.backup_dir or self.data_dir / "backups"

    @property
    def secure(self) -> bool:
        """Whether people reach the portal over https, so that cookies may demand it."""
        return self.base_url.startswith("https://")


def from_environment(environ: Mapping[str, str] = os.environ) -> Settings:
    """Reads the settings.

    Raises ConfigError where a setting is missing or makes no sense.
    """
    env = environ.get("PORTAL_ENV", "production")
    if env not in {"production", "demo", "development"}:
        raise ConfigError(f"PORTAL_ENV is {env!r}; it may be production, demo or development.")
    settings = Settings(
        env=env,
        data_dir=Path(environ.get("DATA_DIR", "var")),
        backup_dir=_folder(environ.get("BACKUP_DIR", "")),
        backup_recipient=environ.get("BACKUP_RECIPIENT", "").strip(),
        database_url=database_url(environ.get("DATABASE_URL", "")),
        database_read_url=database_url(environ.get("DATABASE_READ_URL", "")),
        storage_url=environ.get("STORAGE_URL", ""),
        secret_key=environ.get("SECRET_KEY", ""),
        field_keys_file=Path(environ.get("FIELD_KEYS_FILE", "field-keys.json")),
        base_url=environ.get("BASE_URL", "http://localhost:8000").rstrip("/"),
        trusted_hosts=_trusted_hosts(environ),
        trusted_proxies=_number(environ, "TRUSTED_PROXIES", 0),
        smtp_url=environ.get("SMTP_URL", ""),
        sms_url=environ.get("SMS_URL", ""),
        mail_from=environ.get("MAIL_FROM", Settings.mail_from),
        alarm_email=environ.get("ALARM_EMAIL", "").strip(),
        contact_phone=environ.get("CONTACT_PHONE", Settings.contact_phone),
        contact_email=environ.get("CONTACT_EMAIL", Settings.contact_email),
        port=_number(environ, "PORT", 8000),
        listen=environ.get("LISTEN", "localhost"),
        feeds_file=Path(environ.get("FEEDS_FILE", "feeds.toml")),
        answer_days=_number(environ, "ANSWER_DAYS", 5),
        heartbeat_months=_number(environ, "HEARTBEAT_MONTHS", 6),
        form_seconds=_number(environ, "FORM_SECONDS", 3),
        metrics_token=environ.get("METRICS_TOKEN", "").strip(),
        ping_url=environ.get("PING_URL", "").strip(),
        page_cache_mib=_number(environ, "PAGE_CACHE_MIB", 32),
    )
    _check(settings)
    return settings


def database_url(value: str) -> str:
    """The address as SQLAlchemy takes it: plain PostgreSQL addresses mean Psycopg 3, the driver shipped."""
    for plain in ("postgres://", "postgresql://"):
        if value.startswith(plain):
            return "postgresql+psycopg://" + value.removeprefix(plain)
    return value


def _folder(value: str) -> Path | None:
    return Path(value) if value else None


def _trusted_hosts(environ: Mapping[str, str]) -> tuple[str, ...]:
    listed = tuple(host.strip() for host in environ.get("TRUSTED_HOSTS", "").split(",") if host.strip())
    own = _host_of(environ.get("BASE_URL", "http://localhost:8000")) or "localhost"
    return listed or tuple(dict.fromkeys((own, "localhost", "127.0.0.1")))


def _host_of(address: str) -> str:
    """The host of a whole address; "" where it makes no sense."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _number(environ: Mapping[str, str], name: str, default: int) -> int:
    raw = environ.get(name, str(default))
    try:
        number = int(raw)
    except ValueError:
        number = -1
    if number < 0:
        raise ConfigError(f"{name} is {raw!r}; it must be a whole number, 0 or more.")
    return number


def _check(settings: Settings) -> None:
    long_enough = f"must be at least {SHORTEST_SECRET} characters."
    must_hold = (
        (
            len(settings.secret_key) >= SHORTEST_SECRET,
            f"SECRET_KEY {long_enough} A good one: {secrets.token_urlsafe(32)}",
        ),
        (
            settings.env != "production" or settings.secure,
            "BASE_URL must start with https:// in production.",
        ),
        (
            re.fullmatch(r"([^@\s,;]+@[^@\s,;]+)?", settings.alarm_email),
            f"ALARM_EMAIL is {settings.alarm_email!r}; it must be one mail address.",
        ),
        (
            re.fullmatch(r"(age1[0-9a-z]{58})?", settings.backup_recipient),
            "BACKUP_RECIPIENT must be the public half of an age key: age1 and 58 signs.",
        ),
        (
            not settings.metrics_token or len(settings.metrics_token) >= SHORTEST_SECRET,
            f"METRICS_TOKEN {long_enough}",
        ),
        (
            settings.ping_url.startswith("https://") or not settings.ping_url,
            "PING_URL must start with https://.",
        ),
        (
            _host_of(settings.base_url),
            f"BASE_URL is {settings.base_url!r}; it must be a whole address.",
        ),
    )
    for holds, otherwise in must_hold:
        if not holds:
            raise ConfigError(otherwise)
