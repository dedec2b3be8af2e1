"""Two who work on one leaflet in the same moment get one version and a page, on SQLite and on PostgreSQL."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from conftest import settings_for
from factories import make_staff, sign_in
from portal.app import create_app
from portal.db import db
from portal.models.audit import AuditEntry
from portal.models.leaflet import Leaflet, LeafletFile, Variant
from portal.models.staff import Role, Staff
from portal.municipalities import filing, leaflets, places, reading
from strict_client import StrictClient, parse

SLUGS = tuple(places.SLUGS.values())[:12]


@pytest.fixture(params=["sqlite", "postgresql"])
def portal(request: pytest.FixtureRequest, migrated: Path, tmp_path: Path) -> Iterator[Flask]:
    url = request.getfixturevalue("empty_postgres") if request.param == "postgresql" else ""
    keys = migrated / "field-keys.json"
    app = create_app(settings_for(tmp_path, database_url=url, field_keys_file=keys))
    app.testing, app.test_client_class = True, StrictClient
    with app.app_context():
        upgrade()
        yield app
        db.session.remove()
        db.engine.dispose()


def two_editors(portal: Flask) -> list[StrictClient]:
    people = [make_staff(db.session(), Role.EDITOR, name=f"Editor{n}") for n in range(2)]
    return [sign_in(portal.test_client(), person) for person in people]


def inputs(page: TestResponse) -> dict[str, str]:
    fields = parse(page.text).findall(".//input[@type='hidden']")
    return {field.get("name"): field.get("value", "") for field in fields}


def at_once(those: list[Any], do: Callable[[Any], Any]) -> list[Any]:
    together = Barrier(len(those))

    def wait_and_do(one: Any) -> Any:
        together.wait()
        return do(one)

    with ThreadPoolExecutor(len(those)) as pool:
        return list(pool.map(wait_and_do, those))


def test_a_version_that_two_begin_at_once_is_one(portal: Flask) -> None:
    clients = two_editors(portal)
    tokens = {
        client: client.form(client.get("/personale/kommuner/slagelse/folder"))["csrf_token"]
        for client in clients
    }

    def begin(slug: str) -> Callable[[StrictClient], int]:
        address = f"/personale/kommuner/{slug}/folder/begynd"
        return lambda client: client.post(address, data={"csrf_token": tokens[client]}).status_code

    answers = [at_once(clients, begin(slug)) for slug in SLUGS]
    assert answers == [[303, 303]] * len(SLUGS)
    versions = db.session.execute(select(Leaflet.municipality_code, Leaflet.number)).all()
    assert sorted(versions) == sorted((places.by_slug(slug).code, 1) for slug in SLUGS)
    begun = select(func.count()).where(AuditEntry.action == "begin")
    assert db.session.scalar(begun) == len(SLUGS)


def publish(slug: str, by: Staff) -> None:
    session = db.session()
    leaflet = leaflets.begin(session, places.by_slug(slug).code, by=by)
    leaflets.approve(session, leaflet, by=by)
    leaflets.publish(session, leaflet, by=by)


@pytest.mark.usefixtures("nothing_drawn")
def test_of_two_who_write_on_a_published_version_at_once_one_is_told_of_the_other(portal: Flask) -> None:
    leader = make_staff(db.session(), Role.LEADER, name="Lea Leder")
    clients = two_editors(portal)
    opened = {}
    for slug in SLUGS:
        leaflets.begin(db.session(), places.by_slug(slug).code, by=leader)
        for client in clients:
            opened[slug, client] = inputs(client.get(f"/personale/kommuner/{slug}/folder"))
        publish(slug, leader)

    def write(slug: str) -> Callable[[StrictClient], int]:
        return lambda client: (
            client.post(
                f"/personale/kommuner/{slug}/folder",
                data=opened[slug, client] | {"title": f"Ord {clients.index(client)}"},
            ).status_code
        )

    answers = [at_once(clients, write(slug)) for slug in SLUGS]
    assert [sorted(answer) for answer in answers] == [[303, 409]] * len(SLUGS)
    db.session.rollback()
    kept = [leaflets.versions(db.session(), places.by_slug(slug).code)[0].texts for slug in SLUGS]
    assert kept == [{"title": f"Ord {answer.index(303)}"} for answer in answers]


def test_a_file_that_two_make_at_once_is_kept_once(portal: Flask) -> None:
    def keep(slug: str) -> Callable[[bytes], None]:
        [content] = reading.contents(db.session(), [places.by_slug(slug)])
        db.session.commit()
        file = filing.Due(content=content, variant=Variant.FOLDED)

        def keep_it(data: bytes) -> None:
            with portal.app_context():
                filing.keep(db.session(), file, data)

        return keep_it

    for _round in range(2):
        for slug in SLUGS:
            at_once([b"%PDF one", b"%PDF two"], keep(slug))
    kept = [filing.current(db.session(), places.by_slug(slug), Variant.FOLDED) for slug in SLUGS]
    assert [data in {b"%PDF one", b"%PDF two"} for data in kept] == [True] * len(SLUGS)
    assert db.session.scalar(select(func.count()).select_from(LeafletFile)) == len(SLUGS)
