"""Danish words of tasks: verbs, nouns that hide a verb, jargon with its plain word, and pictures.

Data for `portal.easyread.tasks`. Lists are kept as running text, parted by spaces or commas.
"""

# Infinitives that begin a task. Present tense and imperative are derived from them.
VERBS = frozenset(
    """
    aflevere afprøve afrydde aftørre afhente anrette arbejde arkivere bage beskære betjene binde bistå
    blande bore bringe brygge bære cykle dele dreje dække ekspedere etikettere fejle feje finde flytte
    fodre folde forberede fordele fronte fylde følge give grave gå gøre hakke handle hente hjælpe holde
    hugge huske hygge hænge hæfte høste håndtere indsamle indtaste kassere klargøre klare klippe kløve
    knuse koge kontrollere kopiere køre lade lave lede lege levere ligge lime lufte luge lukke lægge
    læse løfte makulere male malke montere moppe mose muge mærke måle nedpakke nedbryde omdele ompakke
    ompotte opfylde oprydde ordne pakke passe pille plante plukke polere presse printe prise prismærke
    pudse pumpe reparere rengøre rense rette returnere ringe rive rulle rydde ryste række røre salte
    samle save scanne se sende servere sikre skifte skille skrive skrue skrælle skubbe skure skylle
    skære slibe slukke slå smide smøre snakke snitte sortere spille spule spørge stable stege stemple
    stille strigle stryge støve støvsuge støtte sy synge sætte sælge sørge tage taste teste tilberede
    tjekke toppe trimme trække tælle tænde tømme tørre udlevere udpakke udskifte vande varetage varme
    vaske vedligeholde veje vende vise ændre åbne overvåge assistere trille tappe bestille registrere
    opdatere fotografere tegne sprøjte sæbe strø fjerne kigge fortælle pensle rede skænke ombytte
    opstille nedtage dyrke potte
    """.split()
)

IRREGULAR_PRESENT = {"gøre": "gør", "rengøre": "rengør", "klargøre": "klargør", "spørge": "spørger"}

# A noun that hides a verb: noun -> (verb, word that follows the object, object when none is named).
NOUNS: dict[str, tuple[str, str, str]] = {
    noun: (verb, particle, thing)
    for noun, verb, particle, thing in (
        [part.strip() for part in line.split("|")]
        for line in """
            opfyldning|fylde|op|varer
            påfyldning|fylde|op|varer
            vareopfyldning|fylde|op|varer
            opfyld|fylde|op|varer
            hyldeopfyldning|fylde|op|hylder
            oprydning|rydde|op|
            oprydningsopgaver|rydde|op|
            opvask|vaske|op|
            afrydning|rydde|af|bordene
            borddækning|dække||borde
            aftørring|tørre|af|borde
            afvaskning|vaske|af|
            klargøring|gøre|klar|
            pakning|pakke||varer
            nedpakning|pakke||varer
            indpakning|pakke|ind|varer
            ompakning|pakke|om|varer
            udpakning|pakke|ud|varer
            tømning|tømme||skrald
            sortering|sortere||varer
            flaskesortering|sortere||flasker
            affaldssortering|sortere||affald
            postsortering|sortere||post
            tøjsortering|sortere||tøj
            flaskehåndtering|sortere||flasker
            affaldshåndtering|tømme||skrald
            paphåndtering|presse||pap
            stabling|stable||varer
            trimning|rette|til|varer
            fejning|feje||
            støvsugning|støvsuge||
            gulvvask|vaske||gulv
            vask|vaske||
            vinduespudsning|pudse||vinduer
            vinduespolering|pudse||vinduer
            pudsning|pudse||
            polering|polere||
            vanding|vande||planter
            lugning|luge||
            beskæring|klippe||planter
            plantning|plante||planter
            ompotning|potte|om|planter
            fodring|fodre||dyr
            udmugning|muge|ud|
            strigling|strigle||heste
            klipning|klippe||
            hækklipning|klippe||hæk
            græsslåning|slå||græs
            snerydning|rydde||sne
            kopiering|kopiere||papirer
            scanning|scanne||papirer
            indscanning|scanne||papirer
            makulering|makulere||papirer
            arkivering|arkivere||papirer
            indtastning|taste|ind|tal
            bagning|bage||
            tilberedning|lave||mad
            madlavning|lave||mad
            anretning|anrette||mad
            servering|servere||mad
            montering|samle||dele
            samling|samle||dele
            reparation|reparere||ting
            vedligeholdelse|passe||
            vedligehold|passe||
            pasning|passe||
            dyrepasning|passe||dyr
            hestepasning|passe||heste
            prismærkning|sætte||priser på varer
            datokontrol|se||på datoer
            datotjek|se||på datoer
            tjek|tjekke||
            skiltning|sætte|op|skilte
            montage|samle||dele
            kontrol|tjekke||
            levering|levere||varer
            udlevering|dele|ud|
            uddeling|dele|ud|
            omdeling|dele|ud|
            udbringning|bringe|ud|varer
            afhentning|hente||
            transport|køre||varer
            kørsel|køre||
            bortskaffelse|smide|ud|affald
            optælling|tælle||varer
            vareoptælling|tælle||varer
            skrælning|skrælle||grøntsager
            snitning|snitte||grøntsager
            smøring|smøre||
            kundebetjening|hjælpe||kunder
            kundeservice|hjælpe||kunder
            varemodtagelse|tage||imod varer
            varemodtagning|tage||imod varer
            tøjvask|vaske||tøj
            bilvask|vaske||biler
            plukning|plukke||varer
            varepluk|plukke||varer
            ordrepluk|plukke||varer
            havearbejde|arbejde||i haven
            kontorarbejde|arbejde||på kontoret
            lagerarbejde|arbejde||på lageret
            køkkenarbejde|hjælpe||i køkkenet
            køkkenopgaver|hjælpe||i køkkenet
            kaffebrygning|lave||kaffe
            facing|trække|frem|varer
            fronting|trække|frem|varer
            rengøring|gøre||rent
            rengøringsopgaver|gøre||rent
            """.strip().splitlines()
    )
}

