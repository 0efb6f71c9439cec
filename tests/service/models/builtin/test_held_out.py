"""Questions that were written down before the rules were, and that no rule was made for."""

from collections.abc import Callable
from typing import Any

import pytest

from openai_assistants_service.models.builtin import Answer, Conversation, FunctionSpec, RunCode

Ask = Callable[..., Conversation]
Calls = list[tuple[str, dict[str, Any]]]


def offer(name: str, description: str, needed: list[str], **properties: Any) -> FunctionSpec:
    """A function with these parameters; a parameter given as text is a string described so."""
    schemas = {
        key: {"type": "string", "description": value} if isinstance(value, str) else value
        for key, value in properties.items()
    }
    schema = {"type": "object", "properties": schemas, "required": needed}
    return FunctionSpec(name, description, schema)


NUMBER = {"type": "number"}
INTEGER = {"type": "integer"}
SUNRISE = offer("getSunrise", "Gets the time of sunrise in a town.", ["town"], town="The town")
EXCHANGE = offer(
    "get_exchange_rate",
    "Gets the exchange rate between two currencies",
    ["from_currency", "to_currency"],
    from_currency="Currency code, e.g. CHF",
    to_currency="Currency code, e.g. SEK",
)
INVOICE = offer("get_invoice", "Gets an invoice", ["invoice_id"], invoice_id="Number of it")
LIGHT = offer(
    "set_lamp",
    "Switches a lamp on or off",
    ["room", "on"],
    room="The room",
    on={"type": "boolean"},
)
POPULATION = offer("get_population", "Returns the population of a country", ["country"], country="")
CAPITAL = offer("get_capital", "Returns the capital of a country", ["country"], country="")
HOME = offer("get_home_town", "Returns the home town of the user", [])
MOON = offer("get_moon_phase", "Gets the phase of the moon", [], date="A date")
SMS = offer(
    "send_sms",
    "Sends an SMS",
    ["phone_number", "text"],
    phone_number="Number to send to",
    text="The message",
)
HUMIDITY = offer(
    "fetchHumidity",
    "Fetches the humidity at a location",
    ["location"],
    location="The location",
    scale={"type": "string", "enum": ["relative", "absolute"]},
)
TICKET = offer(
    "create_ticket",
    "Creates a support ticket",
    ["title", "priority"],
    title="Title",
    priority={"type": "string", "enum": ["low", "medium", "high"]},
)
THERMOSTAT = offer(
    "set_thermostat", "Sets the thermostat", ["temperature"], temperature=NUMBER, room="The room"
)
TRANSLATE = offer(
    "translate", "Translates a text", ["text", "language"], text="", language="Target language"
)
AREA = offer(
    "get_rectangle_area", "Area of a rectangle", ["width", "height"], width=NUMBER, height=NUMBER
)
SORT = offer(
    "sort_numbers", "Sorts numbers", ["numbers"], numbers={"type": "array", "items": NUMBER}
)
EMPLOYEE = offer("find_employee", "Finds an employee by email", ["email"], email="")
VACATION = offer(
    "get_vacation_days",
    "Gets the vacation days of an employee",
    ["employee_id"],
    employee_id="Id of the employee",
)
HOLIDAYS = offer(
    "list_holidays", "Lists the holidays of a year", ["year"], year=INTEGER, country="Country"
)
DISTANCE = offer(
    "get_distance", "Gets the distance between two towns", ["origin", "destination"],
    origin="", destination="",
)  # fmt: skip

