"""The sign-ins of the demo: made-up people with one password and one app for codes for all of them."""

from typing import Final

PASSWORD: Final = "demo demo demo 2026"  # noqa: S105 - made up, for the demo only
# Whoever reads this can sign in to the demo, and to nothing else: demo-data refuses to run in production.
CODE_SECRET: Final = "KLAPJOBDEMOKLAPJOBDEMOKLAPJOBDEM"  # noqa: S105 - made up, for the demo only
SIGN_INS: Final = (
    ("sanne@demo.example", "secretariat"),
    ("lea@demo.example", "leader"),
    ("anna@demo.example", "consultant (Slagelse and others)"),
    ("erik@demo.example", "editor"),
    ("adam@demo.example", "administrator"),
)
