"""Draws what a list or a case has many of: a macro drawn once, with a hole for what differs (ADR 29)."""

from collections.abc import Iterable
from typing import Final

from flask_wtf.csrf import generate_csrf
from markupsafe import Markup

from portal import frames
from portal.frames import Frame, said
from portal.models.application import Application
from portal.screening import deciding_forms
from portal.screening.rows import Row
from portal.screening.verbs import Verb

ROWS: Final = "screening/_rows.html"
FORMS: Final = "screening/_decide.html"


def lines(rows: Iterable[Row], *, pick: str = "") -> Markup:
    """The list of these lines, for a template; with `pick`, the name of the checkbox before each line."""
    stamps = {late: frames.stamp(ROWS, "line", pick, late) for late in (False, True)}
    return frames.markup(b"".join(_line(row, stamps[row.late]) for row in rows))


def _line(row: Row, stamp: Frame) -> bytes:
    return stamp.press(
        url=said(row.url),
        name=said(row.name),
        note=said(row.note),
        fact=said(row.fact),
        more=said(row.more),
        value=said(row.pick),
        marks=b"".join(_tag(mark, "plain") + b" " for mark in row.marks),
        tag=_tag(row.tag, row.tag_kind) if row.tag else b"",
    )


def _tag(words: str, kind: str) -> bytes:
    # There are as many as there are states and signals.
    return frames.stamp(ROWS, "tag", words, kind).press()


def blank_form(application: Application, verb: Verb, kind: str, shortcut: str) -> Markup:
    """The form of a verb as it stands first over a case, where `hangs_on` knows how it looks."""
    told = deciding_forms.hangs_on(verb, application)
    fields = b"" if verb.quick else frames.piece(FORMS, "blank_fields", deciding_forms, verb.key, told)
    drawn = frames.stamp(FORMS, "blank_form", deciding_forms, verb.key, kind, shortcut).press(
        case_id=said(application.id),
        version=b"%d" % application.version,
        token=said(generate_csrf()),
        fields=fields,
    )
    return frames.markup(drawn)


def ways_on(application: Application, *, office: bool, shortcuts: bool, notes: int) -> Markup:
    """The links to all that there is beside a case; `notes` is how many it has."""
    stamp = frames.stamp("screening/_ways_on.html", "ways_on", office, shortcuts)
    return frames.markup(stamp.press(case_id=said(application.id), notes=b"%d" % notes))
