"""In a real browser: "Kan jeg få et KLAPjob?" gives three kinds of answers and leads into the form."""

from hands import Opens, answer
from playwright.sync_api import expect
from the_form import heading

WAYS = (
    ({"fits": "dont_know"}, {"disability": "no"}, {"alone": "yes"}, "Der er en bedre vej for dig"),
    ({"fits": "dont_know"}, {"disability": "no"}, {"alone": "no"}, "Måske. Tal med os"),
    ({"fits": "disability_pension"}, {"disability": "yes"}, {"alone": "no"}, "Ja, det kan du godt"),
)


def test_the_guide_never_says_no_and_leads_into_the_form(opens: Opens) -> None:
    kim = opens()
    kim.page.goto("/kan-jeg")
    kim.look()
    kim.press("Start")
    answer(kim, {})
    kim.look()
    for *questions, outcome in WAYS:
        kim.page.goto("/kan-jeg/hvad-passer")
        for answers in questions:
            answer(kim, answers)
        heading(kim, outcome)
        kim.look()
    kim.press("Skriv til os")
    kim.press("Start")
    answer(kim, {"who": "self"})
    kim.page.goto("/ansoeg/spoergsmaal/hvad-passer")
    expect(kim.page.locator("input[value=disability_pension]")).to_be_checked()
