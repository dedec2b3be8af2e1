"""What the portal writes to people: each letter's words, filled in; staff may word them anew.

`letters.text(session, "waiting")` gives paragraphs; the macro in ``macros/letter.html`` draws them.
"""

from portal.letters.kinds import KINDS, Kind, Where
from portal.letters.parts import Paragraph, Piece, plain
from portal.letters.texts import text

__all__ = ["KINDS", "Kind", "Paragraph", "Piece", "Where", "plain", "text"]
