"""Any Python value in a body, a query or a form is sent as the JSON that it is, or refused."""

import json
import math
import re
from collections import OrderedDict, UserDict, deque
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from email import message_from_bytes
from email.policy import HTTP
from enum import Enum, IntEnum, StrEnum
from fractions import Fraction
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any
from unittest.mock import MagicMock
from urllib.parse import parse_qsl, urlsplit
from uuid import UUID

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from pydantic import BaseModel, Field
from tests.support.client.wire import Answer, Wire

from openai_assistants import NOT_GIVEN, AssistantsClient, CompatibleEndpoint
from openai_assistants_core import CallOptions, NotGiven, Operation
from openai_assistants_rest import OPERATIONS
from openai_assistants_rest.models import FunctionTool, Text

BASE = "http://127.0.0.1:1/v1"


def foreign(name: str) -> object:
    """A sentinel of the openai package, which is known by its class: that package is not here."""
    kind = type(name, (), {"__module__": "openai", "__bool__": lambda _: False})
    made: object = kind()
    return made


class Markup(str):
    """A string with a repr and a str of its own, as markupsafe and bs4 have them."""

    def __str__(self) -> str:
        return "not what it says"

    __repr__ = __str__


class Count(int):
    """An integer with a repr of its own."""

    def __repr__(self) -> str:
        return "Count"

    __str__ = __repr__


class Float64(float):
    """A float with a repr of its own, as numpy has one."""

    def __repr__(self) -> str:
        return "np.float64(…)"

    __str__ = __repr__


class Colour(StrEnum):
    RED = "red"


class Level(IntEnum):
    HIGH = 3


class Plain(Enum):
    ONE = 1


class Bag:
    """An iterable that is nothing else."""

    def __init__(self, items: list[Any]) -> None:
        self.items = items

    def __iter__(self) -> Any:
        return iter(self.items)


class Dumped:
    """Something that can say what it is, as `to_dict` of azure's models does."""

    def __init__(self, fields: Mapping[str, Any]) -> None:
        self.fields = fields

    def to_dict(self) -> Mapping[str, Any]:
        return self.fields


class FirstPydantic:
    """A model as pydantic 1 makes them: it iterates over the pairs of its fields."""

    __fields__: Mapping[str, Any] = MappingProxyType({"type": None})

    def __iter__(self) -> Any:
        return iter([("type", "function")])


class Pydantic(BaseModel):
    when: date = date(2024, 1, 2)
    name: str = "left out, for it is not set"
    kind: Any = Field(default=None, alias="type")


@attrs.frozen
class Case:
    """A value, and what it has to come to.

    Attributes:
        make: makes it, for some can be read only once.
        json: what it is as JSON; MISSING, nothing.
        refused: the path of what is not JSON in it; None if all is.
    """

    make: Callable[[], Any]
    json: Any = None
    refused: str | None = None


MISSING = object()


def always(value: Any, json: Any = None, refused: str | None = None) -> Case:
    """A value that can be read again and again."""
    return Case(lambda: value, json, refused)


SCALARS = [
    *(always(value, value) for value in (None, True, 0, -5, 2**70, 0.5, "", "é\n", "]")),
    Case(lambda: Markup("<b>"), "<b>"),
    Case(lambda: Count(7), 7),
    Case(lambda: Float64(0.25), 0.25),
    Case(lambda: Colour.RED, "red"),
    Case(lambda: Level.HIGH, 3),
    Case(lambda: "\ud800", "\ud800"),
    Case(
        lambda: FunctionTool.decode({"type": "function", "zz": [1]}),
        {"type": "function", "zz": [1]},
    ),
    Case(lambda: Pydantic.model_validate({"type": date(2024, 5, 6)}), {"type": "2024-05-06"}),
    *(
        always(sentinel, MISSING)
        for sentinel in (NOT_GIVEN, NotGiven(), foreign("NotGiven"), foreign("Omit"))
    ),
]

