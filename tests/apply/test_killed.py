"""P52: the portal is killed while somebody fills in; what was shown as saved is there. A sample."""

from pathlib import Path

from apply.filling import KIM
from apply.killing import fill_in_and_be_killed
from live import serving


def test_p52_what_was_saved_before_the_portal_was_killed_is_there_again(portal_folder: Path) -> None:
    person = fill_in_and_be_killed(portal_folder, after=1.0)
    with serving(portal_folder) as address:
        found = person.finds(address)
    assert found[: len(person.saved)] == person.saved
    assert len(found) <= len(person.saved) + 1 or found == list(KIM)
