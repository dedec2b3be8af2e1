"""Views: What programs may ask of the portal."""

from pathlib import Path
from typing import Final

from flask import Blueprint, Response, abort, jsonify, request
from flask.typing import ResponseReturnValue

from portal.access import public
from portal.api import keys, reading
from portal.api.reading import BatchError, Item
from portal.board import Outcome, SourceClosedError, board
from portal.csrf import bearer_only
from portal.problems import problem

bp = Blueprint("api", __name__)

DESCRIPTION: Final = Path(__file__).with_name("openapi.json")


@bp.errorhandler(SourceClosedError)
def _source_closed(_error: SourceClosedError) -> Response:
    return problem(409, "KLAPjob has paused this source. Please call us.")


@bp.get("/api/v1/openapi.json")
@public
def describe() -> ResponseReturnValue:
    """The description of this API."""
    return Response(DESCRIPTION.read_bytes(), mimetype="application/json")


@bp.post("/api/v1/partners/<source>/postings")
@bearer_only
@public
def push(source: str) -> ResponseReturnValue:
    """Takes in a batch of postings and says for each what became of it."""
    keys.check(source)
    if request.mimetype != "application/json":
        abort(problem(415, "Send application/json."))
    try:
        items = reading.read_batch(request.get_data(cache=False))
    except BatchError as error:
        abort(problem(422, str(error)))
    outcomes = board().push(source, [item.posting for item in items])
    return jsonify(results=[_result(*pair) for pair in zip(items, outcomes, strict=True)])


@bp.delete("/api/v1/partners/<source>/postings/<path:reference>")
@bearer_only
@public
def stop(source: str, reference: str) -> ResponseReturnValue:
    """Takes a posting off the board. A second time is as good as the first."""
    keys.check(source)
    if not reading.is_reference(reference) or not board().stop(source, reference):
        abort(problem(404, "This source never had a posting with this reference."))
    return "", 204


def _result(item: Item, outcome: Outcome) -> dict[str, str]:
    result = {"reference": outcome.reference, "status": outcome.status.value}
    if outcome.reason is None:
        return result
    detail = item.detail or reading.DETAILS.get(outcome.reason, "")
    return result | {"reason": outcome.reason.name.lower(), "detail": detail}
