"""Signing in as a person does, page by page; to be signed in for another test, take `factories.sign_in`."""

from typing import Any
from xml.etree.ElementTree import Element

from werkzeug.test import TestResponse

from authenticator import Authenticator
from factories import PASSWORD, code
from portal.models.staff import Staff
from strict_client import StrictClient, parse

SIGN_IN = "/personale/log-ind"
PASSKEY = "/personale/log-ind/noegle"
CODE = "/personale/log-ind/kode"
WAYS = "/personale/sikkerhed"
WRONG = "noget helt andet her"
# The cookie holds a token of its own for each browser, which its length does not tell.
NEW_EACH_TIME = {"Set-Cookie", "Content-Length"}


def give_password(
    client: StrictClient, email: str, password: str = PASSWORD, address: str = "10.0.0.1"
) -> TestResponse:
    typed = client.form(client.get(SIGN_IN), email=email, password=password)
    return client.post(SIGN_IN, data=typed, environ_base={"REMOTE_ADDR": address})


def answer_without_what_was_typed(response: TestResponse, email: str) -> tuple[int, list[Any], str]:
    """Status, headers and words of an answer, to be compared with that of another account."""
    page = parse(response.text)
    for field in page.iter("input"):
        field.attrib.pop("value", None)
    words = " ".join("".join(page.itertext()).split()).replace(email, "")
    told = sorted((name, value) for name, value in response.headers if name not in NEW_EACH_TIME)
    return response.status_code, told, words


def give_code(client: StrictClient, typed: str | None = None) -> TestResponse:
    page = client.get(CODE)
    return client.post(CODE, data=client.form(page, code=code() if typed is None else typed))


def take_both_steps(client: StrictClient, staff: Staff) -> TestResponse:
    give_password(client, staff.email)
    return give_code(client)


def passkey_form(page: TestResponse) -> Element:
    return next(form for form in parse(page.text).iter("form") if form.get("data-passkey"))


def give_passkey(client: StrictClient, key: Authenticator, **changes: Any) -> TestResponse:
    form = passkey_form(client.get(SIGN_IN))
    answer = key.sign(str(form.get("data-options")))
    return client.post(PASSKEY, data=hidden(form) | {"credential": answer} | changes)


def make_passkey(client: StrictClient, key: Authenticator, name: str = "Min telefon") -> TestResponse:
    form = passkey_form(client.get(f"{WAYS}/noegle"))
    answer = key.make(str(form.get("data-options")))
    return client.post(f"{WAYS}/noegle", data=hidden(form) | {"credential": answer, "name": name})


def hidden(form: Element) -> dict[str, str]:
    fields = form.findall(".//input[@type='hidden']")
    return {str(field.get("name")): field.get("value", "") for field in fields}


def is_in(client: StrictClient) -> bool:
    """Whether this browser may see the staff's pages."""
    return client.get("/personale/mit-log-ind").status_code == 200


def paper_codes(page: TestResponse) -> list[str]:
    """The codes that a page shows to be written down."""
    return [str(item.text) for item in parse(page.text).iter("li") if item.get("class") == "kj-key"]
