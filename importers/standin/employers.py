"""Who has KLAPjobs, in about the shares the programme publishes: two of three in national chains.

Real chain names stand only for shops. All other employers in `texts/` are made up, chains included.
"""

GROUPS: dict[str, tuple[str, ...]] = {
    "big": ("Bilka", "føtex", "Kvickly", "SuperBrugsen", "Meny"),
    "all": ("REMA 1000", "Netto", "føtex", "Bilka", "SuperBrugsen", "Kvickly", "Dagli'Brugsen", "Meny"),
}

SHOP_CHAINS: dict[str, int] = {
    "REMA 1000": 26,
    "Netto": 14,
    "føtex": 12,
    "SuperBrugsen": 10,
    "Bilka": 8,
    "Kvickly": 8,
    "Dagli'Brugsen": 6,
    "Meny": 6,
    "Matas": 2,
}

IN_CHAINS: dict[str, tuple[int, int]] = {
    # trade: (ads in chains, ads at single employers); 240 in all, trades as in 2023
    "shop": (92, 7),
    "kitchen": (34, 13),
    "warehouse": (14, 6),
    "care": (0, 15),
    "outdoors": (0, 10),
    "cars": (7, 2),
    "crafts": (0, 8),
    "office": (0, 6),
    "cleaning": (5, 1),
    "transport": (3, 2),
    "housing": (2, 2),
    "other": (0, 11),
}


def expanded(names: tuple[str, ...]) -> tuple[str, ...]:
    """`names` with the groups in it replaced by their members."""
    return tuple(member for name in names for member in GROUPS.get(name, (name,)))
