"""The dead man's ping: asks PING_URL now and then, sends nothing. Whoever runs it hears of our silence."""

import logging
from typing import Final

import requests

TIMEOUT_SECONDS: Final = 10

log = logging.getLogger(__name__)


def send(url: str) -> bool:
    """Asks the address once, follows nothing; says whether it answered well."""
    try:
        answer = requests.get(url, timeout=TIMEOUT_SECONDS, allow_redirects=False)
    except requests.RequestException as error:
        log.warning("PING_URL does not answer.", extra={"error": type(error).__name__})
        return False
    return answer.ok
