"""Views of the class board. Nothing is kept: each answer is a link to the next address (ADR 20)."""

from typing import Any, Final

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from portal import cleaning, pdf
from portal.access import public
from portal.db import db
from portal.easyread.pictograms import PICTOGRAMS
from portal.easyread.trades import TRADES
from portal.lookout import Found, lookout
from portal.schools import class_board, paper, picking
from portal.schools.class_board import Round
from portal.schools.views.blueprint import bp

LONGEST_PLACE: Final = 80


@bp.get("/stu/tavle")
@public
def choose() -> ResponseReturnValue:
    """The teacher picks jobs: near a place, of a trade. What is picked already stands in the address."""
    asked = request.args
    picked = _round(asked.get("valgt", "")).cards
    looked = bool(asked.get("sted") or asked.get("fag"))
    found = lookout().find(db.session(), asked) if looked else Found(jobs=(), total=0, notes=())
    return render_template(
        "schools/choose.html",
        found=found,
        picked=picked,
        looked=looked,
        chosen=class_board.write(card.id for card in picked),
        left=class_board.MOST - len(picked),
        place=_place(asked).get("sted", ""),
        trade=asked.get("fag", ""),
        trades=[{"value": trade.slug, "words": trade.name} for trade in TRADES.values()],
        most=class_board.MOST,
    )


@bp.get("/stu/tavle/vaelg")
@public
def picked() -> ResponseReturnValue:
    """Puts what was ticked into the address: on to the board, or back to pick more."""
    ids = class_board.read(class_board.write([request.args.get("valgt", ""), *request.args.getlist("job")]))
    near = _place(request.args)
    if not ids or request.args.get("do") == "more":
        return redirect(url_for("schools.choose", valgt=class_board.write(ids) or None, **near))
    return redirect(url_for("schools.board", ids=class_board.write(ids), **near))


@bp.get("/stu/tavle/<ids>")
@public
def board(ids: str) -> ResponseReturnValue:
    """The board before a student begins: its cards, and what the teacher can do with it."""
    found = _round(ids)
    return render_template(
        "schools/board.html",
        round=found,
        has_pdf=pdf.is_available(),
        fewer=len(found.cards) < len(class_board.read(ids)),
        **_links(found),
    )


@bp.get("/stu/tavle/<ids>/papir")
@public
def on_paper(ids: str) -> ResponseReturnValue:
    """The cards with three boxes to tick, for paper and pencil."""
    found = _round(ids)
    return render_template(
        "schools/board_paper.html", round=found, answers=class_board.ANSWERS, back=_links(found)["board_url"]
    )


@bp.get("/stu/tavle/<ids>/kort.pdf")
@public
def cards_file(ids: str) -> ResponseReturnValue:
    """The cards as a PDF to cut out, six on a sheet; the board where it cannot be drawn now."""
    found = _round(ids)
    page = render_template("schools/cards_pdf.html", round=found, words=PICTOGRAMS)
    try:
        return paper.answer(page, "jobkort")
    except paper.BusyError:
        return redirect(_links(found)["board_url"])


@bp.get("/stu/tavle/<ids>/<answers>")
@public
def sort(ids: str, answers: str) -> ResponseReturnValue:
    """The next card; what the student likes when there is none left."""
    found = _round(ids, answers)
    template = "schools/card.html" if found.card else "schools/liked.html"
    return render_template(
        template,
        round=found,
        number=len(found.answers) + 1,
        piles=[(letter, words, found.sorted_into(letter)) for letter, words in class_board.ANSWERS.items()],
        **_links(found),
    )


def _round(ids: str, answers: str = "") -> Round:
    """The round of an address, as far as it makes sense."""
    cards = picking.cards(db.session(), class_board.read(ids))
    return Round(cards=cards, answers=class_board.answers_in(answers, cards=len(cards)))


def _place(arguments: MultiDict[str, str]) -> dict[str, Any]:
    """The place near which the class looks, as far as one was stated."""
    typed = cleaning.line(arguments.get("sted", ""))[:LONGEST_PLACE]
    return {"sted": typed} if typed else {}


def _links(found: Round) -> dict[str, Any]:
    """The addresses that lead on from a round."""
    near = _place(request.args)

    def at(to: Round) -> str:
        answers = to.answers or class_board.START
        return url_for("schools.sort", ids=to.path, answers=answers, _anchor="kort", **near)

    return {
        "near": near,
        "board_url": url_for("schools.board", ids=found.path, **near)
        if found.cards
        else url_for("schools.choose"),
        "start_url": at(Round(cards=found.cards)) if found.cards else "",
        "back_url": at(found.undone()) if found.answers else "",
        "answer_urls": {letter: at(found.answered(letter)) for letter in class_board.ANSWERS}
        if found.card
        else {},
    }