FUNCTIONS: list[tuple[str, tuple[FunctionSpec, ...], dict[str, Any], Calls]] = [
    ("When is sunrise in Narvik?", (SUNRISE,), {}, [("getSunrise", {"town": "Narvik"})]),
    (
        "Could you tell me the sunrise for San Sebastian, please?",
        (SUNRISE, MOON),
        {},
        [("getSunrise", {"town": "San Sebastian"})],
    ),
    (
        "sunrise in Oslo and Bergen",
        (SUNRISE,),
        {},
        [("getSunrise", {"town": "Oslo"}), ("getSunrise", {"town": "Bergen"})],
    ),
    (
        "What is the exchange rate from NOK to CHF?",
        (EXCHANGE, SUNRISE),
        {},
        [("get_exchange_rate", {"from_currency": "NOK", "to_currency": "CHF"})],
    ),
    ("Show me invoice 20931", (INVOICE,), {}, [("get_invoice", {"invoice_id": "20931"})]),
    (
        "Please get invoices INV-7 and INV-8.",
        (INVOICE,),
        {},
        [("get_invoice", {"invoice_id": "INV-7"}), ("get_invoice", {"invoice_id": "INV-8"})],
    ),
    (
        "Switch the lamp in the cellar off",
        (LIGHT,),
        {},
        [("set_lamp", {"room": "cellar", "on": False})],
    ),
    (
        "Switch on the lamp in the guest room.",
        (LIGHT, THERMOSTAT),
        {},
        [("set_lamp", {"room": "guest room", "on": True})],
    ),
    (
        "What's the capital of Chile and the population of Peru?",
        (POPULATION, CAPITAL),
        {},
        [("get_capital", {"country": "Chile"}), ("get_population", {"country": "Peru"})],
    ),
    (
        "When is sunrise in my home town?",
        (HOME, SUNRISE),
        {"get_home_town": "Lucerne"},
        [("get_home_town", {}), ("getSunrise", {"town": "Lucerne"})],
    ),
    ("Which phase does the moon have?", (MOON, SUNRISE), {}, [("get_moon_phase", {})]),
    (
        "Send an SMS to +41 79 555 01 02 saying 'Running late'",
        (SMS,),
        {},
        [("send_sms", {"phone_number": "+41 79 555 01 02", "text": "Running late"})],
    ),
    (
        "How high is the relative humidity at Zurich, please?",
        (HUMIDITY,),
        {},
        [("fetchHumidity", {"location": "Zurich", "scale": "relative"})],
    ),
    (
        'Create a high priority ticket titled "Printer on fire"',
        (TICKET, INVOICE),
        {},
        [("create_ticket", {"title": "Printer on fire", "priority": "high"})],
    ),
    (
        "Set the thermostat to 19.5 degrees",
        (THERMOSTAT, LIGHT),
        {},
        [("set_thermostat", {"temperature": 19.5})],
    ),
    (
        "Translate 'Good night, moon' into Portuguese",
        (TRANSLATE,),
        {},
        [("translate", {"text": "Good night, moon", "language": "Portuguese"})],
    ),
    (
        "What is the area of a rectangle with width 4 and height 7.5?",
        (AREA,),
        {},
        [("get_rectangle_area", {"width": 4, "height": 7.5})],
    ),
    ("Sort the numbers 9, -2 and 7", (SORT,), {}, [("sort_numbers", {"numbers": [9, -2, 7]})]),
    (
        "How many vacation days does eva@example.net have?",
        (EMPLOYEE, VACATION),
        {"find_employee": {"employee_id": "E-3", "name": "Eva"}},
        [
            ("find_employee", {"email": "eva@example.net"}),
            ("get_vacation_days", {"employee_id": "E-3"}),
        ],
    ),
    (
        "List the holidays of 2031 in Iceland",
        (HOLIDAYS,),
        {},
        [("list_holidays", {"year": 2031, "country": "Iceland"})],
    ),
    (
        "What is the distance between Turin and Genoa?",
        (DISTANCE,),
        {},
        [("get_distance", {"origin": "Turin", "destination": "Genoa"})],
    ),
    (
        "Hi! I would like to know the distance from Leeds to York. Thanks!",
        (DISTANCE, SUNRISE),
        {},
        [("get_distance", {"origin": "Leeds", "destination": "York"})],
    ),
]


@pytest.mark.parametrize("case", FUNCTIONS, ids=lambda case: case[0])
def test_functions(
    talk: Any, ask: Ask, case: tuple[str, tuple[FunctionSpec, ...], dict[str, Any], Calls]
) -> None:
    question, offered, outputs, expected = case
    talk.functions = outputs
    answer = talk.run(ask(question, functions=offered))
    assert [call for turn in talk.called for call in turn] == expected, answer


MATHS = [
    ("Solve 7x - 3 = 25", "x = 4."),
    ("Please solve the equation 5(y + 2) = 3y - 4 for y.", "y = -7."),
    ("What is z if 4z = 10?", "z = 2.5."),
    ("I have to solve 'n/4 + 6 = 9', can you help?", "n = 12."),
    ("Solve a + 9 = 2a", "a = 9."),
    ("x - y = 1 and x + y = 9", "x = 5, y = 4"),
    ("Find p: 0.25p = 1.5", "p = 6."),
    ("3k + 1 = 3k + 2", "no solution"),
    ("Compute 18 * (7 - 2)", "90"),
    ("What is 144 / 12?", "12"),
    ("How much is 19 plus 23?", "42"),
    ("what's 9 minus 14", "-5"),
    ("Calculate 6 multiplied by 7, please.", "42"),
    ("100 divided by 8", "12.5"),
    ("What is 35% of 60?", "21"),
    ("What is 12 percent of 250?", "30"),
    ("3 to the power of 5", "243"),
    ("What is 11 squared?", "121"),
    ("What is the square root of 169?", "13"),
    ("0.7 + 0.1", "0.8"),
    ("What is 3^40?", "12157665459056928801"),
    ("2 + 3 * 4 - 10 / 5", "12"),
    ("Thanks! Now evaluate (1 + 2) * (3 + 4).", "21"),
    ("What is 8 * 9, and what is 8 + 9?", "72"),
    ("10 / 4 = ?", "2.5"),
]