REFUSED = [
    *(
        always(value, refused="")
        for value in (
            b"bytes",
            bytearray(b"bytes"),
            memoryview(b"bytes"),
            math.nan,
            math.inf,
            -math.inf,
            Float64("nan"),
            10**5000,
            1j,
            Decimal("0.1"),
            Fraction(1, 3),
            datetime(2024, 1, 1, tzinfo=UTC),
            date(2024, 1, 1),
            timedelta(seconds=5),
            UUID(int=1),
            PurePosixPath("/a"),
            Plain.ONE,
            Plain,
            Pydantic,
            object(),
            print,
            ...,
            NotImplemented,
            foreign("Other"),
            type("NotGiven", (), {"__module__": "elsewhere"})(),
            MagicMock(),
            FirstPydantic(),
        )
    ),
    Case(lambda: Text(value="hi", annotations=[b""]), refused=".annotations[0]"),  # type: ignore[list-item]
    Case(lambda: {1: "a number is no name"}, refused=""),
    Case(lambda: {None: 1}, refused=""),
    Case(lambda: {b"a": 1}, refused=""),
]


def as_list(kind: Callable[[list[Any]], Any], items: list[Case]) -> Case:
    """An iterable of some cases."""
    wrong = [f"[{n}]{one.refused}" for n, one in enumerate(items) if one.refused is not None]
    kept = [one.json for one in items if one.json is not MISSING]
    return Case(lambda: kind([one.make() for one in items]), kept, wrong[0] if wrong else None)


def as_object(kind: Callable[[dict[str, Any]], Any], fields: dict[str, Case]) -> Case:
    """A mapping of some cases."""
    wrong = [f".{key}{one.refused}" for key, one in fields.items() if one.refused is not None]
    kept = {str.__str__(key): one.json for key, one in fields.items() if one.json is not MISSING}
    return Case(
        lambda: kind({key: one.make() for key, one in fields.items()}),
        kept,
        wrong[0] if wrong else None,
    )


LISTS: list[Callable[[list[Any]], Any]] = [
    list,
    tuple,
    deque,
    iter,
    Bag,
    lambda items: (item for item in items),
    lambda items: map(lambda case: case, items),  # noqa: C417 - a map it has to be
    lambda items: dict(enumerate(items)).values(),
]
OBJECTS: list[Callable[[dict[str, Any]], Any]] = [
    dict,
    OrderedDict,
    UserDict,
    MappingProxyType,
    Dumped,
    lambda fields: {Markup(key): value for key, value in fields.items()},
]
NAMES = st.sampled_from(["a", "b", "type", "metadata"])
CASES = st.recursive(
    st.sampled_from(SCALARS) | st.sampled_from(SCALARS) | st.sampled_from(REFUSED),
    lambda inner: (
        st.builds(as_list, st.sampled_from(LISTS), st.lists(inner, max_size=3))
        | st.builds(as_object, st.sampled_from(OBJECTS), st.dictionaries(NAMES, inner, max_size=3))
    ),
    max_leaves=6,
)


def client_of(wire: Wire) -> AssistantsClient:
    return AssistantsClient(CompatibleEndpoint(BASE), http_client=wire.http())


def pairs(name: str, value: Any) -> list[tuple[str, str]]:
    """The pairs of a query, from the JSON that a value is."""
    if value is None or value is MISSING:
        return []
    if isinstance(value, dict):
        return [pair for key, one in value.items() for pair in pairs(f"{name}[{key}]", one)]
    if isinstance(value, list):
        return [pair for one in value for pair in pairs(name, one)]
    return [(name, value if isinstance(value, str) else json.dumps(value))]


def call(wire: Wire, operation: Operation[Any], **given: Any) -> None:
    """Calls an operation with this query or body."""
    path = tuple("id_1" for _ in operation.path_params)
    client = client_of(wire)
    client._transport.call(operation, operation.request(path, **given))


JSON_BODIES = [one for one in OPERATIONS.values() if one.media == "application/json"]
QUERIES = [one for one in OPERATIONS.values() if one.query]
TAKING_FUNCTIONS: list[Callable[[AssistantsClient, Any], Any]] = [
    lambda client, tools: client.assistants.create(model="m", tools=tools),
    lambda client, tools: client.assistants.update("asst_1", tools=tools),
    lambda client, tools: client.threads.runs.create("thread_1", assistant_id="a", tools=tools),
    lambda client, tools: client.threads.create_and_run(assistant_id="a", tools=tools),
]
"""The methods that look into an argument before the request is made."""


@given(st.sampled_from(JSON_BODIES), CASES, st.booleans())
def test_a_body_is_the_json_that_was_given_or_is_refused(
    operation: Operation[Any], case: Case, extra: bool
) -> None:
    wire = Wire(Answer(body={}))
    body = {"field": case.make()}
    given = {"options": CallOptions(extra_body=body)} if extra else {"body": body}
    if case.refused is None:
        call(wire, operation, **given)
        assert wire.last.json == ({} if case.json is MISSING else {"field": case.json})
        return
    with pytest.raises(TypeError) as caught:
        call(wire, operation, **given)
    assert f"'field{case.refused}'" in str(caught.value)
    assert not wire.sent


