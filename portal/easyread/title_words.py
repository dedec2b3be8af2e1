"""Words of titles: what a role does, where it is done, and what a title can do without.

Data for `portal.easyread.titles`; words in the notation of `portal.easyread.matching`.
"""

# Role -> what one does, first match wins. A title that ends in "Hjælpe" needs a place too.
ACTIONS: tuple[tuple[str, str], ...] = (
    ("lager* og flaske*, flaske* og lager*, lager- og flaske*", "Passe flasker og lager"),
    ("pakke* i bager*, pakning i bager*, pakke brød*, pakning af brød*", "Pakke brød"),
    ("pakkemedarbejder*, pakkemedhjælper*, pakkehjælper*, pakker, pakning", "Pakke varer"),
    ("opvask*", "Vaske op"),
    ("bagermedhjælper*, bagerhjælper*", "Hjælpe bageren"),
    ("rengøring*", "Gøre rent"),
    ("flaskemedarbejder*, flaskedreng*, flaskehjælper*, flaskesorter*", "Sortere flasker"),
    ("opfyld*, vareopfyld*, varefyld*", "Fylde varer op"),
    ("bilvask*, bilklargør*, klargør* af biler*, klargør* biler*", "Gøre biler klar"),
    ("stuepige*, værelsesmedhjælper*, værelseshjælper*", "Gøre værelser rene"),
    ("tjener*, servering*", "Servere mad"),
    ("avisomdeler*, omdeler*, avisbud*", "Dele aviser ud"),
    ("postmedarbejder*, postmedhjælper*, postsorter*", "Sortere post"),
    ("chaufførmedhjælper*, medhjælper på bil*, chaufførhjælper*", "Hjælpe chaufføren"),
    ("pedelmedhjælper*, pedelhjælper*, pedelassistent*", "Hjælpe pedellen"),
    ("viceværtmedhjælper*, viceværthjælper*, viceværtens hjælper", "Hjælpe viceværten"),
    ("gartnermedhjælper*, gartnerhjælper*", "Hjælpe gartneren"),
    ("dyrepasser*, dyrepassermedhjælper*", "Passe dyr"),
    ("havemand*, havehjælper*, havemedhjælper*", "Passe haven"),
    ("ordrepluk*, plukkemedarbejder*", "Plukke varer"),
    ("montagemedarbejder*, montagehjælper*", "Samle dele"),
    ("*medarbejder, *medarbejdere, *hjælper, *hjælpere, *assistent, *hjælp", "Hjælpe"),
)

# Word of a place -> the place as it follows an action.
PLACES: tuple[tuple[str, str], ...] = (
    ("bager, bageren, bageri*, bagerafdeling*", "i bageren"),
    ("frugt og grønt*, frugt & grønt*, frugt- og grønt*", "i frugt og grønt"),
    ("flaskerum*", "i flaskerummet"),
    ("grøntafdeling*", "i grøntafdelingen"),
    ("delikatesse*", "i delikatessen"),
    ("slagter, slagteren, slagterafdeling*", "hos slagteren"),
    ("kantine*", "i kantinen"),
    ("køkken*, restaurantens køkken*", "i køkkenet"),
    ("lager*", "på lageret"),
    (
        "butik, butikken, butiksmedarbejder*, butiksmedhjælper*, butikshjælper*, butiksassistent*",
        "i butikken",
    ),
    ("værksted*, autoværksted*, bilværksted*", "på værkstedet"),
    ("kontor*", "på kontoret"),
    ("reception*", "i receptionen"),
    ("skole, skolen, skolemedhjælper*", "på skolen"),
    ("børnehave*", "i børnehaven"),
    ("vuggestue*", "i vuggestuen"),
    ("plejehjem*", "på plejehjemmet"),
    ("plejecenter*", "på plejecentret"),
    ("museum*", "på museet"),
    ("bibliotek*", "på biblioteket"),
    ("vaskeri*", "på vaskeriet"),
    ("hotel*", "på hotellet"),
    ("restaurant, restauranten", "i restauranten"),
    ("café*, cafe*", "i caféen"),
    ("gartneri*", "i gartneriet"),
    ("stald*", "i stalden"),
    ("gård, gården, gårdmedhjælper*, landbrug*", "på gården"),
    ("haven, have", "i haven"),
    ("park, parken", "i parken"),
    ("produktion*", "i produktionen"),
    ("fabrik*", "på fabrikken"),
    ("salon*, frisør*", "i frisørsalonen"),
    ("svømmehal*", "i svømmehallen"),
    ("rådhus*", "på rådhuset"),
    ("kirke, kirken, kirkegård*", "ved kirken"),
)

# Words that say nothing about the work; dropped wherever they stand in a title.
EMPTY_WORDS = (
    r"klap-?job(?:bet)?|klap|skånejob(?:bere?)?|skaanejob|fleks-?job(?:bere?)?|flexjob"
    r"|løntilskuds?job|løntilskud|deltids?(?:job|stilling)?|søges|vil du være|er du vores(?: nye)?"
    r"|bliv|jobtilbud|ledigt job|ledig stilling"
    r"|(?:til |for )?(?:en )?(?:mennesker med |person med |borger med )?førtids?pension(?:ister|ist)?"
    r"|job med|stilling(?: som)?|job som|arbejde som|kun|ca\.?|nyt job"
    r"|(?:til )?(?:hurtig|snarlig|snarest mulig) (?:ansættelse|tiltrædelse)"
)

# What stands before a role: "vi søger en rar ...".
BEFORE_ROLE = (
    r"^(?:(?:vi|har|som|brug for|leder efter|en|et|\d|to|vores|ny|nye|nyt|sød|rar|glad|frisk|dygtig|stabil"
    r"|smilende|engageret|hjælpsom|imødekommende|fleksibel|morgenfrisk|serviceminded|praktisk anlagt"
    r"|super|job"
    r"|og|eller|til|for|i|med)\s+)+"
)

# A title of these words alone names no work.
NO_ROLE = frozenset(
    "job jobs arbejde medarbejder medarbejdere medhjælper hjælper kollega hjælp tlf telefon mail".split()
)

# Chains that write themselves in lower case: names though they look like words.
LOWER_CASE_NAMES = frozenset({"føtex"})

# A title when the ad's own says nothing: by trade.
BY_TRADE = {
    "shop": "Job i butik",
    "kitchen": "Job i køkken",
    "warehouse": "Job på lager",
    "care": "Job på skole eller plejehjem",
    "outdoors": "Job udendørs",
    "cars": "Job på bilværksted",
    "crafts": "Job med håndværk",
    "office": "Job på kontor",
    "cleaning": "Job med rengøring",
    "transport": "Job med transport",
    "housing": "Job i boligforening",
    "other": "Job",
}
