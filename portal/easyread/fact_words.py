"""What an ad may state beside its tasks: what one gets, what is taken into account, what is asked.

Data for `portal.easyread.facts`: words in the notation of `portal.easyread.matching`, the easy words for the
page, the key of the picture.
"""

# Recognised anywhere outside the tasks.
GETS_ANYWHERE: tuple[tuple[str, str, str], ...] = (
    (
        (
            "løn ved siden af, løn oven i, løn oveni, oven i din pension, oveni din pension, ved siden af"
            " din pension,"
            " ved siden af pensionen, ved siden af din førtidspension, supplement til din førtidspension"
        ),
        "Løn ved siden af din pension",
        "pay",
    ),
    ("løntilskud, løntilskudsjob*, job med løntilskud", "Job med løntilskud", "pay"),
    ("overenskomst*", "Løn efter overenskomst", "pay"),
    ("personalerabat*, medarbejderrabat*, rabat på, rabat i", "Rabat på varer", "discount"),
    ("mentor*", "En mentor, der hjælper dig", "helper"),
    (
        (
            "fast kontaktperson, fast kollega, fast person, makker, kollega ved din side, kontaktperson i"
            " butikken,"
            " følges med en kollega"
        ),
        "En fast person, der hjælper dig",
        "helper",
    ),
    (
        "klapjob-konsulent*, klap-konsulent*, konsulent fra klapjob, klapjobs konsulent*, klapkonsulent*",
        "Hjælp fra en konsulent fra KLAPjob",
        "helper",
    ),
    (
        (
            "oplæring*, oplært, lært op, lærer dig op, grundig introduktion, god introduktion, god"
            " instruktion,"
            " grundig instruktion, sidemandsoplæring"
        ),
        "Hjælp til at lære jobbet",
        "learning",
    ),
    ("fastansættelse, fast ansættelse, fast job, fast stilling", "Fast job", "job"),
    (
        (
            "praktikperiode*, praktikforløb*, starter i praktik, starter med praktik, ugers praktik, i"
            " praktik først,"
            " virksomhedspraktik, praktik inden, praktik før"
        ),
        "Du prøver jobbet i praktik først",
        "days",
    ),
    ("personalefest*, julefrokost*, sociale arrangementer, sommerfest*", "Fester med kolleger", "together"),
)

# Recognised only where the ad tells what one gets: elsewhere they may be tasks ("hænge arbejdstøj op").
GETS_WHERE_OFFERED: tuple[tuple[str, str, str], ...] = (
    ("arbejdstøj*, uniform*, arbejdsbeklædning, sikkerhedssko", "Arbejdstøj", "uniform"),
    ("frokost*, madordning, mad i kantinen, gratis mad", "Frokost", "food"),
    ("frugt, frugtordning*", "Frugt", "fruit"),
    ("kaffe, kaffe og te", "Kaffe og te", "coffee"),
    ("rabat*", "Rabat på varer", "discount"),
    ("introduktion", "Hjælp til at lære jobbet", "learning"),
    ("kursus, kurser, efteruddannelse", "Kurser", "learning"),
    (
        (
            "gode kolleg*, søde kolleg*, rare kolleg*, hyggelige kolleg*, dejlige kolleg*, søde og rare"
            " kolleg*,"
            " imødekommende kolleg*, gode og hjælpsomme kolleg*, hjælpsomme kolleg*"
        ),
        "Gode kolleger",
        "together",
    ),
    ("løn", "Løn", "pay"),
)

# Words of a sentence that tells what one gets.
OFFER_WORDS = (
    "du får, får du, tilbyder, tilbyde, vi har, vi giver, hos os, mulighed for, du bliver, der er, inkl*"
)

CONSIDERATIONS: tuple[tuple[str, str, str], ...] = (
    (
        (
            "rolige omgivelser, stille omgivelser, roligt, stille og roligt, rolige rammer, ro omkring dig,"
            " lidt støj,"
            " ikke meget støj, uden larm, rolig arbejdsplads, rolig afdeling, ro og tid, uden for åbningstid*"
        ),
        "Der er ro",
        "noise",
    ),
    (
        (
            "faste opgaver, de samme opgaver, samme opgaver, faste rutiner, fast struktur, faste rammer,"
            " tydelig struktur,"
            " overskuelige opgaver, rutineopgaver, faste arbejdsopgaver, trygge rammer"
        ),
        "Faste opgaver",
        "same_tasks",
    ),
    (
        (
            "en ting ad gangen, én ting ad gangen, en opgave ad gangen, én opgave ad gangen, billeder af"
            " opgaver*,"
            " tjekliste*, arbejdsplan med billeder"
        ),
        "En ting ad gangen",
        "step_by_step",
    ),
    ("kørestol*, handicapvenlig*, handicaptoilet*, niveaufri*", "Plads til kørestol", "wheelchair"),
    (
        "offentlig transport, offentlige transportmidler, kollektiv trafik, bus og tog, bus eller tog",
        "Tæt på bus eller tog",
        "bus",
    ),
    ("busstop*, bussen, bus til døren, busser, bus lige, busforbindelse*", "Tæt på bus", "bus"),
    (
        "togstation*, s-togs*, tæt på stationen, fra stationen, ved stationen, s-tog, letbanen",
        "Tæt på tog",
        "train",
    ),
    ("pauser, ekstra pause, hvilerum, mulighed for pause", "Plads til pauser", "pause"),
    ("sidde ned, siddende arbejde, siddende opgaver", "Du kan sidde ned", "sitting"),
    ("få mennesker, lille team, lille arbejdsplads, få kolleg*, lille gruppe", "Få mennesker", "person"),
    ("eget tempo, dit tempo, din egen fart", "Du arbejder i dit eget tempo", "time"),
    (
        (
            "skånehensyn*, tager hensyn, tage hensyn, hensyn til dig, særlige hensyn, vi tilpasser,"
            " tilpasses dig,"
            " tilpasset dig, tilpasser opgaverne"
        ),
        "De tager hensyn til dig",
        "helper",
    ),
)

# Words that ask for something -> the easy sentence.
DEMANDS: tuple[tuple[str, str], ...] = (
    ("kørekort*", "Du skal have kørekort."),
    ("børneattest*", "Arbejdspladsen skal se en børneattest."),
    ("straffeattest*", "Arbejdspladsen skal se en straffeattest."),
    ("fyldt 18, over 18, være 18, mindst 18 år", "Du skal være 18 år eller mere."),
    ("tale dansk, taler dansk, forstå dansk, forstår dansk, dansk i tale", "Du skal kunne tale dansk."),
    ("stå og gå, stående og gående, på benene, stående arbejde", "Du skal kunne stå og gå meget."),
    ("tunge løft, løfte tungt, tunge ting, løfte op til", "Du skal kunne løfte tunge ting."),
    ("løfte lidt, lette løft, løfte ting", "Du skal kunne løfte lidt."),
)

# Before a word, in the same sentence, these turn its meaning round.
NEGATIONS = "ikke, ingen, intet, hverken, desværre, uden krav, behøver, undgå, slipper"
