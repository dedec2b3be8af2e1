"""The pictograms: one drawing and one Danish word for each idea, the same on every page.

Drawings are OpenMoji 17 (CC BY-SA 4.0), named by their code: ``1F6D2`` stands in the file ``1F6D2.svg``.
Objects rather than faces, because the tone is adult. No drawing stands for two ideas.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictogram:
    """One idea as a picture with its word.

    ``key`` is the English name used in code and stored data, ``openmoji`` the file name without ``.svg``,
    ``word`` the Danish word shown beside the drawing.
    """

    key: str
    openmoji: str
    word: str


# key, OpenMoji code, Danish word
_WORKPLACES = (
    ("shop", "1F6D2", "Butik"),
    ("bakery", "1F956", "Bager"),
    ("warehouse", "1F4E6", "Lager"),
    ("kitchen", "1F373", "Køkken"),
    ("canteen", "1F37D", "Kantine"),
    ("farm", "1F69C", "Gård"),
    ("garden", "1FA8F", "Have"),
    ("office", "1F4BB", "Kontor"),
    ("car_workshop", "1F697", "Biler"),
    ("caretaker", "1F9F0", "Pedel"),
    ("factory", "1F3ED", "Fabrik"),
    ("school", "1F3EB", "Skole"),
    ("kindergarten", "1F9F8", "Børnehave"),
    ("care_home", "E141", "Plejehjem"),
    ("transport", "1F69A", "Transport"),
    ("museum", "1F5BC", "Museum"),
    ("hairdresser", "2702", "Frisør"),
    ("crafts", "1F528", "Håndværk"),
    ("housing", "1F3D8", "Boligforening"),
    ("hotel", "1F6CF", "Hotel"),
    ("church", "26EA", "Kirke"),
)

_TASKS = (
    ("bottles", "E0CC", "Flasker"),
    ("cleaning", "1F9F9", "Gøre rent"),
    ("washing", "1FAA3", "Vaske"),
    ("laundry", "E1CF", "Vaske tøj"),
    ("dishes", "1F9FD", "Vaske op"),
    ("packing", "1F6CD", "Pakke"),
    ("cardboard", "267B", "Pap og genbrug"),
    ("bins", "1F5D1", "Skrald"),
    ("shelves", "1F96B", "Fylde hylder"),
    ("price_tags", "1F3F7", "Priser"),
    ("bread", "1F35E", "Brød"),
    ("cakes", "1F370", "Kager"),
    ("fruit", "1F34E", "Frugt og grønt"),
    ("vegetables", "1F955", "Grøntsager"),
    ("meat", "1F969", "Kød"),
    ("milk", "1F95B", "Mælk og køl"),
    ("food", "1F372", "Mad"),
    ("sandwiches", "1F96A", "Smøre madder"),
    ("serving", "1F6CE", "Servere"),
    ("tables", "E200", "Borde og stole"),
    ("coffee", "E155", "Kaffe"),
    ("clothes", "1F455", "Tøj"),
    ("tools", "1F527", "Værktøj"),
    ("painting", "1F58C", "Male"),
    ("wood", "1FAB5", "Træ"),
    ("plants", "1FAB4", "Planter"),
    ("flowers", "1F490", "Blomster"),
    ("lawn", "E343", "Slå græs"),
    ("snow", "2744", "Sne"),
    ("animals", "1F43E", "Dyr"),
    ("horse", "1F40E", "Heste"),
    ("dog", "1F415", "Hunde"),
    ("cow", "1F404", "Køer"),
    ("books", "1F4DA", "Bøger"),
    ("paper", "1F4C4", "Papir"),
    ("computer", "1F5A5", "Computer"),
    ("printer", "1F5A8", "Printer"),
    ("children", "1F6DD", "Børn"),
    ("other_tasks", "2795", "Andet"),
)

_FACTS = (
    ("job", "1F4BC", "Job"),
    ("company", "1F3E2", "Arbejdsplads"),
    ("municipality", "1F3DB", "Kommune"),
    ("time", "1F557", "Tid"),
    ("days", "1F4C5", "Dage"),
    ("place", "1F4CD", "Sted"),
    ("home", "1F3E0", "Hjem"),
    ("pay", "1FA99", "Løn"),
    ("discount", "1F9FE", "Rabat"),
    ("uniform", "1F9BA", "Arbejdstøj"),
    ("learning", "1F4D6", "Lære"),
    ("bus", "1F68C", "Bus"),
    ("train", "1F686", "Tog"),
    ("bike", "1F6B2", "Cykel"),
    ("walk", "1F6B6", "Gå"),
    ("driven", "1F690", "Bliver kørt"),
)

_PEOPLE_AND_FORM = (
    ("phone", "1F4DE", "Telefon"),
    ("mobile", "1F4F1", "Mobil"),
    ("mail", "2709", "Mail"),
    ("letter", "1F4E9", "Brev"),
    ("person", "1F464", "Person"),
    ("together", "1F465", "Sammen"),
    ("helper", "1F9D1-200D-1F91D-200D-1F9D1", "Hjælper"),
    ("consent", "1F4DD", "Ja til at gemme"),
    ("yes", "1F44D", "Ja"),
    ("no", "1F44E", "Nej"),
    ("dont_know", "2753", "Det ved jeg ikke"),
    ("disability_pension", "1FAAA", "Førtidspension"),
    ("fleksjob", "23F1", "Fleksjob"),
    ("stu", "1F393", "STU"),
    ("clarify", "1F4AC", "Er ved at finde ud af det"),
    ("read_aloud", "1F50A", "Læs op"),
    ("save", "2B50", "Gem"),
    ("search", "1F50D", "Søg"),
)

_CONSIDERATIONS = (
    ("pause", "2615", "Pause"),
    ("noise", "1F507", "Ro"),
    ("wheelchair", "267F", "Kørestol"),
    ("same_tasks", "1F501", "De samme opgaver"),
    ("sitting", "1FA91", "Sidde ned"),
    ("step_by_step", "1F4CB", "En ting ad gangen"),
)

# Read by the pages and by the script that builds the sprite.
PICTOGRAMS: Mapping[str, Pictogram] = MappingProxyType(
    {
        key: Pictogram(key=key, openmoji=openmoji, word=word)
        for key, openmoji, word in (*_WORKPLACES, *_TASKS, *_FACTS, *_PEOPLE_AND_FORM, *_CONSIDERATIONS)
    }
)
