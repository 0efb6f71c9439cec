"""Answers from files: the right fact, not the one beside it, and where it is from."""

from collections.abc import Callable
from typing import Any

import pytest

from openai_assistants_service.models.builtin import Answer, Conversation, Passage, Search, plan
from openai_assistants_service.models.builtin.types import Call, Utterance

Ask = Callable[..., Conversation]

PRICES = """# Price list

| Product | Price | Stock |
|---|---|---|
| Widget | $5 | 10 |
| Gadget | $7.50 | 0 |
| Gizmo Pro | $99 | 3 |

## Shipping

Orders over $50 ship for free. Standard delivery takes 3 to 5 days and express delivery takes 1 day.

## Returns
You can return items within 30 days with the receipt.
"""
STAFF = """name,department,phone,city
Alice Smith,Sales,555-0101,Boston
Bob Jones,Engineering,555-0102,Denver
Carol White,HR,555-0103,Austin
"""
FAQ = """Q: How do I reset my password?
A: Click on 'Forgot password' on the login page.

Q: What are your opening hours?
A: We are open Monday to Friday from 9am to 5pm.

Q: Do you ship abroad?
A: Yes, to all countries in Europe.
"""
COMPANY = """Acme Corporation was founded in 1949 by Wile E. Coyote. It has 350 employees and is
based in Phoenix, Arizona. The CEO is Dr. Jane Road. Its revenue in 2023 was 12.5 million dollars.
The office opens at 9 am and closes at 6 pm. Parking is free for visitors; dogs are not allowed.
"""
CONFIG = "Server: alpha.example.com\nPort: 8443\nOwner: Mia Wong\nBackup time: 02:30\n"
KEYS = "The red key opens the garage and the blue key opens the shed."
MEETING = """# Minutes of 3 March

## Decisions
- The launch moves to 12 May.
- Priya writes the press release.
- The budget is raised to 40,000 euros.

## Open questions
- Who orders the banners?
"""
RECIPE = """Pancakes

Ingredients:
- 250 g flour
- 3 eggs
- 500 ml milk

Mix everything and let the batter rest for 20 minutes. Fry each pancake for two minutes per side.
"""
TABS = "Planet\tMoons\tDay length\nEarth\t1\t24 hours\nMars\t2\t24.6 hours\nJupiter\t95\t10 hours\n"
SEMICOLONS = "Mountain;Height;Country\nEverest;8849;Nepal\nK2;8611;Pakistan\n"
FILLER = " ".join(f"Section {n} describes routine procedure number {n}." for n in range(300))
LONG = f"{FILLER} The emergency shutdown password is heliotrope-9. {FILLER}"
TRAVEL = (
    "The train to Lyon leaves at 8:15, while the bus to Nice leaves at 9:40 and costs 25 euros."
)
PETS = "Maria has a cat named Tofu. John has a dog named Biscuit. Both pets are five years old."
WARRANTY = "The warranty lasts two years. It does not cover water damage."
VERSIONS = (
    "Version 2.1 adds dark mode. Version 2.2 fixes the login bug. Version 3.0 drops Windows 7."
)
JSON = """{
  "warehouse": "North",
  "items": [
    {"sku": "A-100", "name": "Hammer", "quantity": 12},
    {"sku": "B-200", "name": "Saw", "quantity": 7}
  ]
}"""
STORY = """Once upon a time there lived a fox named Rufus. Rufus loved blueberries. One day he met
an owl called Minerva, who taught him to read. They became friends.
"""
HANDBOOK = """# Employee handbook

## Vacation
Every employee gets 25 days of paid vacation per year. Unused days expire on 31 March.

## Remote work
Employees may work from home two days a week, except on Wednesdays.

### Equipment
A laptop is provided; monitors can be ordered from the IT desk (ext. 4455).
"""
SALES = """month,region,revenue
January,North,100
January,South,150
February,North,120
February,South,90
"""

