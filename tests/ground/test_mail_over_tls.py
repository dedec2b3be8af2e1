"""P42: mail leaves this machine over TLS 1.2 or newer, to a server whose certificate fits, or it waits."""

import ssl
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from sqlalchemy.orm import Session

from live import free_port
from portal import clock, delivery
from portal.delivery import MailServer
from portal.models.mail import OutboxMessage
from postbox import Postbox

FAILED = (0, 1)


def certificate(folder: Path, name: str) -> Path:
    """A certificate for a name, with its key in the same file; whoever trusts the file trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject, now = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]), datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / f"{name}.pem"
    plain = serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return file


@contextmanager
def listening(file: Path, *, newest: ssl.TLSVersion = ssl.TLSVersion.TLSv1_3) -> Iterator[Postbox]:
    """A mail server on this machine that takes mail over STARTTLS only, with this certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        if newest < ssl.TLSVersion.TLSv1_2:
            context.set_ciphers("ALL:@SECLEVEL=0")
            context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = newest
    postbox = Postbox(url=f"{free_port()}")
    controller = Controller(
        postbox,
        hostname="127.0.0.1",
        port=int(postbox.url),
        tls_context=context,
        require_starttls=True,
    )
    controller.start()
    try:
        yield postbox
    finally:
        controller.stop()


@pytest.fixture
def message(session: Session) -> OutboxMessage:
    message = OutboxMessage(
        kind="test",
        message_id="<1@localhost>",
        created_at=clock.now(),
        next_attempt_at=clock.now(),
        subject="Der er nyt",
        address="kim@example.com",
        text="Ring til os.\n",
    )
    session.add(message)
    session.commit()
    return message


def deliver(session: Session, postbox: Postbox) -> tuple[int, int]:
    server = MailServer(host="localhost", port=int(postbox.url), tls="starttls", user="", password="")
    return delivery.deliver_due(session, server, sender="KLAPjob <info@example.com>")


def test_p42_a_server_whose_certificate_fits_gets_the_mail(
    session: Session, message: OutboxMessage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = certificate(tmp_path, "localhost")
    monkeypatch.setenv("SSL_CERT_FILE", f"{file}")
    with listening(file) as postbox:
        assert deliver(session, postbox) == (1, 0)
    assert [mail.rcpt_tos for mail in postbox.mails] == [["kim@example.com"]]


@pytest.mark.parametrize(("name", "trusted"), [("localhost", False), ("mail.example.com", True)])
def test_p42_a_certificate_that_nobody_knows_or_of_another_name_gets_nothing(
    session: Session,
    message: OutboxMessage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    trusted: bool,
) -> None:
    file = certificate(tmp_path, name)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", f"{file}")
    with listening(file) as postbox:
        assert deliver(session, postbox) == FAILED
    assert (postbox.mails, message.last_error) == ([], "SSLCertVerificationError")
    assert message.next_attempt_at is not None, "it waits for a better day"


def test_p42_a_server_that_knows_only_older_tls_gets_nothing(
    session: Session, message: OutboxMessage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = certificate(tmp_path, "localhost")
    monkeypatch.setenv("SSL_CERT_FILE", f"{file}")
    with listening(file, newest=ssl.TLSVersion.TLSv1_1) as postbox:
        assert deliver(session, postbox) == FAILED
    assert postbox.mails == []
    assert message.next_attempt_at is not None
