"""Personal data in free text: CPR numbers found, contact details hidden.

A CPR number is stopped before anything is stored, so finding each one matters more than a rare false alarm.
Not for reference-number fields: a ten-digit P-number may look the same.
"""

import calendar
import html
import re
import string
import unicodedata

HIDDEN = "[skjult]"

_EXTRA_DASHES = frozenset({"\u2212", "\u2043", "\u00b7", "\u30fc"})  # minus, bullets, long vowel mark

_UNUSUAL = re.compile(r"[^\x00-\x7fæøåÆØÅ]")
# Signs that may turn out to be digits; those of ordinary Danish texts never do.
_PERHAPS_DIGIT = re.compile(r"[^\x00-\x7fæøåÆØÅéÉüÜöÖäÄ\u00a0\u00ad\u2010-\u2026]")
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
_CPR_DIGITS = 10
_PHONE_DIGITS = 8
# So many signs between two digits are too many for one number.
_FAR_APART = re.compile(r"\D{13,}")
# What a reader of HTML leaves out with all that is in it.
_UNREAD = re.compile(
    r"<\s*(?:!|\?|/?\s*(?:script|style|template|head|title|nav|footer|form|select|button|svg|iframe|object"
    r"|textarea|noscript|math)\b)",
    re.IGNORECASE,
)

# ddmmyy, the same separator twice or none, then four digits; or all ten digits set apart one by one.
_CPR = re.compile(
    r"(?<!\d)(?P<day>\d\d)(?P<sep>[ .\-/]?)(?P<month>\d\d)(?P=sep)(?P<year>\d\d)"
    r"(?:\s{0,3}-{1,2}\s{0,3}\d[ ]?\d[ ]?\d[ ]?\d|[ ./_]{0,3}\d{4}|\s{1,3}\d{4})(?!\d)"
)
_CPR_SPACED = re.compile(r"(?<!\d)(?<!\d )\d(?: \d){5}(?: ?- ?| )\d(?: \d){3}(?! ?\d)")

_MAIL = re.compile(
    r"(?<![^\s<>()\[\]:;,])[^\s@<>()\[\]:;,]{1,64}\s?(?:@|\(at\)|\[at\])\s?"
    r"[^\W_](?:[\w.-]{0,200}[^\W_])?\.[^\W\d_]{2,24}"
)
_PHONE = re.compile(
    r"(?<![\d.,/-])(?:(?:\+|00)\s?45[ .-]?)?(?:\(45\)\s?)?"
    r"[1-9]\d(?:\d{6}|(?:[ .-]\d\d){3}|\d\d \d{4}|\d[ .-]\d{3}[ .-]?\d\d|(?:[ .-]\d{3}){2})"
    r"(?!\d|[.,]\d|\s?(?:kr|timer)\b)"
)
_CAPITALISED = r"[A-ZÆØÅÄÖ][a-zæøåäöüéè]+"
_NAME_WORD = rf"{_CAPITALISED}(?:-{_CAPITALISED})?"
_NAME = rf"(?P<name>{_NAME_WORD}(?:\s+(?:{_NAME_WORD}|[A-ZÆØÅÄÖ]\b\.?)){{0,3}})"
_ROLE = (
    r"(?:\w*(?:chef|leder|bestyrer|konsulent|koordinator|uddeler|købmand|direktør|mester|kontaktperson"
    r"|ansvarlig|formand|sekretær|pædagog|rådgiver)(?:en)?|bestyrerinde|butiksejer)"
)
# "kontakt butikschef Hanne Prøve", "ring til Hanne", "butikschef: Hanne Prøve", "Venlig hilsen Hanne"
_NAMED = re.compile(
    r"(?P<before>\b(?i:kontakt(?:e|es)?|ring(?:e|es)?(?: til)?|skriv(?:e)? til|tal(?:e)? med"
    r"|spørg(?:e)? efter"
    r"|att\.?|henvendelse til|henvend dig til|mvh\.?|hilsen|hilsner|v/)"
    rf"(?:\s+(?i:vores|til|din|den|daglig|daglige|venlig)){{0,2}}(?:\s+(?i:{_ROLE}))?[\s,:]+"
    rf"|\b(?i:{_ROLE})[\s,:]+){_NAME}"
)
_INNER_CAPITAL = re.compile(rf"[\s,:]{_CAPITALISED}")
_ROLES = tuple(
    "chef leder bestyrer konsulent koordinator uddeler købmand direktør mester kontaktperson ansvarlig"
    " formand sekretær pædagog rådgiver bestyrerinde butiksejer".split()
)
_BEFORE_NAMES = (
    *("kontakt", "kontakte", "kontaktes", "ring", "ringe", "ringes", "til", "med", "efter", "att", "att."),
    *("dig", "mvh", "mvh.", "hilsen", "hilsner", "v/", "vores", "din", "den", "daglig", "daglige", "venlig"),
    *_ROLES,
    *(f"{role}en" for role in _ROLES),
)
"""How a word ends that stands right before a name."""
_LONGEST_LEAD = 40
_NOT_A_NAME = frozenset(
    "lev klap klapjob jobcenter jobcentret jobnet kommunen kommune butikken sekretariatet firmaet"
    " virksomheden"
    " du de vi den det der hos vores bilka netto føtex meny matas rema kvickly superbrugsen dagli".split()
)