# Jargon and its plain words, tried in order on the task in lower-case infinitive form.
JARGON: tuple[tuple[str, str], ...] = (
    (r"\bpap- og (?:skralde|affalds)bure\b", "bure med pap og skrald"),
    (r"\b(?:skralde|affalds)- og papbure\b", "bure med pap og skrald"),
    (r"\bemballage\b", "pap og plast"),
    (r"\bkolonial(?:varer)?\b", "tørre varer"),
    (r"\bafhente\b", "hente"),
    (r"\bassistere(?: med)?\b", "hjælpe med"),
    (r"\bbistå(?: med)?\b", "hjælpe med"),
    (r"\bvaretage\b", "passe"),
    (r"\bvedligeholde\b", "passe"),
    (r"\bhåndtere\b", "tage sig af"),
    (r"\bdistribuere\b", "dele ud"),
    (r"\bomdele\b", "dele ud"),
    (r"\budlevere\b", "dele ud"),
    (r"\bopvaske\b", "vaske op"),
    (r"\boprydde\b", "rydde op"),
    (r"\bfacere?\b", "trække frem"),
    (r"\bkunderelaterede opgaver\b", "hjælpe kunder"),
    (r"\bservicere\b", "hjælpe"),
    (r"\butensilier\b", "køkkenting"),
    (r"\bservice\b(?=$| (?:ud|ind|op|af|fra|i|på)\b)", "tallerkener og glas"),
    (r"\barealerne\b", "områderne"),
    (r"\budenomsarealer(?:ne)?\b", "området udenfor"),
    (r"\budearealer(?:ne)?\b", "området udenfor"),
    (r"\bfællesarealer(?:ne)?\b", "fælles rum"),
    (r"\bfaciliteter(?:ne)?\b", "rum"),
    (r"\bprodukter(?:ne)?\b", "varer"),
    (r"\blinned(?:et)?\b", "sengetøj"),
    (r"\bsvind\b", "gamle varer"),
    (r"\bkøretøjer(?:ne)?\b", "biler"),
    (r"\bdokumenter(?:ne)?\b", "papirer"),
)

