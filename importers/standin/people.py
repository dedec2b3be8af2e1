"""Plainly made-up people, streets and company numbers, so that nobody can be mistaken for somebody."""

from importers.standin.choosing import chance, number, pick

_FIRST = ("Test", "Prøve", "Eksempel", "Demo")
_LAST = ("Testesen", "Prøvesen", "Eksempelsen", "Demosen")
_STREETS = ("Eksempelvej", "Prøvegade", "Testvænget", "Demostræde")


def contacts(*key: object) -> tuple[str, ...]:
    """One or two names of contact persons."""
    names = (
        f"{pick(_FIRST, 'first', turn, *key)} {pick(_LAST, 'last', turn, *key)}"
        for turn in range(1 + chance(30, "two contacts", *key))
    )
    return tuple(dict.fromkeys(names))


def street(*key: object) -> str:
    """A street and number, nothing, or the same padded with blanks, as Jobnet's address field holds them."""
    address = f"{pick(_STREETS, 'street', *key)} {1 + number('house', *key) % 120}"
    return pick((address, address, "", f"{address:<40}"), "address", *key)


def company_number(employer: str) -> str:
    """A company number that no Danish company has: real ones never begin with 00."""
    return f"00{number('cvr', employer) % 1_000_000:06d}"
