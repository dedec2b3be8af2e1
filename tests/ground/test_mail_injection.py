"""Whatever is given as an address, a mail has one recipient and the portal's own headers (P28)."""

import random
import re
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.headerregistry import AddressHeader
from email.utils import getaddresses
from pathlib import Path

import pytest
from flask import Flask

from portal import delivery, outbox
from portal.models.mail import OutboxMessage
from trust.figures import note

ROOT = Path(__file__).resolve().parents[2]
NUMBER = 10_000
HEADERS = {
    "From", "To", "Subject", "Message-ID", "Date", "Auto-Submitted", "Content-Language", "Content-Type",
    "Content-Transfer-Encoding", "MIME-Version",
}  # fmt: skip
LOCAL = [
    "kim",
    "a.b",
    "kim+job",
    '"kim kandidat"',
    '"a@b"',
    "<kim",
    "kim>",
    "Kim <kim",
    "",
    "'",
    "=?utf-8?q?kim?=",
]
DOMAIN = [
    "example.com",
    "b.dk",
    "[127.0.0.1]",
    "xn--bcher-kva.dk",
    "bücher.dk",
    "b..dk",
    "-b.dk",
    "localhost",
    "b.dk.",
]
BETWEEN = ["@", "@@", " @ ", "%40", "@\t", "\uff20"]
TAIL = [
    "",
    ", eve@evil.dk",
    ";eve@evil.dk",
    "\r\nBcc: eve@evil.dk",
    "\nCc: eve@evil.dk",
    "\rX: 1",
    "\0",
    "\u2028To: eve@evil.dk",
    "\x0bBcc: eve@evil.dk",
    "\x85Bcc: eve@evil.dk",
    " <eve@evil.dk>",
    ">,<eve@evil.dk",
    "%0aBcc:eve@evil.dk",
    "(note)",
    "\r\n\r\nbody",
    "\r\n.\r\n",
    "\u202e",
    "\ufeff",
    " ",
    "\\",
    '"',
    ":eve@evil.dk;",
    "?bcc=eve@evil.dk",
]


def nasty(dice: random.Random) -> str:
    """One address as somebody would write it who wants more than one mail sent."""
    address = dice.choice(LOCAL) + dice.choice(BETWEEN[:1] * 6 + BETWEEN) + dice.choice(DOMAIN)
    for _ in range(dice.randint(0, 2)):
        where = dice.choice([0, len(address), dice.randint(0, len(address))])
        address = address[:where] + dice.choice(TAIL) + address[where:]
    return address


def test_p28_ten_thousand_nasty_addresses_give_no_recipient_and_no_header_more(app: Flask) -> None:
    dice, accepted, wrong = random.Random(28), 0, []
    with app.app_context():
        for _ in range(NUMBER):
            typed = nasty(dice)
            try:
                address = outbox.clean_address(typed)
            except outbox.AddressError:
                continue
            accepted += 1
            mail = message_from_bytes(written(address), policy=policy.default)
            if not is_sound(mail, address):
                wrong.append(typed)
    note(28, f"{len(wrong)} extra recipients or headers of {NUMBER:,} ({accepted:,} addresses accepted)")
    assert wrong == []
    assert accepted > NUMBER / 50, "some must be let in, or nothing was looked at"


def written(address: str) -> bytes:
    message = OutboxMessage(
        kind="test", message_id="<1@localhost>", created_at=datetime(2026, 11, 22, tzinfo=UTC), subject="Nyt"
    )
    message.address, message.text = address, "Hej\n.\nBcc: eve@evil.dk\n"
    return delivery._as_email(message, "KLAPjob <info@example.com>").as_bytes(policy=policy.SMTP)


def is_sound(mail: object, address: str) -> bool:
    """One recipient, the one that was cleaned; the portal's headers, each once; nothing that ends a line."""
    to = mail["To"]  # type: ignore[index]
    assert isinstance(to, AddressHeader)
    names = mail.keys()  # type: ignore[attr-defined]
    parsed = [found for _, found in getaddresses([str(to)])]
    return (
        len(to.addresses) == 1
        and parsed == [address]
        and {"From", "To", "Subject", "Message-ID"} <= set(names) <= HEADERS
        and len(names) == len(set(names))
        and not re.search(r"[\x00-\x1f\x7f\x85\u2028\u2029]", address)
    )


@pytest.mark.parametrize("local", ["=?utf-8?q?kim?=", "=?utf-8?q?eve=40evil.dk=2Ckim?=", "a=?utf-8?b?LA==?="])
def test_p28_an_encoded_word_is_no_address(local: str) -> None:
    with pytest.raises(outbox.AddressError):
        outbox.clean_address(f"{local}@example.com")


def test_p28_a_domain_with_danish_letters_travels_in_ascii() -> None:
    assert outbox.clean_address("kim@blåbærgrød.dk") == "kim@xn--blbrgrd-fxak7p.dk"


def test_p28_a_header_that_was_smuggled_in_would_be_seen() -> None:
    raw = written("kim@example.com").replace(b"\r\nSubject", b"\r\nBcc: eve@evil.dk\r\nSubject")
    assert is_sound(message_from_bytes(raw, policy=policy.default), "kim@example.com") is False


@pytest.mark.parametrize(
    "path", sorted((ROOT / "portal/templates/email").glob("*/subject.txt")), ids=lambda path: path.parent.name
)
def test_p28_subjects_are_fixed_texts(path: Path) -> None:
    assert "{" not in path.read_text(encoding="utf-8")