# Picture of a task, first match wins: words as in `portal.easyread.matching`, key of the picture.
PICTURES: tuple[tuple[str, str], ...] = (
    ("andre opgaver, praktiske opgaver", "other_tasks"),
    ("flaske*, *flasker, pant*, dåser", "bottles"),
    (
        "vaske op, vaske lidt op, opvask*, tallerken*, bestik, service, gryder, bakker og*, plader og*",
        "dishes",
    ),
    ("vaske tøj, *tøj sammen, vasketøj, stryge, håndklæd*, sengetøj, lægge tøj*, *vaskemaskine*", "laundry"),
    ("vaske arbejdstøj, klude", "laundry"),
    ("senge, sengen, sengene, værelse*", "hotel"),
    ("legetøj*, spille*, lege*", "kindergarten"),
    ("børn*", "children"),
    ("hest*, pony*, strigle*, boks, bokse", "horse"),
    ("hund*", "dog"),
    ("ko, køer*, kalv*, malke*, kvæg", "cow"),
    ("dyr*, *dyr, fodre*, kanin*, høns*, ged, geder*, gris*, kat, katte*, fugle*, fårene, muge*", "animals"),
    ("slå græs*, græs, græsset, plæne*", "lawn"),
    ("sne, salte, strø, grus", "snow"),
    ("blomst*, buket*", "flowers"),
    ("plante*, *planter, luge*, ukrudt*, vande, potte*, hæk*, bed, bede, bedene, grene, *blade", "plants"),
    ("have, haven*, grave*, rive blade, rive løv, udenfor, grønne områder", "garden"),
    ("bil, biler*, bilen*, *biler, dæk, dækkene", "car_workshop"),
    (
        "gøre rent*, rydde*, støvsuge*, feje*, moppe*, gulv*, støv, støve, toilet*, rent, ren, rene",
        "cleaning",
    ),
    ("smøre mad*, madder, smørrebrød, sandwich*, madpakke*, rugbrød", "sandwiches"),
    ("brød*, *brød, bage*, bager*, rundstykke*, mel", "bread"),
    ("kage*, *kager, wienerbrød, boller", "cakes"),
    ("pap, pappet, papkasse*, *papbure, genbrug*, sortere affald, affaldssort*", "cardboard"),
    ("skrald*, *skrald, affald*, tømme bure*, papirkurv*, spand*", "bins"),
    ("indkøbsvogn*, vogne, vognene, kurve, indgangen", "shop"),
    ("frugt*", "fruit"),
    ("grønt*, grøntsag*, salat*, kartof*, skrælle*, snitte*, løg, peberfrugt", "vegetables"),
    ("kød*, pålæg*, slagter*, fisk*", "meat"),
    ("mælk*, mejeri*, køl, kølen, køleskab*, kølevarer, ost, oste, frost*, frys*", "milk"),
    ("kaffe*, te, the, kop, kopper*", "coffee"),
    ("pris*, *priser, prisskilt*, skilte, skiltene, datoer", "price_tags"),
    ("borde*, bordene, bord, stole*, *borde", "tables"),
    ("servere*, anrette*, buffet*, gæst*, gæster*", "serving"),
    ("mad, maden, frokost*, koge*, stege*, køkken*", "food"),
    ("bøger*, bøgerne, bog", "books"),
    ("tøj, tøjet, *tøjet, overtøj*, bøjle*, sko, handsker", "clothes"),
    ("printe*, kopiere*, scanne*, kopimaskine*", "printer"),
    ("computer*, taste*, tal, e-mail*, it, excel", "computer"),
    ("post, posten, brev*, kuvert*", "letter"),
    ("papir*, mapper, arkiv*, makulere*, aviser*, reklamer*", "paper"),
    ("telefon*", "phone"),
    ("male, maling*, lakere*", "painting"),
    ("træ, brænde, brædder, save*, slibe*", "wood"),
    ("værktøj*, skrue*, bore*, reparere*, samle * dele, samle dele, montere*, cykler*, cyklerne", "tools"),
    ("orden", "cleaning"),
    ("vaske*, tørre*, pudse*, polere*, vindue*, rude*, spule*, skylle*", "washing"),
    ("palle*, lager*", "warehouse"),
    ("pakke*, folde*, kasser, æsker", "packing"),
    ("fylde*, hylde*, reol*, varer, vare*, trække*, rette*, sætte*", "shelves"),
    ("køre*, hente*, bringe*, levere*, flytte*", "transport"),
    ("kunde*, butik*", "shop"),
    ("beboer*, ældre, hygge*, gå tur*, gåture*", "care_home"),
    ("sortere*, tælle*, stable*", "shelves"),
)

# Purposes and reservations: cut off a task.
CUT_AFTER = (
    r"(?:,?\s+så(?:dan|ledes)? at\b|,\s*så\b|\s+med henblik på\b|\s+således\b|\s+for at sikre\b|,\s*når\b"
    r"|\s+i henhold til\b|\s+efter behov\b|\s+sammen med dine\b|\s+i samarbejde med\b|,\s*mens\b)"
)

# Clauses that belong to the task: cut off only where it is too long.
CUT_IF_LONG = r"(?:,\s*(?:der|som|hvor|hvis|og|eller|bl\.?a\.?|blandt andet)\b|\s+når\b)"

# Verbs that are nouns too when they stand alone after "og" ("samle skruer og dele").
MAY_BE_NOUNS = frozenset("dele ringe rette mærke varme male planter kasser bager maler".split())

# Texts that stand in lists and are no task, as in `portal.easyread.matching`.
NO_TASK = (
    "førtidspension*, skånejob*, fleksjob*, ansøg*, cv, løn, lønnen, kørekort, straffeattest, erfaring,"
    " mødestabil*, *timer, timetal*, uddannelse, du er, du har, personalerabat, kompetencer,"
    " klapjob*, jobcenter*,"
    " www, http*, cookie*, deadline, arbejdsgiver*, log ind, referencer, elevplads*, uopfordret, læs mere,"
    " læse mere, sociale medier, hjemmeside*, om dig, om os, praktik*, ansættelse*, tiltrædelse*, stillingen"
)

# Texts told in other words altogether: beginning of the task -> the task.
WHOLE_TASKS: tuple[tuple[str, str], ...] = (
    ("trimning*, trimme*, facing*, fronting*, fronte*, face", "Trække varer frem på hylderne"),
    ("tage opvasken, klare opvasken, stå for opvask*", "Vaske op"),
)
