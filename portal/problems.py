"""Errors for programs: problem details as JSON (RFC 9457)."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from flask import Response

MIMETYPE: Final = "application/problem+json"


def problem(status: int, detail: str = "", headers: Mapping[str, str] | None = None) -> Response:
    """An answer that says what went wrong; `detail` is a sentence for the developer who reads it."""
    content = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    if detail:
        content["detail"] = detail
    return Response(json.dumps(content), status=status, headers=dict(headers or {}), mimetype=MIMETYPE)
