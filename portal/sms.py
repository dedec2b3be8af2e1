"""Delivers SMS over a gateway that speaks GatewayAPI's JSON (``POST /rest/mtsms``); off without SMS_URL.

A message whose answer is lost may arrive twice; the gateway gets the same `userref` again and may tell.
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit, urlunsplit

import requests
from sqlalchemy.orm import Session

from portal import delivery
from portal.delivery import SendError
from portal.models.mail import Channel, OutboxMessage

SENDER: Final = "KLAPjob"
TIMEOUT_SECONDS: Final = 20
PATH: Final = "/rest/mtsms"


class SmsSettingError(ValueError):
    """SMS_URL cannot be used; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Gateway:
    """Where SMS go out, and the token that opens it. Without TLS only on this machine itself."""

    url: str
    token: str


def gateway(url: str) -> Gateway:
    """Reads SMS_URL: ``https://token@gatewayapi.com``, or with a path of its own. Raises SmsSettingError."""
    parts = urlsplit(url)
    if not parts.hostname or not parts.username or parts.scheme not in {"http", "https"}:
        raise SmsSettingError("SMS_URL must look like https://token@gatewayapi.com.")
    if parts.scheme == "http" and parts.hostname not in delivery.LOOPBACK:
        raise SmsSettingError("SMS_URL must start with https://.")
    host = parts.netloc.rpartition("@")[2]
    path = PATH if parts.path in {"", "/"} else parts.path
    return Gateway(url=urlunsplit((parts.scheme, host, path, "", "")), token=unquote(parts.username))


def deliver_due(session: Session, to: Gateway) -> tuple[int, int]:
    """Sends the SMS that are due. Gives how many were sent and how many were not."""
    return delivery.deliver(session, Channel.SMS, lambda message: _send(to, message))


def msisdn(number: str) -> int:
    """A number as the gateway wants it: digits with the country in front; 45 where none is written."""
    digits = "".join(filter(str.isdecimal, number))
    return int(digits if number.strip().startswith("+") else f"45{digits}")


def _send(to: Gateway, message: OutboxMessage) -> None:
    body = {
        "sender": SENDER,
        "message": message.text,
        "encoding": "UTF8",
        "recipients": [{"msisdn": msisdn(message.address)}],
        "userref": message.id,
    }
    try:
        answer = requests.post(
            to.url,
            json=body,
            headers={"Authorization": f"Token {to.token}"},
            timeout=TIMEOUT_SECONDS,
            allow_redirects=False,
        )
    except requests.RequestException as error:
        # The type only: a library's words may repeat what was sent.
        raise SendError(type(error).__name__) from None
    _refuse_unless_taken(answer.status_code)


def _refuse_unless_taken(status: int) -> None:
    """Good is 2xx. A wrong token or an empty account may heal; a message that is refused as such will not."""
    if 200 <= status < 300:
        return
    raise SendError(f"status {status}", final=status in {400, 413, 422})
