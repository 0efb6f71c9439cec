"""Which functions are called, with what, and in which order."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from attrs import field, frozen

from openai_assistants_service.models.builtin import (
    Answer,
    Conversation,
    FunctionSpec,
    Utterance,
    plan,
)

Ask = Callable[..., Conversation]
Calls = list[tuple[str, dict[str, Any]]]
TEXT = {"type": "string"}
NUMBER = {"type": "number"}
INTEGER = {"type": "integer"}
YES_OR_NO = {"type": "boolean"}


def offer(
    name: str, description: str, required: Mapping[str, Any], **optional: Any
) -> FunctionSpec:
    """A function with these required and optional parameters."""
    properties = {**required, **optional}
    schema = {"type": "object", "properties": properties, "required": list(required)}
    return FunctionSpec(name, description, schema)


def text(description: str) -> dict[str, str]:
    return {"type": "string", "description": description}


def whole(description: str) -> dict[str, str]:
    return {"type": "integer", "description": description}


def one_of(*choices: str) -> dict[str, Any]:
    return {"type": "string", "enum": list(choices)}


def many(items: Mapping[str, Any], description: str = "") -> dict[str, Any]:
    return {"type": "array", "items": dict(items), "description": description}


CONVERT = offer(
    "convert_currency",
    "Convert an amount from one currency to another",
    {
        "amount": {"type": "number", "description": "Amount to convert"},
        "from_currency": text("Source currency code, e.g. USD"),
        "to_currency": text("Target currency code, e.g. EUR"),
    },
)
LIGHTS = (
    offer("get_light_state", "Get the state of a light in a room", {"room": text("The room")}),
    offer(
        "set_light",
        "Turn a light on or off",
        {"room": text("The room"), "on": YES_OR_NO},
        brightness=whole("Brightness in percent"),
    ),
)
ORDERS = (
    offer("get_current_user", "Returns the ID of the current user", {}),
    offer("get_orders", "Lists the orders of a user", {"user_id": text("ID of the user")}),
    offer("get_order_status", "Gets the status of an order", {"order_id": text("The order id")}),
    offer("cancel_order", "Cancels an order", {"order_id": text("The order id")}),
)
FLIGHTS = offer(
    "search_flights",
    "Search for flights",
    {
        "origin": text("Departure airport"),
        "destination": text("Arrival airport"),
        "date": {"type": "string", "format": "date"},
    },
    passengers=INTEGER,
    cabin_class=one_of("economy", "premium_economy", "business", "first"),
    nonstop={"type": "boolean", "description": "only direct flights"},
)
MAIL = offer(
    "send_email",
    "Send an email",
    {"to": text("Recipient email address"), "body": text("Body of the message")},
    subject=text("Subject line"),
)
PRODUCTS = offer(
    "search_products",
    "Search the product catalog",
    {"query": text("Search terms")},
    max_price={"type": "number", "description": "Maximum price"},
    category=one_of("electronics", "clothing", "books"),
    in_stock={"type": "boolean", "description": "Only items in stock"},
    limit=whole("Max results"),
)
STOCK = offer("get_stock_price", "Get the stock price", {"symbol": text("Ticker, e.g. AAPL")})
TIME = offer("get_time", "Get the current time in a place", {"location": text("The place")})
REGISTER = offer(
    "register_user",
    "Register a new user",
    {
        "name": text("Full name"),
        "age": whole("Age"),
        "email": text("Email address"),
        "address": {
            "type": "object",
            "properties": {"street": TEXT, "town": TEXT},
            "required": ["street", "town"],
        },
    },
)
TRANSLATE = offer("translate_text", "Translate text", {"text": TEXT, "language": TEXT})
SHOPPING = offer(
    "order_items",
    "Order items from the shop",
    {
        "items": many(
            {
                "type": "object",
                "properties": {"product": TEXT, "quantity": INTEGER},
                "required": ["product", "quantity"],
            }
        )
    },
)


@frozen
class Case:
    """A question, what is offered, and the calls expected, all in the order they are made."""

    question: str
    offered: tuple[FunctionSpec, ...]
    calls: Calls
    outputs: dict[str, Any] = field(factory=dict[str, Any])


def one(question: str, offered: FunctionSpec, **arguments: Any) -> Case:
    """A question that needs one call of the only function."""
    return Case(question, (offered,), [(offered.name, arguments)])


CASES = [
    one("Convert 100 USD to EUR", CONVERT, amount=100, from_currency="USD", to_currency="EUR"),
    Case(
        "Convert 100 USD to EUR and GBP",
        (CONVERT,),
        [
            ("convert_currency", {"amount": 100, "from_currency": "USD", "to_currency": "EUR"}),
            ("convert_currency", {"amount": 100, "from_currency": "USD", "to_currency": "GBP"}),
        ],
    ),
    one(
        "Book a table for 4 people on Friday at 7pm",
        offer(
            "book_table",
            "Book a table at the restaurant",
            {"party_size": whole("Number of people"), "date": TEXT, "time": TEXT},
            notes=text("Special requests"),
        ),
        party_size=4,
        date="Friday",
        time="7pm",
    ),
    Case("Turn on the kitchen light", LIGHTS, [("set_light", {"room": "kitchen", "on": True})]),
    Case(
        "Turn on the kitchen light and turn off the light in the living room",
        LIGHTS,
        [
            ("set_light", {"room": "kitchen", "on": True}),
            ("set_light", {"room": "living room", "on": False}),
        ],
    ),
    Case(
        "Compare the populations of France and Japan",
        (offer("get_population", "Get the population of a country", {"country": TEXT}),),
        [("get_population", {"country": "France"}), ("get_population", {"country": "Japan"})],
        {"get_population": {"population": 1}},
    ),
    one("Send an email to bob@example.com saying hi", MAIL, to="bob@example.com", body="hi"),
    one(
        "What's 15% tip on $48.50?",
        offer(
            "calculate_tip", "Calculate the tip for a bill", {"bill": NUMBER, "percentage": NUMBER}
        ),
        bill=48.5,
        percentage=15,
    ),
    Case(
        "What's the status of my orders?",
        ORDERS,
        [
            ("get_current_user", {}),
            ("get_orders", {"user_id": "u42"}),
            ("get_order_status", {"order_id": "A1"}),
            ("get_order_status", {"order_id": "A2"}),
        ],
        {
            "get_current_user": {"id": "u42", "name": "Ann"},
            "get_orders": [{"id": "A1", "total": 5}, {"id": "A2", "total": 9}],
        },
    ),
    Case(
        "What is the status of order 1001 and 1002?",
        ORDERS,
        [("get_order_status", {"order_id": "1001"}), ("get_order_status", {"order_id": "1002"})],
    ),
    Case("Please cancel order #123", ORDERS, [("cancel_order", {"order_id": "123"})]),
    Case(
        "Who is the manager of Ann?",
        (
            offer("find_employee", "Find an employee by name", {"name": TEXT}),
            offer("get_manager", "Get the manager of an employee", {"employee_id": TEXT}),
        ),
        [("find_employee", {"name": "Ann"}), ("get_manager", {"employee_id": "E7"})],
        {"find_employee": {"employee_id": "E7", "name": "Ann"}, "get_manager": "Zoe"},
    ),
    Case(
        "What's the stock price of MSFT and the time in Tokyo?",
        (STOCK, TIME),
        [("get_stock_price", {"symbol": "MSFT"}), ("get_time", {"location": "Tokyo"})],
    ),
    one(
        "I need a nonstop flight from SFO to JFK on 2025-01-02 in premium economy",
        FLIGHTS,
        origin="SFO",
        destination="JFK",
        date="2025-01-02",
        cabin_class="premium_economy",
        nonstop=True,
    ),
    one(
        "Assign ticket ABC-123 to Maria",
        offer("assign_ticket", "Assign a ticket", {"ticket_id": TEXT, "assignee": text("Person")}),
        ticket_id="ABC-123",
        assignee="Maria",
    ),
    one(
        "Set the thermostat to 21.5 degrees",
        offer("set_thermostat", "Set the thermostat", {"value": NUMBER}),
        value=21.5,
    ),
    one(
        "Is 97 a prime number?",
        offer("is_prime", "Check whether a number is prime", {"n": INTEGER}),
        n=97,
    ),
    Case(
        "Give me the order status for customer john.doe@example.com",
        (
            offer("find_customer", "Find a customer by email", {"email": TEXT}),
            offer("get_latest_order", "Get the latest order of a customer", {"customer_id": TEXT}),
            offer("get_order_status", "Get status of an order", {"order_id": TEXT}),
        ),
        [
            ("find_customer", {"email": "john.doe@example.com"}),
            ("get_latest_order", {"customer_id": "C5"}),
            ("get_order_status", {"order_id": "O9"}),
        ],
        {"find_customer": {"customer_id": "C5"}, "get_latest_order": {"order_id": "O9"}},
    ),
    Case(
        "Don't cancel my subscription, just show it",
        (
            offer("cancel_subscription", "Cancel the user's subscription", {}),
            offer("get_subscription", "Get the user's subscription", {}),
        ),
        [("get_subscription", {})],
    ),
    one(
        "Show sales for Q3 2023 in Europe grouped by product",
        offer(
            "query_sales",
            "Query sales figures",
            {"quarter": one_of("Q1", "Q2", "Q3", "Q4"), "year": whole("Year")},
            region=one_of("Europe", "Asia"),
            group_by=one_of("product", "region"),
        ),
        quarter="Q3",
        year=2023,
        region="Europe",
        group_by="product",
    ),
    one(
        "Restart the web-01 server",
        offer("restart_server", "Restart a server", {"server_name": TEXT}),
        server_name="web-01",
    ),
    one(
        "Translate 'Where is the library?' into Italian",
        offer("translate", "Translate a text", {"text": TEXT, "language": TEXT}),
        text="Where is the library?",
        language="Italian",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.question)
def test_calls(talk: Any, ask: Ask, case: Case) -> None:
    talk.functions = case.outputs
    answer = talk.run(ask(case.question, functions=case.offered))
    assert [call for turn in talk.called for call in turn] == case.calls, answer


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.question)
def test_one_call_at_a_time(talk: Any, ask: Ask, case: Case) -> None:
    talk.functions = case.outputs
    talk.run(ask(case.question, functions=case.offered, parallel=False))
    assert [call for turn in talk.called for call in turn] == case.calls
    assert all(len(turn) == 1 for turn in talk.called)


@pytest.mark.parametrize(
    ("question", "offered"),
    [
        ("Tell me a joke", LIGHTS),
        ("What is the capital of France?", (STOCK, TIME)),
        ("Delete order 5", (offer("create_order", "Create an order", {"item": TEXT}),)),
        ("Book a flight to Paris", (offer("book_table", "Book a table", {"restaurant": TEXT}),)),
        ("Did I get an email?", (MAIL,)),
        ("Hello!", ORDERS),
        ("Thanks, that's all!", ORDERS),
        ("Who are you?", (CONVERT,)),
        ("How much is 250.50 GBP in JPY?", (CONVERT,)),
        ("How do you say thank you in Spanish?", (TRANSLATE,)),
        ("Is the light in the kitchen on?", LIGHTS),
        ("Tell Alice that I'm late", (MAIL,)),
    ],
)
def test_none_fits(talk: Any, ask: Ask, question: str, offered: tuple[FunctionSpec, ...]) -> None:
    answer = talk.run(ask(question, functions=offered))
    assert talk.called == []
    assert "stand-in" in answer


def test_what_is_missing_is_asked_for(talk: Any, ask: Ask) -> None:
    answer = talk.run(ask("Find flights from London", functions=(FLIGHTS,)))
    assert talk.called == []
    assert "destination" in answer
    assert "date" in answer
    assert "origin" not in answer


class TestToolChoice:
    """The caller may forbid, require or name a tool."""

    def test_none(self, talk: Any, ask: Ask) -> None:
        answer = talk.run(
            ask("Is the light in the kitchen on?", functions=LIGHTS, tool_choice="none")
        )
        assert talk.called == []
        assert "no tools" in answer

    def test_required_calls_something_that_obeys_its_schema(self, talk: Any, ask: Ask) -> None:
        talk.run(ask("Good morning", functions=(CONVERT,), tool_choice="required"))
        ((name, arguments),) = talk.called[0]
        assert name == "convert_currency"
        assert set(arguments) == {"amount", "from_currency", "to_currency"}
        assert isinstance(arguments["amount"], int | float)

    def test_required_prefers_what_fits(self, talk: Any, ask: Ask) -> None:
        talk.run(ask("What time is it in Rome?", functions=(STOCK, TIME), tool_choice="required"))
        assert talk.called == [[("get_time", {"location": "Rome"})]]

    def test_named(self, talk: Any, ask: Ask) -> None:
        question = "What time is it in Rome?"
        talk.run(ask(question, functions=(STOCK, TIME), tool_choice="get_stock_price"))
        assert [[name for name, _ in turn] for turn in talk.called] == [["get_stock_price"]]


class TestAnswers:
    """What the outputs are turned into."""

    def reply(
        self, talk: Any, ask: Ask, output: Any, question: str = "What time is it in Rome?"
    ) -> str:
        talk.functions = {"get_time": output}
        return str(talk.run(ask(question, functions=(TIME,))))

    def test_text(self, talk: Any, ask: Ask) -> None:
        assert self.reply(talk, ask, "10:30") == "The time for Rome is 10:30."

    def test_object(self, talk: Any, ask: Ask) -> None:
        answer = self.reply(talk, ask, {"hour": 10, "zone": {"name": "CET"}, "summer": False})
        assert answer == "The time for Rome is hour 10, zone name CET, summer no."

    def test_only_field(self, talk: Any, ask: Ask) -> None:
        assert self.reply(talk, ask, {"time": "10:30"}) == "The time for Rome is 10:30."

    def test_list(self, talk: Any, ask: Ask) -> None:
        assert "10, 11 and 12" in self.reply(talk, ask, [10, 11, 12])

    @pytest.mark.parametrize("output", [{"error": "no such place"}, "Error: no such place"])
    def test_error(self, talk: Any, ask: Ask, output: Any) -> None:
        answer = self.reply(talk, ask, output)
        assert answer == "get_time for Rome reported an error: no such place."

    def test_nothing(self, talk: Any, ask: Ask) -> None:
        assert self.reply(talk, ask, "") == "There is no time for Rome."


class TestChains:
    """Results feed later calls, and failures end them."""

    def test_failed_provider_is_not_used(self, talk: Any, ask: Ask) -> None:
        talk.functions = {"get_current_user": {"error": "not signed in"}}
        answer = talk.run(ask("Show my orders", functions=ORDERS))
        assert talk.called == [[("get_current_user", {})]]
        assert "not signed in" in answer
        assert "user_id" in answer

    def test_never_the_same_call_twice(self, talk: Any, ask: Ask) -> None:
        talk.functions = {"get_time": ""}
        talk.run(ask("What time is it in Rome, in Rome?", functions=(TIME,)))
        assert talk.called == [[("get_time", {"location": "Rome"})]]

    def test_functions_that_need_each_other_end(self, talk: Any, ask: Ask) -> None:
        ring = (
            offer("get_owner", "Get the owner of a car", {"car_id": TEXT}),
            offer("get_car", "Get the car of an owner", {"owner_id": TEXT}),
        )
        talk.run(ask("Who is the owner of the car?", functions=ring))
        assert len(talk.turns) < 6


def test_a_question_that_goes_on(talk: Any) -> None:
    messages = (
        Utterance("user", "What time is it in Paris?"),
        Utterance("assistant", "10:30"),
        Utterance("user", "And in Rome?"),
    )
    talk.run(Conversation(None, messages, functions=(TIME,)))
    assert talk.called == [[("get_time", {"location": "Rome"})]]


def test_functions_and_code_in_one_question(talk: Any, ask: Ask) -> None:
    talk.functions = {"get_time": "10:30"}
    question = "What time is it in Rome and what is 12 * 7?"
    answer = talk.run(ask(question, functions=(TIME,), code_interpreter=True))
    assert "10:30" in answer
    assert "84" in answer


def test_maths_is_not_for_functions(talk: Any, ask: Ask) -> None:
    answer = talk.run(ask("What is 12 times 7?", functions=(TIME,), code_interpreter=True))
    assert talk.called == []
    assert "84" in answer


def test_references_and_nullable_types(talk: Any, ask: Ask) -> None:
    schema = {
        "type": "object",
        "properties": {
            "place": {"$ref": "#/$defs/Place"},
            "unit": {"anyOf": [{"type": "null"}, {"enum": ["metric", "imperial"]}]},
            "days": {"type": ["integer", "null"]},
        },
        "required": ["place"],
        "$defs": {"Place": {"type": "string"}},
    }
    offered = (FunctionSpec("get_tides", "Get the tides at a place for some days", schema),)
    talk.run(ask("Tides in Brest for 3 days in metric units", functions=offered))
    assert talk.called == [[("get_tides", {"place": "Brest", "unit": "metric", "days": 3})]]


def test_nothing_said_and_nothing_offered() -> None:
    turn = plan(Conversation(None, ()))
    assert isinstance(turn, Answer)
    assert turn.text
