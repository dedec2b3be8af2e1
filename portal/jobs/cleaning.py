"""What a feed sends, made harmless and tidy: lines, links and HTML. Pure.

HTML goes through nh3 with a short list of tags; links lead to https pages only; contact details of persons
are hidden. Nothing that comes out needs another look before it is shown.
"""

import html
import re
import unicodedata
from itertools import groupby
from typing import Final
from urllib.parse import urlsplit

import nh3

from portal.easyread.html import pieces_of, read_blocks
from portal.easyread.privacy import mask_contacts
from portal.easyread.remembering import remembered

ALLOWED_TAGS: Final = frozenset("a b br em h3 h4 i li ol p strong ul".split())
LONGEST_URL: Final = 2000

_DROPPED_WITH_CONTENT = frozenset(
    "script style template noscript iframe object svg math title textarea select button form".split()
)
_RENAMED = {
    **dict.fromkeys(("h1", "h2"), "h3"),
    **dict.fromkeys(("h5", "h6"), "h4"),
    **dict.fromkeys(
        "div section article header footer main aside blockquote pre tr dd dt address".split(), "p"
    ),
}
_RENAMED_TAG = re.compile(rf"<(/?)({'|'.join(_RENAMED)})\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_ANY_TAG = re.compile(
    r"</?(?:p|br|div|ul|ol|li|h[1-6]|table|tr|td|span|strong|b|i|em|a|section)\b", re.IGNORECASE
)
_BLOCK_TAG = re.compile(r"(</?(?:p|ul|ol|li|h3|h4|br)>)")
_EMPTY = re.compile(r"<(p|li|ul|ol|h3|h4|b|i|em|strong)>(?:\s|&nbsp;|<br>)*</\1>")
_NO_LINK = re.compile(r'<a(?: rel="noopener nofollow")?>(.*?)</a>', re.DOTALL)
_WHOLE = re.compile(
    r"\s*<(p|li|h[1-6]|div)(?: [^<>]*)?>[^<]*"
    r"(?:(?:<br>|<(b|strong|i|em|span)(?: [^<>]*)?>[^<]*</\2>)[^<]*)*</\1>\s*"
)
_BARE = re.compile(r"(\s*)(?:</?div\b[^<>]*>\s*)?")
_LIST = re.compile(r"(\s*</?[uo]l)\b[^<>]*>")
# What nh3 gives back as it is: a test holds it to that.
_HARMLESS = re.compile(
    r"\s*<(p|li|h3|h4)>[^<>&\u00a0]*(?:(?:<br>|<(b|strong|i|em)>[^<>&\u00a0]*</\2>)[^<>&\u00a0]*)*</\1>\s*"
)
_LIST_TAG = re.compile("</?[uo]l>")
_LISTS = re.compile("(?:<ul></ul>|<ol></ol>)*")
# Most addresses are, and need no look at their parts.
_SOUND_URL = re.compile(
    r"https://[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}(?:/[\w.~-]{0,200}){0,8}", re.ASCII
)
_LAYOUT = frozenset("\n\t")
_BIDI_AND_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_REFUSED_CATEGORIES = frozenset({"Cc", "Cn", "Cs", "Co"})


def clean_text(text: str) -> str:
    """`text` in NFC without control characters (newline and tab stay), surrogates, bidi overrides or
    unassigned signs.
    """
    if not text.isprintable():
        # Among the few hundred different signs of a text those that must go are found fast.
        harmful = {ord(sign): None for sign in set(text) - _LAYOUT if _is_harmful(sign)}
        text = text.translate(harmful) if harmful else text
    return unicodedata.normalize("NFC", text)


def _is_harmful(sign: str) -> bool:
    return sign in _BIDI_AND_MARKS or unicodedata.category(sign) in _REFUSED_CATEGORIES


def without_tags(source: str) -> str:
    """The bare text of a piece of HTML, its entities read."""
    return html.unescape(_TAG.sub("", source) if "<" in source else source)


@remembered
def clean_line(text: str) -> str:
    """`text` as one plain line: entities read, tags off, white space collapsed, contact details hidden."""
    plain = html.unescape(text)
    if "<" in plain:
        plain = _TAG.sub(" ", plain)
    return mask_contacts(" ".join(clean_text(plain).split()))


