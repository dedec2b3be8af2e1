"""In a real browser: Kim's mother applies with him and Kim says yes himself; a teacher files for three."""

from hands import Opens
from playwright.sync_api import Page, expect
from steps import go
from the_form import SHORT, begin, fill_in, find_case, heading, send

from apply.filling import KIM, MOTHER

# Only a case in a municipality can be passed on.
AT_HOME = ("navn", "kontakt", "sted", "kommune", "hvad-passer")
IN_SLAGELSE = {slug: KIM[slug] for slug in AT_HOME} | SHORT | {"sted": KIM["sted"]}
TEACHER = MOTHER | {"kender-hinanden": {"helper_role": "teacher"}}


def test_kims_mother_applies_with_him_and_kim_says_yes_himself(opens: Opens, desk: Page) -> None:
    mona = opens()
    begin(mona)
    fill_in(mona, MOTHER)
    expect(mona.page.get_by_role("heading", level=1)).to_contain_text("Hvad hedder den, du svarer for?")
    fill_in(mona, IN_SLAGELSE)
    reference = send(mona)

    # Until Kim has said yes himself, nothing can be passed on. Sanne prints the letter with the question.
    case = find_case(desk, reference)
    expect(desk.get_by_role("button", name="Send videre")).to_have_count(0)
    go(desk.get_by_role("button", name="Print et brev om personens ja"))
    link = str(desk.locator("a[href*='/ja/']").get_attribute("href"))

    kim = opens()
    kim.page.goto(link)
    heading(kim, "Vil du gerne have et job?")
    kim.look()
    kim.press("Ja, det må I gerne")
    heading(kim, "Tak for dit ja")
    desk.goto(case)
    go(desk.get_by_role("button", name="Tag den"))
    expect(desk.get_by_role("button", name="Send videre").first).to_be_visible()


def test_a_teacher_files_for_three_students_in_a_row(opens: Opens) -> None:
    teacher, numbers = opens(), set()
    begin(teacher)
    for student in ("Alma Elev", "Bo Elev", "Ceci Elev"):
        fill_in(teacher, TEACHER)
        expect(teacher.page.locator("[name=name]")).to_have_value("")
        fill_in(teacher, SHORT | {"navn": {"name": student}})
        numbers.add(send(teacher))
        teacher.press("Jeg er en anden")
        teacher.press("Start")
    assert len(numbers) == 3
