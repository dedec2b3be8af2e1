"""Every route says who may use it, and no form can be sent from another site."""

import pytest
from flask import Flask
from werkzeug.routing import Rule

from portal.access import audience_of
from strict_client import StrictClient


def _audience(app: Flask, rule: Rule) -> str:
    audience = audience_of(app.view_functions[rule.endpoint])
    assert audience is not None, (
        f"{rule} declares no audience: put @public or @staff_only(...) from portal.access below its route"
    )
    if audience.on_the_way_in:
        return "on the way in"
    return "everyone" if audience.everyone else ", ".join(sorted(audience.roles)) or "all staff"


# Who may use each route. A new route is added here on purpose, so that a reviewer sees it.
AUDIENCES = {
    "/": "everyone",
    "/job": "everyone",
    "/job/<name>": "everyone",
    "/laesning": "everyone",
    "/ord": "everyone",
    "/robots.txt": "everyone",
    "/del/<posting_id>": "everyone",
    "/del/<posting_id>/billede.png": "everyone",
    "/del/<posting_id>/kode.svg": "everyone",
    "/job/print": "everyone",
    "/job/print/<posting_id>": "everyone",
    # Whoever has the link that was sent to an address may say yes, or stop.
    "/besked": "everyone",
    "/besked/sendt": "everyone",
    "/besked/<token>": "everyone",
    "/besked/<token>/stop": "everyone",
    "/gemte": "everyone",
    "/gemte/<ids>": "everyone",
    "/gemte/<ids>/print": "everyone",
    "/indlejr": "everyone",
    "/indlejr/kode": "everyone",
    "/sitemap.xml": "everyone",
    "/job.rss": "everyone",
    "/job.atom": "everyone",
    "/job.json": "everyone",
    "/api/v1/postings": "everyone",
    "/api/v1/postings/<posting_id>": "everyone",
    "/api/v1/openapi.json": "everyone",
    # Programs are let in by their key.
    "/api/v1/partners/<source>/postings": "everyone",
    "/api/v1/partners/<source>/postings/<path:reference>": "everyone",
    "/kontakt": "everyone",
    "/virksomhed": "everyone",
    "/kommuner": "everyone",
    "/kommuner/<slug>": "everyone",
    "/kommuner/<slug>/folder": "everyone",
    "/kommuner/<slug>/folder.pdf": "everyone",
    "/kommuner/<slug>/folder-stor-skrift.pdf": "everyone",
    "/kommuner/<slug>/folder-trykkeri.pdf": "everyone",
    "/kommuner/<slug>/konsulent.jpg": "everyone",
    "/kommuner/<slug>/udtalelse.jpg": "everyone",
    "/henvis/<slug>": "everyone",
    "/henvis/<slug>/tak": "everyone",
    "/was": "everyone",
    "/tilgaengelighed": "everyone",
    "/privatliv": "everyone",
    "/cookies": "everyone",
    "/ansoeg": "everyone",
    "/ansoeg/<posting_id>": "everyone",
    "/ansoeg/glem": "everyone",
    "/ansoeg/send": "everyone",
    "/ansoeg/spoergsmaal/<slug>": "everyone",
    "/ansoeg/spoergsmaal/sig-det": "everyone",
    "/ansoeg/optagelse": "everyone",
    "/ansoeg/tak": "everyone",
    "/ansoeg/tjek": "everyone",
    "/ansoeg/gem": "everyone",
    "/ansoeg/gemt": "everyone",
    "/ansoeg/videre": "everyone",
    "/ansoeg/papir": "everyone",
    "/ring-mig-op": "everyone",
    "/kan-jeg": "everyone",
    "/kan-jeg/<slug>": "everyone",
    "/kan-jeg/svar": "everyone",
    # One's own application opens with a code, a link or this browser's cookie.
    "/min-ansoegning": "everyone",
    "/min-ansoegning/<token>": "everyone",
    "/min-ansoegning/side": "everyone",
    "/min-ansoegning/telefon": "everyone",
    "/min-ansoegning/mere": "everyone",
    "/min-ansoegning/fortryd": "everyone",
    "/min-ansoegning/slettet": "everyone",
    "/ja/<token>": "everyone",
    "/personale/sag/<application_id>/brev": "leader, secretariat",
    "/personale": "all staff",
    "/personale/log-ind": "everyone",
    "/personale/log-ind/noegle": "everyone",
    "/personale/log-ind/kode": "on the way in",
    "/personale/glemt-adgangskode": "everyone",
    # Opened by the secret of a link.
    "/personale/ny-adgangskode/<secret>": "everyone",
    "/personale/velkommen/<secret>": "everyone",
    # After a password or an invitation, and for who signed in a short while ago.
    "/personale/sikkerhed": "on the way in",
    "/personale/sikkerhed/adgangskode": "on the way in",
    "/personale/sikkerhed/app": "on the way in",
    "/personale/sikkerhed/app.svg": "on the way in",
    "/personale/sikkerhed/noegle": "on the way in",
    "/personale/sikkerhed/noegle/<passkey_id>/fjern": "all staff",
    "/personale/sikkerhed/koder": "all staff",
    "/personale/bliv-logget-ind": "all staff",
    "/personale/log-ud": "all staff",
    "/personale/mit-log-ind": "all staff",
    "/personale/log-ud-alle-steder": "all staff",
    "/personale/mine": "consultant",
    "/personale/soeg": "consultant, leader, secretariat",
    "/personale/naevnt/<note_id>/set": "consultant, leader, secretariat",
    "/personale/sag/<application_id>": "consultant, leader, secretariat",
    "/personale/sag/<application_id>/noter": "consultant, leader, secretariat",
    "/personale/sag/<application_id>/noter/<note_id>": "consultant, leader, secretariat",
    "/personale/sag/<application_id>/opkald": "consultant, leader, secretariat",
    "/personale/sag/<application_id>/optagelse/<recording_id>": "consultant, leader, secretariat",
    "/personale/sag/<application_id>/<verb_key>": "consultant, leader, secretariat",
    "/personale/sag/<application_id>/<verb_key>/brev": "leader, secretariat",
    "/personale/sag/<application_id>/svar-brev": "leader, secretariat",
    "/personale/gemt-tekst/<kept_id>": "all staff",
    "/personale/ny-ansoegning": "leader, secretariat",
    "/personale/flere": "leader, secretariat",
    "/personale/flere/<verb_key>": "leader, secretariat",
    "/personale/sag/<application_id>/samme": "leader, secretariat",
    "/personale/sag/<application_id>/saml/<other_id>": "leader, secretariat",
    "/personale/sag/<application_id>/skil-ad": "leader, secretariat",
    "/personale/sag/<application_id>/to-personer/<other_id>": "leader, secretariat",
    "/personale/post": "leader, secretariat",
    "/personale/post/<message_id>/igen": "leader, secretariat",
    "/personale/post/<message_id>/klaret": "leader, secretariat",
    "/personale/breve": "leader, secretariat",
    "/personale/breve/<kind>": "leader, secretariat",
    "/personale/breve/<kind>/standard": "leader, secretariat",
    "/personale/breve/<kind>/vis": "leader, secretariat",
    "/personale/jobopslag": "editor, leader, secretariat",
    "/personale/jobopslag/<posting_id>": "editor, leader, secretariat",
    "/personale/jobopslag/<posting_id>/sted": "editor",
    "/personale/jobopslag/<posting_id>/ned": "editor",
    "/personale/jobopslag/<posting_id>/op": "editor",
    "/personale/jobopslag/udseende": "consultant, editor",
    "/personale/eget-opslag": "consultant, editor",
    "/personale/eget-opslag/ny": "consultant, editor",
    "/personale/eget-opslag/<ad_id>": "consultant, editor",
    "/personale/eget-opslag/<ad_id>/svar": "consultant, editor",
    "/personale/eget-opslag/<ad_id>/slet": "consultant, editor",
    "/personale/kilder": "admin, editor, leader, secretariat",
    "/personale/kilder/kilde/<name>": "admin, editor, leader, secretariat",
    "/personale/kilder/kilde/<name>/hent": "admin",
    "/personale/kilder/kilde/<name>/pause": "admin",
    "/personale/kilder/kilde/<name>/start": "admin",
    "/personale/kilder/kilde/<name>/sluk": "admin",
    "/personale/kilder/kilde/<name>/taend": "admin",
    "/personale/kilder/kilde/<name>/luk": "admin",
    "/personale/kilder/kilde/<name>/behold": "admin",
    "/personale/kilder/kilde/<name>/noegle": "admin",
    "/personale/kilder/kilde/<name>/noegle/<key_id>/luk": "admin",
    "/personale/kilder/kilde/<name>/afvist": "admin, editor, leader, secretariat",
    "/personale/kilder/afvist/<entry_id>": "admin, editor, leader, secretariat",
    "/personale/kilder/afvist/<entry_id>/igen": "admin",
    "/personale/kilder/afvist/<entry_id>/ignorer": "admin",
    "/personale/kilder/partner": "admin",
    "/personale/kilder/regneark": "admin",
    "/personale/kilder/regneark/<job_id>": "admin",
    "/personale/kilder/regneark/<job_id>/fortryd": "admin",
    "/personale/kilder/regneark/skabelon.<kind>": "admin",
    "/personale/konsulenter": "admin, leader",
    "/personale/konsulenter/undtagelse": "admin, leader",
    "/personale/konsulenter/undtagelse/slet": "admin, leader",
    "/personale/konsulenter/<consultant_id>": "admin, leader",
    "/personale/konsulenter/<consultant_id>/kommune": "admin, leader",
    "/personale/konsulenter/<consultant_id>/kommune/fjern": "admin, leader",
    "/personale/konsulenter/<consultant_id>/vaek": "admin, leader",
    "/personale/konsulenter/<consultant_id>/vaek/<absence_id>/slet": "admin, leader",
    "/personale/venteliste": "consultant, leader, secretariat",
    "/personale/venteliste/<application_id>": "consultant, leader, secretariat",
    "/personale/venteliste/<application_id>/svar": "consultant, leader, secretariat",
    "/personale/venteliste/<application_id>/brev": "consultant, leader, secretariat",
    "/personale/venteliste/job": "consultant, leader, secretariat",
    "/personale/venteliste/job/<posting_id>": "consultant, leader, secretariat",
    "/stadig/<token>": "everyone",
    "/personale/konti": "admin",
    "/personale/konti/gennemgang": "admin",
    "/personale/konti/ny": "admin",
    "/personale/konti/<staff_id>": "admin",
    "/personale/konti/<staff_id>/luk": "admin",
    "/personale/konti/<staff_id>/aabn": "admin",
    "/personale/konti/<staff_id>/inviter": "admin",
    "/tal": "everyone",
    "/personale/tal": "leader, secretariat",
    "/personale/tal.csv": "leader, secretariat",
    "/personale/tal/aarstal": "leader",
    "/static/<path:filename>": "everyone",
    "/healthz": "everyone",
    "/readyz": "everyone",
}


def test_the_table_of_routes_and_their_audiences_is_this_one(app: Flask) -> None:
    assert {rule.rule: _audience(app, rule) for rule in app.url_map.iter_rules()} == AUDIENCES


def test_a_view_that_declares_no_audience_is_refused(app: Flask, client: StrictClient) -> None:
    app.add_url_rule("/forgotten", "forgotten", lambda: "secret")
    response = client.get("/forgotten")
    assert response.status_code == 403
    assert "secret" not in response.text


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_a_supervisor_learns_that_all_is_well(client: StrictClient, path: str) -> None:
    assert client.get(path).status_code == 200
