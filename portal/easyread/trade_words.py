"""Words that speak for a trade, in the notation of `portal.easyread.matching`.

Three kinds, strongest first: names of employers (chains), roles and tasks, kinds of workplaces. Each trade
key of `portal.easyread.trades` stands in all three, possibly empty.
"""

EMPLOYER_WORDS: dict[str, str] = {
    "shop": """
        rema 1000, rema1000, bilka*, føtex*, netto, kvickly*, superbrugsen*, super brugsen,
        dagli'brugsen*, daglibrugsen*, lokalbrugsen*, brugsen*, coop 365*, coop365*, 365discount, meny,
        matas, lidl, aldi, spar, min købmand, let-køb, løvbjerg*, jysk, imerco, harald nyborg, silvan,
        bauhaus, jem & fix, jem og fix, elgiganten, power, ikea, normal, søstrene grene, plantorama,
        maxi zoo, kop & kande, h&m, sport 24, bog & idé, irma, salling, magasin, flying tiger, tiger,
        thansen, fakta, abc lavpris
    """,
    "kitchen": """
        mcdonald*, burger king, sunset boulevard, jensens bøfhus, iss catering, cafe*, café*
    """,
    "warehouse": "arla*, danish crown, lego*, grundfos, danfoss, vestas, lantmännen*",
    "care": "",
    "outdoors": "gartneriet*, hedeselskabet",
    "cars": """
        bilhuset*, autohuset*, autocentrum, euromaster, dækcenter*, super dæk service, au2parts
    """,
    "crafts": "",
    "office": "",
    "cleaning": "vaskeriet*, elis, berendsen",
    "transport": "postnord, dsb, arriva, movia, midttrafik, danske fragtmænd, gls",
    "housing": """
        boligforening*, boligselskab*, *boligforening, *boligselskab, *boligorganisation*, almenbo*
    """,
    "other": """
        rideskole*, *rideskole, rideklub*, *rideklub, zoo, * zoo, *museum, *museet, *museer, akvarie*,
        *akvarium, bibliotek*, *bibliotek
    """,
}

ROLE_WORDS: dict[str, str] = {
    "shop": """
        butiksmedarbejder*, butiksassistent*, butikshjælper*, servicemedarbejder i butik*,
        salgsassistent*, flaskedreng, flaskerum*, flaskeautomat*, vareopfyld*, varefyld*, opfyld*,
        kasseassistent*, trimme*, trimning, fylde varer, sætte varer, bagerafdeling*, frugt og grønt*,
        kolonial*, prismærk*, hyldeforkant*
    """,
    "kitchen": """
        køkkenhjælper*, køkkenmedhjælper*, køkkenmedarbejder*, køkkenassistent*, kok, kokke*, opvask*,
        opvasker*, kantinemedarbejder*, kantinehjælper*, tjener*, servering*, anrette*, smøre madder,
        smøre mad, smørrebrød*, buffet*, stuepige*, caféhjælper*, cafehjælper*, cafémedarbejder*,
        cafemedarbejder*, bage, bagermedhjælper*, barista*, madlavning*, køkkenet
    """,
    "warehouse": """
        pakkehjælper*, lagermedarbejder*, lagerhjælper*, lagermedhjælper*, lagerarbejde*, pakkeri*,
        produktionsmedarbejder*, produktionsmedhjælper*, produktionshjælper*, fabriksmedarbejder*,
        montage*, montør*, samlebånd*, pakke ordrer, pakning, plukke ordrer, plukke varer, ordrepluk*,
        varemodtag*, industri*, sortere metal*
    """,
    "care": """
        pædagogmedhjælper*, børnehavehjælper*, børnehavemedhjælper*, lege med børn*, omsorgs*, beboerne,
        aktivitetsmedarbejder*, lektiehjælper*, skolemedhjælper*
    """,
    "outdoors": """
        gartner*, gartnerimedhjælper*, havemand*, havearbejde*, gårdmedhjælper*, landmand*,
        landbrugsmedhjælper*, staldhjælper*, staldmedhjælper*, staldarbejde*, muge ud, udmugning*,
        luge*, lugning*, slå græs*, græsslåning*, plante*, potte*, klippe hæk*, hækklipning*, fodre*,
        grønne områder, malke*, vande*, skovarbejde*, parkmedarbejder*
    """,
    "cars": """
        bilvask*, vaske biler*, klargør* biler*, klargøring af biler*, klargøring af brugte biler*,
        bilklargør*, autoklargør*, automekaniker*, mekaniker*, værkstedsmedhjælper*, værkstedshjælper*,
        værkstedsmedarbejder*, dækskift*, skifte dæk*, støvsuge biler*, støvsug* biler*, polere biler*
    """,
    "crafts": """
        tømrer*, snedker*, maler*, murer*, smed, smede*, elektriker*, vvs*, håndværk*, træarbejde*,
        stolemager*, systue*, sy, syer*, cykelsmed*, cykelreparat*, reparere cykler*, glarmester*
    """,
    "office": """
        kontorhjælper*, kontormedhjælper*, kontorassistent*, kontormedarbejder*, kontorarbejde*,
        klargøring af computer*, reception*, arkiv*, arkivere*, scanne*, indscanning*, makulere*,
        kopiere*, taste*, indtastning*, postrum*, administrativ*, it-medarbejder*, it-medhjælper*,
        sortere post*
    """,
    "cleaning": """
        rengøringshjælp*, rengøringsassistent*, rengøringsmedarbejder*, rengøringsmedhjælper*,
        rengøring, gøre rent*, servicemedarbejder*, servicemedhjælper*, servicehjælper*,
        serviceassistent*, frisør*, vaskeri*, vasketøj*, lægge tøj sammen*, vinduespuds*, vaske gulv*,
        støvsuge
    """,
    "transport": """
        chauffør*, chaufførmedhjælper*, omdel*, avisbud*, bud, postbud*, medhjælper på bil*, flytte*,
        fragt*, køre varer*, lastbil*
    """,
    "housing": """
        viceværtmedhjælper*, vicevært*, ejendomsfunktionær*, ejendomsmedhjælper*, ejendomsservice*,
        ejendomsmedarbejder*, gårdmand*, trappevask*, opgange*, varmemester*
    """,
    "other": """
        dyrepasser*, dyrepleje*, passe dyr*, passe heste*, hestestald*, strigle*, lufte hunde*,
        hundelufter*, kirketjener*, museumsmedarbejder*, museumsmedhjælper*, biblioteksmedhjælper*,
        biblioteksmedarbejder*, sætte bøger*, museumsgæst*, gæster på museet, graver*, dyrehandel*
    """,
}

