"""How the sections of job ads begin: patterns for folded text. Data for `portal.easyread.sections`."""

DEMANDS = (
    r"du skal (?:have|være|kunne|gerne)|forvent|krav|kvalifikation|hvem er du|om dig|profil|\bdu er\b"
    r"|\bdu har\b"
    r"|vi søger|hvem kan|betingelser|forudsæt|baggrund|vi ønsker|lægger vægt|kompetencer|ideelle|who you are"
    r"|du bør|er du\b|requirements|godt, hvis|fordel, hvis|hvis du\b|passer til dig|håber, (?:at )?du"
)
GETS = (
    r"tilbyder|tilbyde|du får|får du|til gengæld|vi giver|\bløn\b|løn og|vilkår|goder|fordele|we offer|hos os"
    r"|hvad kan vi|regne med|glæde dig til"
)
TASKS = (
    r"opgave|du skal\b|skal du\b|komme[r]? til|du hjælper|hjælpe (?:os )?med|hjælp til|din hjælp|består"
    r"|indehold|omfatter"
    r"|hverdag|skal du lave|laver du|kan du lave|du kan lave|dit job|jobbet er|din dag|arbejdsdag|your tasks"
    r"|beskæftige|jobindhold|jobbeskrivelse|stillingen|om jobbet|jobbet går|tasks|arbejdet|arbejder du med"
    r"|arbejde med|du vil|duties"
)
APPLY = (
    r"ansøg|sådan søger|kontakt|oplysninger|information|spørgsmål|hvordan søger|interesse|søg jobbet|how to"
    r"|del på"
)
HOURS = r"arbejdstid|timer|timetal|mødetid|hvornår|ugedag"
ABOUT = r"^om (?:os|butikken|virksomheden|arbejdspladsen)|vi er|menu|cookie"

# A line that leads into a list though no colon says so.
BARE_LEAD = (
    r"(?:arbejds|dine |jobbets |vores )?(?:arbejds)?opgave(?:r|rne)?(?: (?:kan|vil|er|består)\b.{0,40})?"
    r"|(?:det |her |hvad )?(?:vi tilbyder|tilbyder vi|får du|du får|kan du regne med|kan vi tilbyde)"
    r"(?: dig)?|(?:det |hvad )?skal du (?:lave|kunne)|du skal|du kan (?:blandt andet )?komme til at"
    r"|om (?:dig|jobbet|os)(?: ?: ?du)?|hvem er du|sådan søger du|arbejdstid|dit arbejde|din arbejdsdag"
    r"|(?:det er )?godt, hvis du|kvalifikationer|kontakt|ansøgning|praktiske oplysninger|del på .{0,30}"
)
