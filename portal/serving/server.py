"""Granian as we use it: one process, patient with slow clients, stopping when all answers are given."""

import asyncio
import signal
import socket
from typing import Final

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.server.embed import Server

from portal.serving.front import Front

CONNECTION_LIMIT: Final = 1000
BACKLOG: Final = 1024
HEADER_SECONDS: Final = 15
"""How long a client may take over the head of a request, and how long an idle connection is kept."""


def serve(front: Front, *, host: str, port: int) -> None:
    """Serves until the process is asked to stop (SIGTERM, SIGINT); answers that are being made are given."""
    asyncio.run(_serve(front, host, port))
    front.close()


async def _serve(front: Front, host: str, port: int) -> None:
    server = Server(
        front,
        address=address_of(host),
        port=port,
        interface=Interfaces.ASGINL,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=HEADER_SECONDS * 1000),
        websockets=False,
        backlog=BACKLOG,
        backpressure=CONNECTION_LIMIT,
        log_enabled=False,
    )
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, server.stop)
    await server.serve()


def address_of(host: str) -> str:
    """The number of a name of this machine; the shorter kind where it has both. Raises OSError."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    addresses = [(family != socket.AF_INET, str(where[0])) for family, _, _, _, where in found]
    return min(addresses)[1]