def clean_url(url: str) -> str:
    """`url` as an https address, or "" if it is none: other scheme, no host, user name, odd signs, too
    long.
    """
    url = url.strip()
    if not url or _SOUND_URL.fullmatch(url):
        return url
    if url.lower().startswith("www."):
        url = f"https://{url}"
    if len(url) > LONGEST_URL or not url.isprintable() or " " in url or "\\" in url:
        return ""
    try:
        parts = urlsplit(url)
        sound = parts.port != 0 and parts.hostname and parts.username is None
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not sound:
        return ""
    return parts._replace(scheme="https").geturl()


def clean_html(source: str) -> str:
    """The body of an ad as harmless HTML of at most twelve tags; plain text gets paragraphs and lists."""
    source = clean_text(source)
    if not _ANY_TAG.search(source):
        source = html.unescape(source)
    if not _ANY_TAG.search(source):
        source = _from_blocks(source)
    return _tidy(_clean_by_piece(source) or _clean(source))


def _clean_by_piece(source: str) -> str:
    """The source made harmless element by element, most of which stood in another ad; "" where they do not
    stand one after another.
    """
    pieces = [_clean_piece(piece) for piece in pieces_of(source)]
    cleaned = "" if None in pieces else "".join(filter(None, pieces))
    return cleaned if _LISTS.fullmatch("".join(_LIST_TAG.findall(cleaned))) else ""


@remembered
def _clean_piece(piece: str) -> str | None:
    """A whole element made harmless; None where it may need what stands around it."""
    if bare := _BARE.fullmatch(piece):
        return bare[1]
    if of_list := _LIST.fullmatch(piece):
        return f"{of_list[1]}>"
    return _clean(piece) if _WHOLE.fullmatch(piece) else None


def _clean(source: str) -> str:
    """Any HTML made harmless, without contact details."""
    harmless = source if _HARMLESS.fullmatch(source) else _nh3(_RENAMED_TAG.sub(_renamed, source))
    hidden = _hide_contacts(harmless)
    return harmless if hidden == harmless else _nh3(hidden)


def _renamed(tag: re.Match[str]) -> str:
    return f"<{tag[1]}{_RENAMED[tag[2].lower()]}>"


def _nh3(source: str) -> str:
    return _CLEANER.clean(source)


def _only_https(tag: str, attribute: str, value: str) -> str | None:
    if attribute != "href":
        # nh3 writes rel itself; it would also let title and lang pass, on any tag.
        return value if (tag, attribute) == ("a", "rel") else None
    # Also drops addresses without a scheme, such as //example.com, which nh3 lets pass.
    return clean_url(value) or None if value.strip().lower().startswith("https://") else None


# Made once: setting it up takes half as long as cleaning an ad.
_CLEANER: Final = nh3.Cleaner(
    tags=set(ALLOWED_TAGS),
    clean_content_tags=set(_DROPPED_WITH_CONTENT),
    attributes={"a": {"href"}},
    attribute_filter=_only_https,
    url_schemes={"https"},
    link_rel="noopener nofollow",
)


def _from_blocks(text: str) -> str:
    parts: list[str] = []
    for kind, blocks in groupby(read_blocks(text), key=lambda block: block.kind):
        tag = {"heading": "h3", "item": "li"}.get(kind, "p")
        run = "".join(f"<{tag}>{html.escape(block.text)}</{tag}>" for block in blocks)
        parts.append(f"<ul>{run}</ul>" if tag == "li" else run)
    return "".join(parts)


def _hide_contacts(source: str) -> str:
    """Hides contact details block by block, so that a name is found although its mark-up splits the
    sentence.
    """
    parts = _BLOCK_TAG.split(source)
    parts[::2] = [_hide_in_block(part) if part else part for part in parts[::2]]
    return "".join(parts)


@remembered
def _hide_in_block(inline: str) -> str:
    text = without_tags(inline)
    masked = mask_contacts(text)
    if masked == text:
        return inline
    pieces = re.split(r"(<[^<>]*>)", inline)
    hidden = "".join(piece if piece.startswith("<") else _hide_in_text(piece) for piece in pieces)
    # Mark-up inside the contact details goes with them.
    return hidden if without_tags(hidden) == masked else html.escape(masked, quote=False)


def _hide_in_text(escaped: str) -> str:
    return html.escape(mask_contacts(html.unescape(escaped)), quote=False)


def _tidy(source: str) -> str:
    """Without empty elements, which browsers and pasted text leave behind, and links that lost their
    address.
    """
    before = ""
    if "<a" in source:
        source = _NO_LINK.sub(r"\1", source)
    while before != source:
        before, source = source, _EMPTY.sub("", source)
    return source.strip()
