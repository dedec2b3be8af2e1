"""The agreements that were public in August 2021, and one known later: the register begins with them. Pure.

A report names 29 municipalities with an extended agreement and lists 27; those listed stand here. Staff enter
what is newer.
"""

from datetime import date
from typing import Final

SOURCE: Final = "KLAPjobs liste over samarbejder, august 2021"
FORMAL: Final = (
    "Esbjerg, Favrskov, Furesø, Faaborg-Midtfyn, Greve, Guldborgsund, Haderslev, Hedensted, Helsingør, "
    "Herlev, Herning, Hillerød, Holbæk, Horsens, Hvidovre, Kolding, Lyngby-Taarbæk, Nordfyn, Nyborg, "
    "Odsherred, Rudersdal, Samsø, Silkeborg, Skanderborg, Slagelse, Syddjurs, Sønderborg, Tønder, Varde, "
    "Vejle, Vesthimmerland, Vordingborg"
).split(", ")
EXTENDED: Final = (
    "Aalborg, Aarhus, Assens, Brønderslev, Faxe, Fredericia, Frederikshavn, Glostrup, Hjørring, "
    "Høje-Taastrup, Ikast-Brande, Kalundborg, København, Køge, Lemvig, Lolland, Morsø, Næstved, Odder, "
    "Odense, Rebild, Roskilde, Skive, Struer, Svendborg, Tårnby, Viborg"
).split(", ")
OVER: Final = (("Ishøj", date(2022, 6, 1), date(2023, 12, 31), "Samarbejdsaftale, 2022"),)
"""Formal agreements that have ended: name, first day, last day, source."""