@given(st.sampled_from(TAKING_FUNCTIONS), CASES)
def test_tools_are_the_json_that_was_given_or_are_refused(
    method: Callable[[AssistantsClient, Any], Any], case: Case
) -> None:
    """A list of them is looked through for functions; what is no list is not made one."""
    wire = Wire(Answer(body={}))
    if case.refused is None:
        method(client_of(wire), case.make())
        assert wire.last.json.get("tools", MISSING) == case.json
        return
    with pytest.raises(TypeError):
        method(client_of(wire), case.make())
    assert not wire.sent


@given(st.sampled_from(QUERIES), CASES, st.sampled_from(["own", "extra", "default"]))
def test_a_query_is_the_text_that_was_given_or_is_refused(
    operation: Operation[Any], case: Case, way: str
) -> None:
    wire = Wire(Answer(body={"data": []}))
    python, name = next(iter(operation.query.items()))

    def act() -> None:
        if way == "default":
            path = tuple("id_1" for _ in operation.path_params)
            client = client_of(wire).with_options(default_query={name: case.make()})
            client._transport.call(operation, operation.request(path))
        elif way == "extra":
            call(wire, operation, options=CallOptions(extra_query={name: case.make()}))
        else:
            call(wire, operation, query={python: case.make()})

    expected = pairs(name, case.json)
    if case.refused is not None:
        with pytest.raises(TypeError) as caught:
            act()
        assert f"'{python if way == 'own' else name}{case.refused}'" in str(caught.value)
        assert not wire.sent
    elif any("\ud800" in text for _, text in expected):
        with pytest.raises(ValueError, match="no URL can carry"):
            act()
        assert not wire.sent
    else:
        act()
        query = parse_qsl(urlsplit(wire.last.url).query, keep_blank_values=True)
        assert query == expected


SENTINELS = ["NotGiven", "Omit"]


@pytest.mark.parametrize("name", SENTINELS)
def test_a_sentinel_of_the_openai_package_is_not_sent(name: str) -> None:
    wire = Wire(Answer(body={"data": []}))
    sentinel: Any = foreign(name)
    client = AssistantsClient(
        CompatibleEndpoint(BASE),
        http_client=wire.http(),
        timeout=sentinel,
        max_retries=sentinel,
        default_headers={"user-agent": sentinel},
        default_query=sentinel,
    ).with_options(timeout=sentinel, default_headers=sentinel, api_version=sentinel)
    client.threads.messages.list("thread_1", run_id=sentinel, limit=2, timeout=sentinel)
    assert wire.last.url == f"{BASE}/threads/thread_1/messages?limit=2"
    assert "openai-assistants" not in wire.last.headers["user-agent"]
    client.threads.create(
        metadata=sentinel,
        messages=[{"role": "user", "content": "Hi", "attachments": sentinel}],
        extra_headers=sentinel,
        extra_query=sentinel,
        extra_body=sentinel,
    )
    assert wire.last.json == {"messages": [{"role": "user", "content": "Hi"}]}


@pytest.mark.parametrize("name", SENTINELS)
def test_a_sentinel_of_the_openai_package_leaves_times_as_they_are(name: str) -> None:
    run = {"id": "run_1", "object": "thread.run", "thread_id": "thread_1"}
    pending, ended = ({**run, "status": status} for status in ("queued", "completed"))
    after = {"openai-poll-after-ms": "1"}
    wire = Wire(Answer(body=pending), Answer(body=pending, headers=after), Answer(body=ended))
    sentinel: Any = foreign(name)
    polled = client_of(wire).threads.runs.create_and_poll(
        thread_id="thread_1",
        assistant_id="asst_1",
        instructions=sentinel,
        poll_interval_ms=sentinel,
        deadline=sentinel,
        timeout=sentinel,
    )
    assert polled.status == "completed"
    assert wire.sent[0].json == {"assistant_id": "asst_1"}


