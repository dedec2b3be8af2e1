"""Views: The editors' list of ads, in groups, what readers see most first."""

from typing import Final

from flask import render_template, request
from flask.typing import ResponseReturnValue

from portal.access import me, staff_only
from portal.db import db
from portal.editing import queries, words
from portal.editing.queries import Group
from portal.editing.views.blueprint import EDITORS, READERS, bp

FIRST: Final = 15
"""So many ads of a group stand on the list; the rest is one press away."""


@bp.get("/personale/jobopslag")
@staff_only(*READERS)
def overview() -> ResponseReturnValue:
    """What needs an editor, group by group; or one whole group."""
    found = queries.overview(db.session())
    asked = request.args.get("gruppe", "")
    only = Group(asked) if asked in set(Group) else None
    sections = [
        words.section(group, rows, first=len(rows) if only else FIRST)
        for group, rows in found.groups.items()
        if (rows and group is not Group.APPROVED) or group is only
    ]
    return render_template(
        "editing/overview.html",
        sections=[section for section in sections if only in {None, section.group}],
        only=only,
        own=[] if only else words.own_rows(found.own),
        waiting=sum(row.needs_person for row in found.own),
        approved=len(found.groups[Group.APPROVED]),
        may_edit=me().has(*EDITORS),
    )