# File, question, what the answer has, what it must not have.
CASES: list[tuple[str, str, list[str], list[str]]] = [
    ("შეხვედრა B12 ოთახშია.", "სად არის შეხვედრა?", ["შეხვედრა B12 ოთახშია."], []),
    (PRICES, "What is the price of the Gadget?", ["7.50"], ["$5 ", "99"]),
    (PRICES, "How long does express delivery take?", ["1 day"], ["3 to 5"]),
    (PRICES, "When can I return an item?", ["30 days"], ["free"]),
    (STAFF, "What is Bob's phone number?", ["555-0102"], ["0101", "0103"]),
    (STAFF, "Which department does Carol White work in?", ["HR"], ["Sales"]),
    (STAFF, "Who works in Sales?", ["Alice Smith"], ["Bob", "Carol"]),
    (FAQ, "How can I reset my password?", ["Forgot password"], ["Europe"]),
    (FAQ, "When are you open?", ["9am to 5pm"], ["password"]),
    (FAQ, "Do you ship to other countries?", ["Europe"], ["open"]),
    (COMPANY, "When was Acme founded?", ["1949"], ["350"]),
    (COMPANY, "How many employees does Acme have?", ["350"], ["1949", "2023"]),
    (COMPANY, "Where is Acme based?", ["Phoenix"], ["1949"]),
    (COMPANY, "Who is the CEO?", ["Jane Road"], ["Coyote"]),
    (COMPANY, "Who is the CEO and when does the office open?", ["Jane Road", "9 am"], ["6 pm"]),
    (CONFIG, "Which port is used?", ["8443"], ["alpha"]),
    (CONFIG, "When does the backup run?", ["02:30"], ["8443"]),
    (KEYS, "What does the blue key open?", ["shed"], ["garage"]),
    (KEYS, "What do the red key and the blue key open?", ["garage", "shed"], []),
    (MEETING, "When is the launch?", ["12 May"], ["40,000"]),
    (MEETING, "Who writes the press release?", ["Priya"], ["launch"]),
    (MEETING, "What is the budget?", ["40,000"], ["Priya"]),
    (RECIPE, "How many eggs do I need?", ["3 eggs"], ["flour"]),
    (RECIPE, "How long should the batter rest?", ["20 minutes"], ["eggs"]),
    (TABS, "How many moons does Jupiter have?", ["95"], ["24"]),
    (TABS, "What is the day length of Mars?", ["24.6"], ["95"]),
    (SEMICOLONS, "What is the height of K2?", ["8611"], ["8849"]),
    (SEMICOLONS, "In which country is Everest?", ["Nepal"], ["Pakistan"]),
    (LONG, "What is the emergency shutdown password?", ["heliotrope-9"], ["routine"]),
    (TRAVEL, "When does the train to Lyon leave?", ["8:15"], ["9:40", "25"]),
    (TRAVEL, "When does the bus to Nice leave?", ["9:40"], ["8:15"]),
    (PETS, "What is the name of Maria's cat?", ["Tofu"], ["Biscuit"]),
    (PETS, "What is John's dog called?", ["Biscuit"], ["Tofu"]),
    (WARRANTY, "How long is the warranty?", ["two years"], ["water"]),
    (JSON, "How many hammers are there?", ["12"], ["7"]),
    (JSON, "What is the sku of the Saw?", ["B-200"], ["A-100"]),
    (STORY, "What is the name of the fox?", ["Rufus"], ["Minerva"]),
    (STORY, "Who taught Rufus to read?", ["Minerva"], ["blueberries"]),
    (HANDBOOK, "When do unused vacation days expire?", ["31 March"], ["25"]),
    (HANDBOOK, "How often can I work from home?", ["two days a week"], ["25"]),
    (SALES, "What was the revenue in the South in February?", ["90"], ["150", "120"]),
    (VERSIONS, "What does version 2.2 fix?", ["login bug"], ["dark mode"]),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[1])
def test_answers(talk: Any, ask: Ask, case: tuple[str, str, list[str], list[str]]) -> None:
    content, question, present, absent = case
    talk.files = {"file.txt": content}
    answer = talk.run(ask(question, file_search=True))
    assert all(each in answer for each in present), answer
    assert not any(each in answer for each in absent), answer
    last = talk.turns[-1]
    assert isinstance(last, Answer)
    assert {segment.citation for segment in last.segments} == {0}


@pytest.mark.parametrize(
    ("content", "question"),
    [
        (PRICES, "What does a Sprocket cost?"),
        (STAFF, "What is Dave's phone number?"),
        (FAQ, "What is the meaning of life?"),
        (COMPANY, "What is the population of France?"),
        (COMPANY, "Who is the CFO?"),
        (KEYS, "What does the green key open?"),
        (SEMICOLONS, "What is the height of Denali?"),
        (HANDBOOK, "What is the dress code?"),
        (STORY, "What was the name of the bear?"),
        (JSON, "How many drills are there?"),
        (WARRANTY, "Who wrote Hamlet?"),
        ("", "What is in the file about pandas?"),
    ],
)
def test_what_the_file_does_not_say(talk: Any, ask: Ask, content: str, question: str) -> None:
    talk.files = {"file.txt": content}
    answer = talk.run(ask(question, file_search=True))
    assert "do not say" in answer, answer
    last = talk.turns[-1]
    assert isinstance(last, Answer)
    assert all(segment.citation is None for segment in last.segments)


def test_one_of_two_is_known(talk: Any, ask: Ask) -> None:
    talk.files = {"staff.csv": STAFF}
    answer = talk.run(ask("What are the phone numbers of Bob and Dave?", file_search=True))
    assert "555-0102" in answer
    assert "do not say anything about Dave" in answer


def test_the_search_is_for_the_question(ask: Ask) -> None:
    assert plan(ask("Who is the CEO?", file_search=True)) == Search("Who is the CEO?")


def test_small_talk_is_not_searched(ask: Ask) -> None:
    assert isinstance(plan(ask("Hello!", file_search=True)), Answer)


def test_citations_point_to_the_right_passage() -> None:
    passages = (
        Passage("file-1", "cats.txt", "Cats sleep sixteen hours a day."),
        Passage("file-2", "bees.txt", "Bees can fly at thirty kilometers per hour."),
    )
    question = "How fast can bees fly and how long do cats sleep?"
    turn = plan(
        Conversation(
            None,
            (Utterance("user", question),),
            file_search=True,
            calls=(Call("search", "file_search", {"query": question}),),
            passages=passages,
        )
    )
    assert isinstance(turn, Answer)
    cited = {segment.citation: segment.text for segment in turn.segments}
    assert "thirty" in cited[1]
    assert "sixteen" in cited[0]


def test_overlapping_chunks_are_told_once(talk: Any, ask: Ask) -> None:
    talk.files = {"a.txt": f"{FILLER[:200]} {KEYS}", "b.txt": f"{KEYS} {FILLER[:200]}"}
    answer = talk.run(ask("What does the blue key open?", file_search=True))
    assert answer.count("shed") == 1
