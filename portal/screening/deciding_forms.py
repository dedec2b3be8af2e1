"""Which form belongs to which verb: as a page shows it, as it came back, and once more over a newer case."""

from collections.abc import Mapping
from typing import Final

from portal.models.application import Application
from portal.screening import verbs
from portal.screening.forms import DecisionForm, FactsForm
from portal.screening.letter_forms import LetterForm
from portal.screening.placing_forms import ConsultantForm, HireForm, TrialForm
from portal.screening.verbs import Verb

_KINDS: Final[Mapping[str, type[DecisionForm]]] = {
    "ret": FactsForm,
    "praktik": TrialForm,
    "ansat": HireForm,
    "vaelg-konsulent": ConsultantForm,
    "spoerg": LetterForm,
    "ikke-for-os": LetterForm,
    "luk": LetterForm,
}


# What these show first hangs on nothing that stands in a case.
_SAME_FOR_ALL: Final = frozenset({DecisionForm, LetterForm, TrialForm})


def hangs_on(verb: Verb, application: Application) -> tuple[str, ...] | None:
    """What of a case the form of a verb shows first, as `blank_of` takes it; None where it reads more."""
    if _kind(verb) in _SAME_FOR_ALL:
        return ()
    return (application.municipality_code or "", application.fits) if _kind(verb) is FactsForm else None


def has_letter(verb: Verb) -> bool:
    """Whether a letter goes with a decision, which may be looked at first."""
    return _kind(verb) is LetterForm


def typed(verb: Verb) -> DecisionForm:
    """The form of a verb with what somebody sent."""
    return _kind(verb)(verb)


def fresh(verb: Verb, application: Application) -> DecisionForm:
    """The form of a verb as a page shows it first, with what stands in the case."""
    known = {
        "municipality": application.municipality_code or "",
        "fits": application.fits,
        "consultant": (application.consultant_id or "") if application.consultant_by_hand else "",
        "job_type": "fleksjob" if application.fits == "fleksjob" else "",
    }
    return _kind(verb)(verb, formdata=None, data={"version": application.version, **known})


def blank_of(key: str, municipality: str = "", fits: str = "") -> DecisionForm:
    """The form of the verb with this key as it looks first over each case that has these."""
    verb = verb_of(key)
    return _kind(verb)(verb, formdata=None, data={"municipality": municipality, "fits": fits})


def verb_of(key: str) -> Verb:
    """The verb with this key."""
    return next(verb for verb in verbs.VERBS if verb.key == key)


def blank(verb: Verb) -> DecisionForm:
    """The form of a verb for several cases; the version of each stands beside it."""
    return _kind(verb)(verb, formdata=None, data={"version": 0})


def again(form: DecisionForm, application: Application) -> DecisionForm:
    """The same words once more, over the case as it is now."""
    values = {**form.data, "version": application.version}
    return _kind(form.verb)(form.verb, formdata=None, data=values)


def _kind(verb: Verb) -> type[DecisionForm]:
    return _KINDS.get(verb.key, DecisionForm)
