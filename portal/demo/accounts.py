"""The sign-ins of the demo: made-up people with one password for all of them."""

from typing import Final

PASSWORD: Final = "demo demo demo 2026"  # noqa: S105 - made up, for the demo only
SIGN_INS: Final = (
    ("sanne@demo.example", "secretariat"),
    ("lea@demo.example", "leader"),
    ("anna@demo.example", "consultant (Slagelse and others)"),
    ("erik@demo.example", "editor"),
    ("adam@demo.example", "administrator"),
)