@pytest.mark.parametrize(("question", "expected"), MATHS)
def test_maths(talk: Any, ask: Ask, question: str, expected: str) -> None:
    answer = talk.run(ask(question, code_interpreter=True))
    assert isinstance(talk.turns[0], RunCode), answer
    assert expected in answer


ZOO = """# City Zoo

The zoo opens at 8:30 and closes at 17:45. Tickets cost 18 francs; children under six enter free.
The oldest animal is a tortoise named Bertha, who is 112 years old. Penguins are fed at noon, while
sea lions are fed at 15:00.

## Parking
There are 240 spaces behind the north gate. The fee is 4 francs per hour.
"""
PARTS = "part,weight,supplier\nFlange,12 kg,Weber\nGasket,90 g,Lindt\nImpeller,4.5 kg,Orsini\n"
LEASE = "Tenant: Ida Brun\nLandlord: Otto Keller\nRent: 1,850 per month\nDeposit: 5,550\nFloor: 3\n"
SHIP = (
    "The vessel Aurora was built in 1931 in Gdansk. Its captain is Lena Holm. It carries 64 "
    "passengers and a crew of 21. The engine was replaced in 1988."
)
MANUAL = """Q: How do I clean the filter?
A: Rinse it with warm water once a month.

Q: What does the blinking lamp mean?
A: The water tank is empty.
"""

FILES: list[tuple[str, str, list[str], list[str]]] = [
    (ZOO, "When does the zoo close?", ["17:45"], ["240"]),
    (ZOO, "How much do tickets cost?", ["18 francs"], ["240", "112"]),
    (ZOO, "What is the name of the tortoise?", ["Bertha"], ["17:45"]),
    (ZOO, "When are the penguins fed?", ["noon"], ["15:00"]),
    (ZOO, "When are sea lions fed?", ["15:00"], ["noon"]),
    (ZOO, "How many parking spaces are there?", ["240"], ["112"]),
    (ZOO, "What is the fee for parking?", ["4 francs"], ["18"]),
    (PARTS, "What is the weight of the Gasket?", ["90 g"], ["4.5", "12 kg"]),
    (PARTS, "Who is the supplier of the Impeller?", ["Orsini"], ["Weber", "Lindt"]),
    (PARTS, "Which part does the supplier Weber make?", ["Flange"], ["Gasket"]),
    (PARTS, "What are the weights of the Flange and the Impeller?", ["12 kg", "4.5 kg"], ["90"]),
    (LEASE, "Who is the landlord?", ["Otto Keller"], ["Ida"]),
    (LEASE, "How high is the deposit?", ["5,550"], ["1,850"]),
    (LEASE, "What is the rent per month?", ["1,850"], ["5,550"]),
    (LEASE, "Who is the tenant and what is the deposit?", ["Ida Brun", "5,550"], ["Otto"]),
    (SHIP, "When was the Aurora built?", ["1931"], ["1988"]),
    (SHIP, "Who is the captain of the Aurora?", ["Lena Holm"], ["64"]),
    (SHIP, "How many passengers does it carry?", ["64"], ["1931"]),
    (SHIP, "When was the engine replaced?", ["1988"], ["1931"]),
    (MANUAL, "How can I clean the filter?", ["warm water"], ["tank"]),
    (MANUAL, "What does it mean when the lamp is blinking?", ["tank is empty"], ["Rinse"]),
    ("Банан имеет код 673457. Яблоко имеет код 442345.", "Какой код у банана?", ["673457"], []),
    ("香蕉的代码是673457。苹果的代码是442345。", "香蕉的代码是什么？", ["673457"], ["442345"]),
    ("Le code de l'école est 5521. Elle ferme à midi.", "Quel est le code de l'école ?",
     ["5521"], ["midi"]),
]  # fmt: skip


@pytest.mark.parametrize("case", FILES, ids=lambda case: case[1])
def test_files(talk: Any, ask: Ask, case: tuple[str, str, list[str], list[str]]) -> None:
    content, question, present, absent = case
    talk.files = {"file.txt": content}
    answer = talk.run(ask(question, file_search=True))
    assert all(each in answer for each in present), answer
    assert not any(each in answer for each in absent), answer
    last = talk.turns[-1]
    assert isinstance(last, Answer)
    assert {segment.citation for segment in last.segments} == {0}