def has_cpr(text: str) -> bool:
    """Whether the text holds what may be a CPR number: a real date as ddmmyy, then four digits.

    Dashes, dots and spaces of any kind are read through, and digits of any script. Days from 61 on are the
    replacement numbers of people without a Danish one (day + 60). No check digit is asked for: numbers given
    since 2007 may fail it.
    """
    if _has_fewer_digits(text, _CPR_DIGITS):
        return False
    plain = _plain_digits(text)
    together = (re.sub(r"\D", "", found.group()) for found in _CPR_SPACED.finditer(plain))
    dates = [found.group("day", "month", "year") for found in _CPR.finditer(plain)]
    dates += [(digits[:2], digits[2:4], digits[4:6]) for digits in together]
    return any(_is_date(*date) for date in dates)


def may_have_cpr(source: str) -> bool:
    """A fast look at HTML or text: False where `has_cpr` can find nothing in it, however it is read.

    However an ad is read, fewer signs stay between its digits than here, but for what stood in a script.
    """
    text = _TAG.sub("", html.unescape(source))
    if "&" in text or _PERHAPS_DIGIT.search(text):
        return True
    if _digits(text) < _CPR_DIGITS:
        return False
    near = _FAR_APART.split(" ".join(text.split()))
    return any(_digits(part) >= _CPR_DIGITS for part in near) or _UNREAD.search(source) is not None


def mask_contacts(text: str) -> str:
    """The text with mail addresses, phone numbers, CPR numbers and named contact persons as ``HIDDEN``.

    Made for job ads: a name is only known by what stands before it ("kontakt butikschef ...", "hilsen ...").
    """
    # Most lines of most ads hold nothing of the kind, which a look at their signs tells fast.
    if "@" in text or "at)" in text or "at]" in text:
        text = _MAIL.sub(HIDDEN, text)
    if _may_name(text):
        text = _NAMED.sub(_hide_name, text)
    if _has_fewer_digits(text, _PHONE_DIGITS):
        return text
    text = _PHONE.sub(HIDDEN, _CPR.sub(HIDDEN, text))
    # What the patterns cannot cut out of the text as it is written goes with its line.
    return "\n".join(HIDDEN if has_cpr(line) else line for line in text.split("\n"))


def has_contacts(text: str) -> bool:
    """Whether `mask_contacts` would hide anything in the text."""
    return mask_contacts(text) != text


def _has_fewer_digits(text: str, count: int) -> bool:
    """Whether so many digits cannot be in the text, however they are written."""
    return _digits(text) < count and not _PERHAPS_DIGIT.search(text)


def _digits(text: str) -> int:
    return sum(map(text.count, string.digits))


def _may_name(text: str) -> bool:
    """Whether a word that leads to a name stands before one that may be a name."""
    return any(_leads_to_name(text, found.start()) for found in _INNER_CAPITAL.finditer(text))


def _leads_to_name(text: str, end: int) -> bool:
    before = text[max(0, end - _LONGEST_LEAD) : end].rstrip(" ,:\t\n").casefold()
    # `re.IGNORECASE` takes both for an i, which folding does not.
    before = before.replace("i\u0307", "i").replace("ı", "i")
    return not before or before[-1].isspace() or before.endswith(_BEFORE_NAMES)


def _plain_digits(text: str) -> str:
    return _UNUSUAL.sub(lambda found: _plain_character(found.group()), unicodedata.normalize("NFKC", text))


def _plain_character(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Pd" or character in _EXTRA_DASHES:
        return "-"
    if category == "Zs":
        return " "
    return "" if category == "Cf" else character


def _is_date(day: str, month: str, year: str) -> bool:
    number = int(day) - 60 if int(day) > 60 else int(day)
    if not 1 <= int(month) <= 12:
        return False
    # Two digits name a year of two centuries; only 29 February could tell them apart, and 2000 had one.
    return 1 <= number <= calendar.monthrange(2000 + int(year), int(month))[1]


def _hide_name(match: re.Match[str]) -> str:
    if not _NOT_A_NAME.isdisjoint(match["name"].lower().split()):
        return match.group()
    return match["before"] + HIDDEN
