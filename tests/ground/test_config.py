"""Settings come from the environment; what makes no sense stops the start with a clear word."""

import pytest

from portal import config

GOOD = {"SECRET_KEY": "x" * 40, "BASE_URL": "https://job.example"}


def test_without_settings_the_portal_is_in_production() -> None:
    settings = config.from_environment(GOOD)
    assert (settings.env, settings.secure, settings.contact_phone) == ("production", True, "36 35 96 60")


def test_the_address_of_the_portal_is_a_trusted_host() -> None:
    assert config.from_environment(GOOD).trusted_hosts == ("job.example", "localhost", "127.0.0.1")


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_a_plain_postgresql_address_gets_the_driver_that_is_shipped(scheme: str) -> None:
    settings = config.from_environment(GOOD | {"DATABASE_URL": f"{scheme}://u:p@db/portal"})
    assert settings.database == "postgresql+psycopg://u:p@db/portal"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"SECRET_KEY": "short"}, "SECRET_KEY must be at least 32"),
        ({"PORTAL_ENV": "test"}, "PORTAL_ENV is 'test'"),
        ({"PORT": "many"}, "PORT is 'many'"),
        ({"ANSWER_DAYS": "-5"}, "ANSWER_DAYS is '-5'; it must be a whole number, 0 or more"),
        ({"METRICS_TOKEN": "short"}, "METRICS_TOKEN must be at least 32"),
        ({"PING_URL": "http://ping.example"}, "PING_URL must start with https"),
        ({"BACKUP_RECIPIENT": "age1short"}, "BACKUP_RECIPIENT must be the public half"),
        ({"BASE_URL": "http://job.example"}, "BASE_URL must start with https"),
        ({"ALARM_EMAIL": "a@example.com, b@example.com"}, "ALARM_EMAIL is"),
        ({"BASE_URL": "https:///portal"}, "must be a whole address"),
        ({"BASE_URL": "https://[job.example"}, "must be a whole address"),
    ],
)
def test_a_setting_that_makes_no_sense_is_named(wrong: dict[str, str], words: str) -> None:
    with pytest.raises(config.ConfigError, match=words):
        config.from_environment(GOOD | wrong)