def test_an_iterator_in_a_query_is_read_once_for_all_pages_and_attempts() -> None:
    page = {"data": [{"id": "step_1"}], "has_more": True}
    wire = Wire(Answer(500), Answer(body=page), Answer(body={"data": []}))
    include: Any = iter(["a", "b"])
    client = client_of(wire)
    client._transport = replace(client._transport, sleep=lambda _: None)
    steps = client.threads.runs.steps.list("run_1", thread_id="thread_1", include=include)
    assert len(list(steps)) == 1
    assert [one.url.count("include%5B%5D=") for one in wire.sent] == [2, 2, 2]


def test_a_value_that_contains_itself_is_refused() -> None:
    wire = Wire()
    cycle: list[Any] = []
    cycle.append(cycle)
    with pytest.raises(TypeError, match=r"'metadata'.*contains itself"):
        client_of(wire).threads.create(metadata={"a": cycle})  # type: ignore[dict-item]
    assert not wire.sent


@pytest.mark.parametrize(
    ("name", "value"), [("extra_body", [1]), ("extra_query", "a=b"), ("extra_body", {1: 2})]
)
def test_what_is_added_to_a_call_is_a_mapping_with_names(name: str, value: Any) -> None:
    wire = Wire()
    with pytest.raises(TypeError, match=name):
        client_of(wire).threads.create(**{name: value})
    assert not wire.sent


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"file": ("a\udcff.txt", b"data")}, "the name of 'file'"),
        ({"file": (Path("a\udcff.txt").name, b"data")}, "the name of 'file'"),
        ({"file": ("a", b"data", "text/\udcff")}, "the header 'Content-Type' of 'file'"),
        ({"file": ("a", b"data", None, {"X-A": "\udcff"})}, "the header 'X-A' of 'file'"),
        ({"purpose": "\udcff"}, "'purpose'"),
        ({"extra_body": {"a": {"\udcff": 1}}}, "'a[\\udcff]'"),
    ],
)
def test_a_form_with_a_lone_surrogate_is_refused(fields: dict[str, Any], where: str) -> None:
    wire = Wire()
    given = {"file": b"data", "purpose": "assistants", **fields}
    with pytest.raises(ValueError, match=re.escape(f"{where} has a lone surrogate in it")):
        client_of(wire).files.create(**given)
    assert not wire.sent


@given(CASES)
def test_a_field_of_a_form_is_the_text_that_was_given_or_is_refused(case: Case) -> None:
    wire = Wire()
    expected = pairs("field", case.json)
    surrogate = any("\ud800" in text for _, text in expected)

    def act() -> None:
        extra = {"field": case.make()}
        client_of(wire).files.create(file=b"", purpose="vision", extra_body=extra)

    if case.refused is not None or surrogate:
        with pytest.raises((TypeError, ValueError), match=re.escape(f"'field{case.refused or ''}")):
            act()
        assert not wire.sent
        return
    act()
    head = f"Content-Type: {wire.last.headers['content-type']}\r\n\r\n".encode()
    parts: Any = message_from_bytes(head + wire.last.body, policy=HTTP).get_payload()
    sent = [
        (part.get_param("name", header="content-disposition"), part.get_payload(decode=True))
        for part in parts
    ]
    assert sent == [
        ("purpose", b"vision"),
        *((name, text.encode()) for name, text in expected),
        ("file", b""),
    ]


@pytest.mark.parametrize("name", SENTINELS)
def test_a_sentinel_of_the_openai_package_is_not_sent_in_a_form(name: str) -> None:
    wire = Wire()
    sentinel: Any = foreign(name)
    client_of(wire).files.create(
        file=b"data",
        purpose="assistants",
        expires_after=sentinel,
        extra_body={"a": {"b": sentinel, "c": 1}, "d": sentinel},
    )
    assert re.findall(rb' name="(.*?)"', wire.last.body) == [b"purpose", b"a[c]", b"file"]


@pytest.mark.parametrize("value", [b"bytes", object(), ["a"], Decimal(1), Plain.ONE])
def test_a_header_is_text_or_a_number(value: Any) -> None:
    wire = Wire()
    with pytest.raises(TypeError, match="the header X-Mine must be text or a number"):
        client_of(wire).threads.create(extra_headers={"X-Mine": value})
    assert not wire.sent


def test_the_text_of_a_header_is_not_what_its_class_says() -> None:
    wire = Wire()
    client_of(wire).threads.create(extra_headers={"X-Mine": Markup("a"), "X-Other": 1})  # type: ignore[dict-item]
    assert (wire.last.headers["x-mine"], wire.last.headers["x-other"]) == ("a", "1")
