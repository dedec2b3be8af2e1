"""What somebody decided over a case, as a value between the form and the action."""

from collections.abc import Mapping
from dataclasses import dataclass

from portal.screening.placing import Place


@dataclass(frozen=True, kw_only=True)
class Decision:
    """Over which `version` of the case, why (`reason`, one of the verb's), and in which words (`note`).

    `details` are what a letter is filled with, `letter` its words ("": as they come together by themselves).
    `facts` are columns of the case to correct, `placement` is where somebody works now; only a few verbs have
    them.
    """

    version: int
    reason: str = ""
    note: str = ""
    facts: Mapping[str, str | None] | None = None
    details: tuple[str, ...] = ()
    letter: str = ""
    placement: Place | None = None