WORKPLACE_WORDS: dict[str, str] = {
    "shop": """
        butik*, *butik, *butikken, supermarked*, købmand*, byggemarked*, *forretning, genbrugsbutik*,
        genbrug, genbrugsen, varehus*, stormagasin*, boghandel*, bageren, bagerafdeling*,
        slagterafdeling*, tank*station*, kiosk*
    """,
    "kitchen": """
        køkken*, *køkken, *køkkenet, kantine*, *kantine, restaurant*, *restaurant, hotel*, *hotel,
        *hotellet, café*, cafe*, *café, *caféen, kro, *kro, kroen, pizzeria*, pizza*, bageri*, *bageri,
        *bageriet, vandrerhjem*, *vandrehjem, kursuscenter*, catering*, grill*, *bar, danhostel*
    """,
    "warehouse": """
        lager, lageret, lagerhotel*, fabrik*, *fabrik, *fabrikken, produktion*, *produktion, industri*,
        terminal*, logistik*, *logistik, webshop*, nethandel*, distributionscenter*, plast, mejeri*, mosteri*,
        elektronik*, emballage*
    """,
    "care": """
        skole*, *skole, *skolen, børnehave*, *børnehave, *børnehus, børnehus*, børnehuset*, vuggestue*,
        *vuggestue, daginstitution*, plejehjem*, *plejehjem, plejecenter*, *plejecenter, *plejecentret,
        sfo*, fritidshjem*, ældrecenter*, omsorgscenter*, *omsorgscenter, gymnasium*, *gymnasium,
        *hospital, hospital*, sygehus*, aktivitetscenter*, friplejehjem*, dagtilbud*, bosted*, dagplejen
    """,
    "outdoors": """
        gartneri*, *gartneri, plantage*, *plantage, *plantagen, frugtplantage*, gård, gården, *gård,
        *gården, landbrug*, *landbrug, planteskole*, *planteskole, havecenter*, *havecenter, park,
        parken, park og vej, stald*, *stald, gods, *gods, golfklub*, *golfklub, golfbane*,
        anlægsgartner*, kirkegård*, skov, skovdistrikt*, campingplads*, *camping
    """,
    "cars": """
        auto, auto*, *auto, bilværksted*, *biler, biler, værksted, værkstedet, bilforhandler*, dæk,
        dækcenter*, bilcenter*, *bilcenter, bilsalg*, karrosseri*, autoværksted*, karosseri*
    """,
    "crafts": """
        tømrerfirma*, snedkeri*, *snedkeri, smedje*, *smedje, malerfirma*, murerfirma*, træværksted*,
        cykelværksted*, cykelbutik*, cykler, byggefirma*, entreprenør*, maskinværksted*, trævare*
    """,
    "office": """
        kontor*, *kontor, *kontoret, rådhus*, borgerservice, it-*, kopi, post og kopi, advokat*,
        *advokater, revision*, administration*, bogholderi*, forsikring*, bank, banken
    """,
    "cleaning": """
        rengøringsfirma*, pedel*, *rengøring, service, facility*, fitness*, svømmehal*, *svømmehal,
        idrætscenter*, *hallen, *hallerne, salon*, vaskeri*, *vaskeri, idrætshal*
    """,
    "transport": """
        transport*, *transport, vognmand*, flyttefirma*, busselskab*, bybud*, busser, *busserne,
        turistbus*, spedition*, fragt*, taxa*, havn, *havn, lufthavn*
    """,
    "housing": "bolig*, ejendom*, *ejendomme, andelsboligforening*, lejerbo*, domea*, *bo",
    "other": """
        museum*, *museum, *museet, dyrehospital*, dyreklinik*, dyreinternat*, dyrepark*, *dyrepark, zoo,
        bibliotek*, *bibliotek, *biblioteket, kirke, *kirke, kirken, menighed*, kulturhus*, teater*,
        *teater, biograf*, *biograf, ridecenter*, rideskole*, *rideskole, hestestald*, forlystelse*,
        sommerland*
    """,
}
