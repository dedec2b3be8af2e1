"""An answer that cannot be saved at this moment comes back as it was typed (promise 58)."""

from typing import Final

from flask import current_app, request
from flask.typing import ResponseReturnValue

from portal import pages, trouble
from portal.apply import checking, engine, forms, showing
from portal.apply.questions import BY_SLUG

NOT_SAVED: Final = "Vi kan ikke gemme lige nu. Dit svar står her endnu. Vent lidt, og tryk på Næste igen."


def not_saved(error: Exception) -> ResponseReturnValue:
    """The question again where an answer was sent; for all else the page that every form has."""
    answer = pages.out_of_order(error)
    wanted = BY_SLUG.get((request.view_args or {}).get("slug", ""))
    if request.method != "POST" or wanted is None or answer.status_code != 503:
        return answer
    asked = engine.ask(wanted, {})
    page, status = showing.question_page(
        asked,
        (),
        None,
        typed=forms.typed(checking.fields_of(asked)),
        problems=showing.problem(asked, NOT_SAVED),
        status=503,
        hidden=forms.hidden(),
    )
    return current_app.make_response((page, status, {"Retry-After": str(trouble.RETRY_AFTER)}))
