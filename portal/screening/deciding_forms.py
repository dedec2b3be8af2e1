"""Which form belongs to which verb: as a page shows it, as it came back, and once more over a newer case."""

from collections.abc import Mapping
from typing import Final

from portal.models.application import Application
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


def blank(verb: Verb) -> DecisionForm:
    """The form of a verb for several cases; the version of each stands beside it."""
    return _kind(verb)(verb, formdata=None, data={"version": 0})


def again(form: DecisionForm, application: Application) -> DecisionForm:
    """The same words once more, over the case as it is now."""
    values = {**form.data, "version": application.version}
    return _kind(form.verb)(form.verb, formdata=None, data=values)


def _kind(verb: Verb) -> type[DecisionForm]:
    return _KINDS.get(verb.key, DecisionForm)
