"""What somebody types to hear of new jobs: one address, and how often."""

from dataclasses import dataclass
from typing import Final

from portal import cleaning, reaching
from portal.models.mail import Channel
from portal.models.subscription import Frequency

OFTEN: Final = (
    {"value": Frequency.WEEKLY.value, "words": "1 gang om ugen", "picture": "days"},
    {"value": Frequency.DAILY.value, "words": "Hver dag", "picture": "time"},
)
ADDRESS_MISSING: Final = {
    False: "Skriv din mail. Skriv fx kim@mail.dk.",
    True: "Skriv din mail eller dit nummer. Skriv fx kim@mail.dk.",
}
PRESS_AGAIN: Final = "Siden var gammel. Tryk på knappen igen."
TOO_OFTEN: Final = "Der er travlt lige nu. Vent lidt, og tryk på knappen igen."


@dataclass(frozen=True, kw_only=True)
class Typed:
    """What was typed, as shown again. No address: `channel` is None, and `error` says what to do."""

    address: str
    frequency: Frequency
    channel: Channel | None = None
    error: str = ""


def read(address: str, often: str, *, with_sms: bool) -> Typed:
    """Reads the two fields. A telephone number counts only where SMS are sent."""
    typed = cleaning.line(address)
    frequency = Frequency.DAILY if often == Frequency.DAILY.value else Frequency.WEEKLY
    if mail := reaching.mail(typed):
        return Typed(address=mail, frequency=frequency, channel=Channel.MAIL)
    if with_sms and (phone := reaching.phone(typed)):
        return Typed(address=phone, frequency=frequency, channel=Channel.SMS)
    return Typed(address=typed, frequency=frequency, error=ADDRESS_MISSING[with_sms])
