"""Views: Own ads: the library, writing, sending to an editor, publishing, saying that a job is taken."""

from collections.abc import Callable
from typing import Final

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.access import me, staff_only
from portal.csrf import checks_token_itself
from portal.db import db
from portal.easyread.trades import TRADES
from portal.editing import content as contents
from portal.editing import forms, own, queries, words
from portal.editing.actions import StaleError
from portal.editing.content import Content
from portal.editing.forms import TypedText
from portal.editing.library import LIBRARY, on_shelves
from portal.editing.views.blueprint import AUTHORS, EDITORS, bp, own_ad_or_404
from portal.editing.views.texts import shown
from portal.models.own_ad import OwnAd, OwnAdState
from portal.models.posting import Posting

CHECKED: Final = frozenset({"send", "publish"})
FOR_EDITORS: Final = frozenset({"publish", "back"})
DONE: Final = {
    "save": "Kladden er gemt.",
    "send": "Redaktøren har fået opslaget. Du kan se her, når det er på tavlen.",
    "publish": "Opslaget er på tavlen.",
    "back": "Forfatteren har fået opslaget igen.",
}
Verb = Callable[[OwnAd, Content, int], object]


@bp.get("/personale/eget-opslag")
@staff_only(*AUTHORS)
def own_ads() -> ResponseReturnValue:
    """One's own ads; editors see those of all."""
    author = None if me().has(*EDITORS) else me()
    rows = words.own_rows(queries.own_ads(db.session(), author=author))
    return render_template("editing/own_ads.html", rows=rows)


@bp.get("/personale/eget-opslag/ny")
@staff_only(*AUTHORS)
def library() -> ResponseReturnValue:
    """The job descriptions to begin with, by chain or kind of workplace, all or those that were asked for."""
    where, trade = request.args.get("sted", ""), request.args.get("fag", "")
    return render_template(
        "editing/library.html",
        shelves=on_shelves(where, trade),
        places=list(on_shelves()),
        trades=TRADES,
        used={description.trade for description in LIBRARY.values()},
        where=where,
        trade=trade,
    )


@bp.post("/personale/eget-opslag/ny")
@staff_only(*AUTHORS)
def begin() -> ResponseReturnValue:
    """Makes a draft, from a job description or empty."""
    chosen = LIBRARY.get(request.form.get("fra", ""))
    ad = own.begin(chosen.content() if chosen else Content())
    return redirect(url_for("editing.own_ad", ad_id=ad.id))


@bp.get("/personale/eget-opslag/<ad_id>")
@staff_only(*AUTHORS)
def own_ad(ad_id: str) -> ResponseReturnValue:
    """The same screen as for imported ads, with facts in place of an original."""
    ad = own_ad_or_404(ad_id)
    content = contents.from_json(ad.content)
    typed = forms.from_text(content.text, version=ad.version, original="", trade=content.facts.trade)
    return _screen(ad, Content(facts=content.facts, text=typed.text), typed)


@bp.post("/personale/eget-opslag/<ad_id>")
@checks_token_itself
@staff_only(*AUTHORS)
def write_own_ad(ad_id: str) -> ResponseReturnValue:
    """Shows how an ad looks, keeps it, sends it to an editor, gives it back, or publishes it."""
    ad = own_ad_or_404(ad_id)
    facts = contents.read_facts(request.form)
    typed = forms.read_text(request.form, trade=facts.trade)
    content, verb = Content(facts=facts, text=typed.text), request.form.get("do", "look")
    if verb in FOR_EDITORS and not me().has(*EDITORS):
        abort(404)
    errors = _wrong_with(content, typed, verb)
    if errors or verb not in DONE:
        return _screen(ad, content, forms.with_errors(typed, errors), previewed=True), 422 if errors else 200
    try:
        _verb(verb)(ad, content, typed.version)
    except StaleError:
        return _stale(ad_id, content, typed), 409
    flash(DONE[verb])
    return redirect(url_for("editing.own_ad", ad_id=ad.id))


def _wrong_with(content: Content, typed: TypedText, verb: str) -> forms.Errors:
    """What nobody may ever see, also in a draft; and what is missing where the ad goes on."""
    errors = typed.errors
    if verb in CHECKED:
        errors = errors | contents.wrong_with(content.facts) | forms.missing(content.text)
    if verb == "back":
        errors = errors | forms.wrong_remark(forms.read_remark(request.form))
    return errors | forms.cpr_in(vars(content.facts))


def _verb(name: str) -> Verb:
    remark = forms.read_remark(request.form)
    verbs: dict[str, Verb] = {
        "save": own.save,
        "send": own.send,
        "publish": own.publish,
        "back": lambda ad, content, version: own.send_back(ad, content, version, remark),
    }
    return verbs[name]


@bp.post("/personale/eget-opslag/<ad_id>/svar")
@staff_only(*AUTHORS)
def answer(ad_id: str) -> ResponseReturnValue:
    """Says whether the job of a published ad is still vacant."""
    ad = own_ad_or_404(ad_id)
    if ad.posting_id is None:
        abort(404)
    if request.form.get("ledigt") == "ja":
        _confirm(ad)
    else:
        own.fill(ad, "Forfatteren siger, at jobbet er besat.")
        flash("Opslaget er lukket.")
    return redirect(url_for("editing.own_ad", ad_id=ad.id))


def _confirm(ad: OwnAd) -> None:
    try:
        own.confirm(ad)
    except own.OverError:
        flash("Den sidste dag at søge er gået. Skriv en ny dag, og send opslaget igen.", "error")
    else:
        flash("Tak. Opslaget bliver på tavlen. Vi spørger igen om 2 måneder.")


@bp.post("/personale/eget-opslag/<ad_id>/slet")
@staff_only(*AUTHORS)
def drop(ad_id: str) -> ResponseReturnValue:
    """Throws away a draft that was never published."""
    ad = own_ad_or_404(ad_id)
    if ad.posting_id is not None:
        abort(404)
    own.drop(ad)
    flash("Kladden er slettet.")
    return redirect(url_for("editing.own_ads"))


def _stale(ad_id: str, content: Content, typed: TypedText) -> str:
    ad = own_ad_or_404(ad_id)
    other = contents.from_json(ad.content)
    again = forms.based_on(typed, version=ad.version, original="")
    return _screen(ad, content, again, previewed=True, other=other)


def _screen(
    ad: OwnAd, content: Content, typed: TypedText, *, previewed: bool = False, other: Content | None = None
) -> str:
    session = db.session()
    posting = session.get(Posting, ad.posting_id) if ad.posting_id else None
    return render_template(
        "editing/own_ad.html",
        ad=ad,
        posting=posting,
        facts=content.facts,
        typed=typed,
        pictures=forms.OFFERED,
        trades=[{"value": key, "words": trade.name} for key, trade in TRADES.items()],
        job_types=[{"value": key, "words": name} for key, name in contents.JOB_TYPES.items()],
        state=words.STATES[ad.state],
        is_closed=ad.state is OwnAdState.CLOSED,
        author=queries.name_of(session, ad.author_id),
        saver=queries.name_of(session, ad.saved_by_id),
        may_publish=me().has(*EDITORS),
        previewed=previewed,
        other=other,
        remark=forms.read_remark(request.form),
        **shown(typed),
    )
