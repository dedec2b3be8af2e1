"""Staff read in Danish why an entry did not become an open ad."""

from portal.jobs.incoming import Reason
from portal.jobs.reason_words import SENTENCES, in_danish


def test_every_reason_has_a_danish_sentence_of_its_own() -> None:
    assert SENTENCES.keys() == set(Reason)
    assert len(set(SENTENCES.values())) == len(SENTENCES)
    assert [words for words in SENTENCES.values() if not words.endswith(".")] == []


def test_a_stored_reason_is_told_in_danish() -> None:
    assert in_danish("no title") == "Opslaget har ingen titel."


def test_a_reason_that_no_longer_exists_is_told_as_it_was_stored() -> None:
    assert in_danish("bad luck") == "bad luck"
