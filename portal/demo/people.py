"""The made-up people who work in the demo: a secretariat, a leader, others, and twelve consultants."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock, passwords
from portal.demo.accounts import CODE_SECRET, PASSWORD
from portal.models.consultant import Consultant, ConsultantMunicipality
from portal.models.staff import Role, Staff, StaffRole

EAST: Final = "Østdanmark"
WEST: Final = "Vestdanmark"
# Mail before the @, name, role.
OFFICE: Final = (
    ("sanne", "Sanne Demo", Role.SECRETARIAT),
    ("lea", "Lea Demo", Role.LEADER),
    ("erik", "Erik Demo", Role.EDITOR),
    ("adam", "Adam Demo", Role.ADMIN),
)


@dataclass(frozen=True, kw_only=True)
class Beat:
    """Where a consultant works: a district, and the codes of neighbouring municipalities."""

    name: str
    district: str
    codes: tuple[str, ...]


def _beat(name: str, district: str, codes: str) -> Beat:
    return Beat(name=f"{name} Demo", district=district, codes=tuple(codes.split()))


BEATS: Final[Mapping[str, Beat]] = {
    # West and middle of Sjælland, from Odsherred to Næstved.
    "anna": _beat("Anna", EAST, "0330 0340 0329 0326 0316 0306 0370"),
    # South: Køge Bugt, Stevns, Lolland and Falster.
    "bent": _beat("Bent", EAST, "0253 0269 0259 0336 0320 0390 0376 0360"),
    # Roskilde and the western suburbs.
    "carla": _beat("Carla", EAST, "0265 0350 0169 0183 0187 0165 0161 0153"),
    # København and Bornholm.
    "dan": _beat("Dan", EAST, "0101 0147 0185 0155 0167 0175 0400"),
    # The northern suburbs.
    "eva": _beat("Eva", EAST, "0159 0163 0151 0157 0173 0190 0240 0230"),
    # Nordsjælland.
    "finn": _beat("Finn", EAST, "0217 0210 0223 0201 0219 0270 0260 0250"),
    # Fyn.
    "gry": _beat("Gry", WEST, "0461 0480 0420 0440 0450 0430 0479 0482 0492"),
    # Around Lillebælt, from Middelfart to Horsens.
    "henning": _beat("Henning", WEST, "0410 0607 0621 0630 0766 0615 0530 0575"),
    # Sønderjylland and the south of the west coast.
    "ida": _beat("Ida", WEST, "0510 0540 0580 0550 0561 0563 0573 0760"),
    # Østjylland.
    "jens": _beat("Jens", WEST, "0751 0727 0741 0746 0740 0710 0706 0707 0730"),
    # The middle and north of Vestjylland.
    "karen": _beat("Karen", WEST, "0657 0756 0661 0671 0665 0779 0791 0773 0787"),
    # Nordjylland.
    "lars": _beat("Lars", WEST, "0851 0840 0846 0820 0849 0810 0860 0813 0825"),
}


def address(name: str) -> str:
    """The mail address of somebody in the demo, who signs in with it."""
    return f"{name}@demo.example"


def hire(session: Session) -> int:
    """Makes the accounts that are missing, and says how many. The caller commits."""
    known = set(session.scalars(select(Staff.email)))
    password_hash = passwords.hash_new(PASSWORD, email=address("demo-data"))
    people = [_staff(name, shown, role, password_hash) for name, shown, role in OFFICE]
    new = [person for person in people if person.email not in known]
    taken = set(session.scalars(select(ConsultantMunicipality.municipality_code)))
    consultants = [
        _consultant(number, name, beat, password_hash, taken)
        for number, (name, beat) in enumerate(BEATS.items(), 1)
        if address(name) not in known
    ]
    session.add_all([*new, *consultants])
    session.flush()
    return len(new) + len(consultants)


def _staff(name: str, shown: str, role: Role, password_hash: str) -> Staff:
    staff = Staff(
        name=shown,
        email=address(name),
        password_hash=password_hash,
        created_at=clock.now(),
        role_rows=[StaffRole(role=role)],
    )
    staff.code_secret = CODE_SECRET
    return staff


def _consultant(number: int, name: str, beat: Beat, password_hash: str, taken: set[str]) -> Consultant:
    """Takes no municipality from a consultant who is there already."""
    return Consultant(
        staff=_staff(name, beat.name, Role.CONSULTANT, password_hash),
        phone=f"20 00 00 {number:02}",
        district=beat.district,
        municipalities=[
            ConsultantMunicipality(municipality_code=code) for code in beat.codes if code not in taken
        ],
    )
