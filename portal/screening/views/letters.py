"""The letter of a decision: seen, measured and changed before it is sent; printed after it."""

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from portal import answering, audit, cases, photos
from portal.access import me, staff_only
from portal.csrf import checks_token_itself
from portal.db import db
from portal.models.application import Application
from portal.screening import composing, deciding_forms, parts, verbs
from portal.screening.actions import is_news
from portal.screening.letter_forms import LetterForm
from portal.screening.views.blueprint import OFFICE, bp
from portal.screening.views.case import case_page, conflict_page


@bp.post("/personale/sag/<application_id>/<verb_key>/brev")
@checks_token_itself
@staff_only(*OFFICE)
def preview(application_id: str, verb_key: str) -> ResponseReturnValue:
    """The letter as it stands now, and how easy it is; nothing is sent yet."""
    application = _find(application_id)
    verb = verbs.by_key(verb_key)
    form = deciding_forms.typed(verb) if verb else None
    if verb is None or not isinstance(form, LetterForm):
        abort(404)
    if not form.validate_on_submit():
        return case_page(application, form), 422
    if verb not in parts.offered(db.session(), application, me()):
        return conflict_page(application, form), 409
    audit.looked("application", application.id, purpose="case work")
    return _preview_page(application, form)


def _preview_page(application: Application, form: LetterForm) -> str:
    decision = form.decision()
    form.letter.data = decision.letter or composing.compose(
        db.session(), form.verb, decision.reason, decision.details
    )
    return render_template(
        "screening/preview.html",
        case=application,
        form=form,
        measured=composing.measure(form.letter.data),
        is_news=is_news(form.verb, decision.reason),
    )


@bp.get("/personale/sag/<application_id>/svar-brev")
@staff_only(*OFFICE)
def answer(application_id: str) -> ResponseReturnValue:
    """What the person is told about where the case stands, to be printed or read aloud on the telephone."""
    application = _find(application_id)
    written = answering.newest(db.session(), application)
    named = answering.names_consultant(application.state)
    consultant = answering.consultant_of(db.session(), application) if named else None
    audit.looked("application", application.id, purpose="case work")
    return render_template(
        "screening/answer.html",
        case=application,
        paragraphs=answering.told(db.session(), application, application.state),
        at=written.at if written else application.state_since,
        consultant=consultant if photos.key_of(db.session(), consultant) else None,
    )


def _find(application_id: str) -> Application:
    return cases.find(db.session(), me(), application_id) or abort(404)
