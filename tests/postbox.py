"""A real SMTP server on this machine that keeps what it takes and answers as it is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.controller import Controller

from live import START_SECONDS, free_port


@dataclass
class Postbox:
    """The mails taken so far; `answers` are the replies to come, "250 OK" when there are none."""

    url: str
    mails: list[Any] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer.startswith("250"):
            self.mails.append(envelope)
        return answer


@contextmanager
def listening() -> Iterator[Postbox]:
    """Runs the server; its `url` fits the setting SMTP_URL."""
    port = free_port()
    postbox = Postbox(url=f"smtp://127.0.0.1:{port}")
    controller = Controller(postbox, hostname="127.0.0.1", port=port, ready_timeout=START_SECONDS)
    controller.start()
    try:
        yield postbox
    finally:
        controller.stop()
