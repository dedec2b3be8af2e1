"""Views: One ad's original and easy text side by side: preview, draft, approval."""

from typing import Any, Final

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from portal import ad_words, edited
from portal.access import me, staff_only
from portal.csrf import checks_token_itself
from portal.db import db
from portal.easyread import easy_text
from portal.easyread.easy_text import EasyText
from portal.editing import actions, comparing, forms, looks, own, queries, words
from portal.editing.actions import Basis, StaleError
from portal.editing.forms import TypedDecision, TypedText
from portal.editing.views.blueprint import AUTHORS, EDITORS, READERS, bp, posting_or_404
from portal.models.edited_text import EditedText
from portal.models.posting import Posting
from portal.places import municipalities

DONE: Final = {
    "save": "Kladden er gemt. Læserne ser ikke noget af den endnu.",
    "approve": "Teksten er godkendt. Læserne ser den nu.",
    "withdraw": "Læserne ser computerens tekst igen. Din tekst ligger som kladde.",
}


def _withdraw(ad: Posting, _text: EasyText, basis: Basis) -> None:
    actions.withdraw(ad, basis)


VERBS: Final = {"save": actions.save, "approve": actions.approve, "withdraw": _withdraw}


@bp.get("/personale/jobopslag/<posting_id>")
@staff_only(*READERS)
def text(posting_id: str) -> ResponseReturnValue:
    """The original beside the draft, the approved text or the machine's proposal."""
    ad = posting_or_404(posting_id)
    if ad.source == own.SOURCE:
        return redirect(url_for("editing.own_ad", ad_id=ad.reference))
    return _screen(ad, _first(ad, fresh=request.args.get("forslag") == "1"))


@bp.post("/personale/jobopslag/<posting_id>/tekst")
@checks_token_itself
@staff_only(*EDITORS)
def write_text(posting_id: str) -> ResponseReturnValue:
    """Shows how a text looks, keeps it, approves it, or shows the machine's again."""
    ad = posting_or_404(posting_id)
    if ad.source == own.SOURCE:
        abort(404)
    typed = forms.read_text(request.form, trade=ad.trade)
    verb = request.form.get("do", "look")
    errors = typed.errors | (forms.missing(typed.text) if verb == "approve" else {})
    if errors or verb not in VERBS:
        return _screen(ad, forms.with_errors(typed, errors), previewed=True), 422 if errors else 200
    try:
        VERBS[verb](ad, typed.text, Basis(version=typed.version, original=typed.original))
    except StaleError:
        return _stale(posting_id, typed), 409
    flash(DONE[verb])
    return redirect(url_for("editing.text", posting_id=ad.id))


@bp.post("/personale/jobopslag/udseende")
@staff_only(*AUTHORS)
def look() -> ResponseReturnValue:
    """How what stands in the form would look; a part of a page, asked for by the script."""
    typed = forms.read_text(request.form, trade=request.form.get("trade", ""))
    return render_template("editing/_looks.html", **shown(typed))


def refused(ad: Posting, typed: TypedDecision) -> str:
    """The ad's page again, with what was typed about its place or its end and what is wrong with it."""
    return _screen(ad, _first(ad, fresh=False), decision=typed)


def shown(typed: TypedText) -> dict[str, Any]:
    """What the part of the page about the looks of a text needs."""
    return {"looks": looks.looks_of(typed.text), "preview": typed.text}


def _first(ad: Posting, *, fresh: bool) -> TypedText:
    record = queries.record(db.session(), ad)
    written = None if fresh else (easy_text.from_json(record.draft) if record else None)
    approved = None if fresh else ad_words.approved_text(ad)
    return forms.from_text(
        written or approved or ad_words.proposal(ad),
        version=record.version if record else 0,
        original=actions.fingerprint(ad),
        trade=ad.trade,
    )


def _stale(posting_id: str, typed: TypedText) -> str:
    """The page again with what was typed, what the other person wrote, and leave to press once more."""
    ad = posting_or_404(posting_id)
    record = queries.record(db.session(), ad)
    again = forms.based_on(typed, version=record.version if record else 0, original=actions.fingerprint(ad))
    changed = typed.original != again.original
    other = (easy_text.from_json(record.draft) or ad_words.approved_text(ad)) if record else None
    return _screen(ad, again, previewed=True, stale={"changed": changed, "other": None if changed else other})


def _screen(
    ad: Posting,
    typed: TypedText,
    *,
    previewed: bool = False,
    stale: dict[str, Any] | None = None,
    decision: TypedDecision | None = None,
) -> str:
    session = db.session()
    record = queries.record(session, ad) or EditedText(posting_id=ad.id, version=0)
    return render_template(
        "editing/text.html",
        ad=ad,
        typed=typed,
        decision=decision
        or TypedDecision(municipality=ad.municipality_code or "", postal_code=ad.postal_code),
        original=Markup(ad.body_html),  # noqa: S704 - `portal.jobs.cleaning` made it harmless when it came in
        changes=comparing.compare(record.original, edited.original_of(ad)) if ad.differs_since else (),
        record=record,
        approver=queries.name_of(session, record.approved_by_id),
        saver=queries.name_of(session, record.saved_by_id),
        closer=queries.name_of(session, ad.closed_by_id),
        may_edit=me().has(*EDITORS),
        municipalities=[
            {"value": "", "words": "Vælg kommune"},
            *({"value": one.code, "words": one.name} for one in municipalities.in_alphabet()),
        ],
        pictures=forms.OFFERED,
        reasons=words.REASONS,
        previewed=previewed,
        stale=stale,
        **shown(typed),
    )