NOT_MATHS = [
    "10 - 4 raised to the 2.7",
    "12 + 5 dozen",
    "10 - 4 choose 2",
    "What is 17 modulo 5 times the golden ratio?",
    "What is 3 plus 4 in binary?",
    "What is 6 * 7 rounded to the nearest ten?",
    "Solve x^2 - 5x + 6 = 0",
    "What is the derivative of 3x + 2?",
    "What is the sum of 2 + 2 and 3 + 3, doubled?",
    "If I have 12 apples and eat 5, how many are left?",
    "What is 20% more than 50?",
    "Solve 2x + 3y = 12",
    "What is 5 factorial minus 100?",
    "What is 40 + 10%?",
    "Is 7 + 5 prime?",
    "Compute the integral of x from 0 to 4 * 2",
    "Solve 3x + 2 > 11",
    "What is minus 5 squared plus the cube of 2?",
    "Take 8, add 4 and divide by 3",
    "What is half of 3 + 5?",
    "Twenty plus twelve?",
]


@pytest.mark.parametrize("question", NOT_MATHS)
def test_mathematics_that_is_not_understood_whole(talk: Any, ask: Ask, question: str) -> None:
    answer = talk.run(ask(question, code_interpreter=True))
    assert [type(turn) for turn in talk.turns] == [Answer]
    assert "linear equations" in answer
    assert not any(each in answer for each in ("6", "17", "2.", "= ", "42", "7 ")), answer


WEATHER = offer("get_weather", "Gets the weather in a city", ["city"], city="The city")
CITY_POPULATION = offer("get_population", "Gets the population of a city", ["city"], city="City")
STOCK = offer(
    "get_stock_price", "Gets the stock price of a company", ["company"], company="Company"
)
TEMPERATURE = offer("get_temperature", "Gets the temperature of the sensor", [])
MAIL = offer("send_email", "Sends an email", ["to", "body"], to="Recipient", body="The text")

CANNOT: list[tuple[str, tuple[FunctionSpec, ...], Calls, str]] = [
    ("Who won the race?", (WEATHER, STOCK), [], "cannot"),
    ("Write a poem about Seattle", (WEATHER,), [], "cannot"),
    ("What is the CEO of Apple called?", (STOCK,), [], "cannot"),
    ("Delete the email to Bob", (MAIL,), [], "cannot"),
    ("Do not send an email to bob@example.com", (MAIL,), [], "cannot"),
    ("What's the weather?", (WEATHER,), [], "city"),
    ("What's the weather like tomorrow?", (WEATHER,), [], "city"),
    ("Send an email to bob@example.com", (MAIL,), [], "body"),
    ("Give me the stock price", (STOCK, WEATHER), [], "company"),
    (
        "What is the weather in Seattle and who is its mayor?",
        (WEATHER,),
        [("get_weather", {"city": "Seattle"})],
        "cannot",
    ),
    (
        "stock price of Apple and CEO of Apple",
        (STOCK,),
        [("get_stock_price", {"company": "Apple"})],
        "CEO of Apple",
    ),
    (
        "weather in Seattle and population of Seattle",
        (WEATHER, CITY_POPULATION),
        [("get_weather", {"city": "Seattle"}), ("get_population", {"city": "Seattle"})],
        "Seattle",
    ),
    (
        "What is the temperature of the sensor and what is the weather there?",
        (TEMPERATURE, WEATHER),
        [("get_temperature", {})],
        "city",
    ),
    (
        "weather in Oslo or the stock price of Microsoft?",
        (WEATHER, STOCK),
        [("get_weather", {"city": "Oslo"}), ("get_stock_price", {"company": "Microsoft"})],
        "Microsoft",
    ),
    (
        "Don't tell me the weather in Oslo, but the stock price of Apple",
        (WEATHER, STOCK),
        [("get_stock_price", {"company": "Apple"})],
        "cannot",
    ),
    ("Please do not call for the weather in Oslo.", (WEATHER,), [], "cannot"),
    (
        "weather in Oslo and the price of tea in China",
        (WEATHER,),
        [("get_weather", {"city": "Oslo"})],
        "price of tea",
    ),
]


@pytest.mark.parametrize("case", CANNOT, ids=lambda case: case[0])
def test_what_no_function_does_is_said(
    talk: Any, ask: Ask, case: tuple[str, tuple[FunctionSpec, ...], Calls, str]
) -> None:
    question, offered, expected, said = case
    talk.functions = {"get_population": 737015, "get_temperature": 21.5}
    answer = talk.run(ask(question, functions=offered))
    assert [call for turn in talk.called for call in turn] == expected, answer
    assert said in answer


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ("code_interpreter", "no code interpreter"),
        ("file_search", "no file search"),
        ("get_weather", "no function get_weather"),
        ("required", "no tools"),
    ],
)
def test_a_tool_the_run_does_not_have_is_never_used(
    talk: Any, ask: Ask, choice: str, said: str
) -> None:
    answer = talk.run(ask("What is 2 + 2?", tool_choice=choice))
    assert [type(turn) for turn in talk.turns] == [Answer]
    assert said in answer
    assert "4" not in answer
