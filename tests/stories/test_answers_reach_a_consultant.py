"""The second straight line: Kim says "I am interested", and Ann in Slagelse is told that somebody waits."""

from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
import time_machine
from flask import Flask
from sqlalchemy.orm import Session

from apply.filling import KIM, MOTHER, fill_in, send
from case_work import case_path, decide, offered
from factories import AARHUS, make_consultant, make_posting, make_staff, sign_in
from portal import clock, delivery
from portal.models.application import Application, State
from postbox import Postbox, listening


@pytest.fixture
def postbox() -> Iterator[Postbox]:
    with listening() as postbox:
        yield postbox


def _worker_sends(session: Session, postbox: Postbox) -> list[EmailMessage]:
    """The worker sends what is due after the five minutes in which a decision can be taken back."""
    before = len(postbox.mails)
    session.expire_all()
    with time_machine.travel(clock.now() + timedelta(minutes=6)):
        delivery.deliver_due(session, delivery.mail_server(postbox.url), sender="info@klapjob.dk")
    mails = [message_from_bytes(mail.content, policy=default) for mail in postbox.mails[before:]]
    return [mail for mail in mails if isinstance(mail, EmailMessage)]


def test_kim_applies_and_ann_hears_of_it(app: Flask, session: Session, postbox: Postbox) -> None:
    job = make_posting(session)
    sanne = sign_in(app.test_client(), make_staff(session))
    ann = sign_in(app.test_client(), make_consultant(session).staff)
    bo = sign_in(app.test_client(), make_consultant(session, AARHUS, name="Bo Bistand").staff)
    kim = app.test_client()

    # Kim answers a few questions and sends. The receipt has a reference and says what happens next.
    assert fill_in(kim, KIM, f"/ansoeg/{job.id}") == "/ansoeg/tjek"
    receipt = kim.get(send(kim).headers["Location"])
    application = session.query(Application).one()
    assert application.state == State.RECEIVED
    assert "36 35 96 60" in receipt.text

    # Kim gets a mail that says nothing of what Kim wrote.
    (mail,) = _worker_sends(session, postbox)
    assert mail["To"] == "kim@example.com"
    assert "Kim" not in mail.as_string().replace("kim@example.com", "")

    # Sanne sees that something came in, and what the answers say about the criteria.
    assert "Kim K." in sanne.get("/personale").text
    assert "Førtidspension" in sanne.get(case_path(application)).text
    # Ann and Bo do not see it yet: it answers like a case that does not exist.
    assert [c.get(case_path(application)).status_code for c in (ann, bo)] == [404, 404]

    # Sanne takes it and passes it on. It goes to Ann, because Kim lives in Slagelse.
    decide(sanne, application, "tag")
    decide(sanne, application, "videre")
    assert application.state == State.HANDED_OVER

    # Kim is told that there is an answer, and nothing of it.
    to_kim, mail = sorted(_worker_sends(session, postbox), key=lambda sent: sent["To"], reverse=True)
    assert (to_kim["To"], "Ann" in to_kim.as_string()) == ("kim@example.com", False)

    # Ann gets a mail without a word about Kim, follows its link, and sees Kim's case. Bo still does not.
    body = mail.get_body(("plain",))
    assert body is not None
    assert mail["To"] == "ann@example.com"
    assert case_path(application) in body.get_content()
    assert "Kim" not in mail.as_string()
    assert "Kim Kandidat" in ann.get(case_path(application)).text
    assert bo.get(case_path(application)).status_code == 404
    assert ["Kim" in consultant.get("/personale/mine").text for consultant in (ann, bo)] == [True, False]

    # The worker has nothing more to say.
    assert _worker_sends(session, postbox) == []


def test_what_kims_mother_sent_waits_until_kim_says_yes(
    app: Flask, session: Session, postbox: Postbox
) -> None:
    make_consultant(session)
    sanne = sign_in(app.test_client(), make_staff(session))
    mother = app.test_client()

    # She fills in the form for Kim.
    answers = MOTHER | {slug: typed for slug, typed in KIM.items() if slug != "hvem"}
    assert fill_in(mother, answers) == "/ansoeg/tjek"
    send(mother)
    application = session.query(Application).one()
    assert application.state == State.AWAITING_CONSENT

    # Sanne cannot pass it on. She calls Kim, notes the yes, and then she can.
    assert "videre" not in offered(sanne.get(case_path(application)))
    decide(sanne, application, "ja", reason="phone")
    assert application.person_agreed_how == "phone"
    decide(sanne, application, "videre")
    assert application.state == State.HANDED_OVER
