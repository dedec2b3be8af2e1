"""What one agrees to by asking to be called: the words beside the button, kept as the consent."""

from typing import Final

WORDS: Final = (
    "Vi gemmer dit navn og dit nummer, så vi kan ringe.",
    "Kun KLAPjob kan se dem.",
    "Du kan altid sige nej igen. Så sletter vi dem.",
)
BUTTON: Final = "Ja, ring mig op"
CONSENT: Final = "\n".join((*WORDS, BUTTON))
