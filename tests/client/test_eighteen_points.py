"""What differs between providers and versions, point by point, as a client meets it."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from tests.support.client.wire import Answer, Sent, Wire

from openai_assistants import (
    AssistantsClient,
    AzureKeyCredential,
    AzureOpenAIEndpoint,
    AzureOpenAIV1Endpoint,
    BadRequestError,
    CompatibleEndpoint,
    Endpoint,
    FoundryEndpoint,
    NotFoundError,
    OpenAIEndpoint,
    OpenAIKeyCredential,
    RateLimitError,
    ResponseDecodeError,
    StaticTokenCredential,
    UnsupportedOperation,
)
from openai_assistants.testing import FakeClock
from openai_assistants_core import DoneEvent, UnknownEvent, UnknownVariant
from openai_assistants_rest import models
from openai_assistants_rest.events import EVENTS, ErrorEvent, decode_event

RESOURCE = "https://res.openai.azure.com"
PROJECT = "https://res.services.ai.azure.com/api/projects/mine"
OPENAI = OpenAIEndpoint()
OPENAI_V1 = OpenAIEndpoint(beta="assistants=v1")
AZURE = AzureOpenAIEndpoint(RESOURCE)
AZURE_V1 = AzureOpenAIEndpoint(RESOURCE, "2024-02-15-preview")
UNDATED = AzureOpenAIV1Endpoint(RESOURCE)
FOUNDRY = FoundryEndpoint(PROJECT)
LOCAL = CompatibleEndpoint("http://127.0.0.1:1/v1")

Act = Callable[[AssistantsClient], Any]


def client(endpoint: Endpoint, wire: Wire, credential: Any = None) -> AssistantsClient:
    """A client of an endpoint on this network."""
    azure = isinstance(endpoint, AzureOpenAIEndpoint | AzureOpenAIV1Endpoint | FoundryEndpoint)
    key = AzureKeyCredential("k") if azure else OpenAIKeyCredential("k")
    return AssistantsClient(endpoint, credential or key, http_client=wire.http())


def sent(act: Act, endpoint: Endpoint = OPENAI, answer: Any = None, status: int = 200) -> Sent:
    """What a call sends."""
    wire = Wire(Answer(status, {} if answer is None else answer))
    act(client(endpoint, wire))
    return wire.last


def got(act: Act, answer: Any, endpoint: Endpoint = OPENAI) -> Any:
    """What a call brings."""
    return act(client(endpoint, Wire(Answer(200, answer))))


def refused(act: Act, endpoint: Endpoint) -> bool:
    """Whether a call is refused before anything is sent."""
    wire = Wire()
    try:
        act(client(endpoint, wire))
    except UnsupportedOperation:
        assert wire.sent == []
        return True
    return False


def read(client: AssistantsClient) -> Any:
    return client.threads.retrieve("t")


def read_run(client: AssistantsClient) -> Any:
    return client.threads.runs.retrieve("r", thread_id="t")


@pytest.mark.parametrize(
    ("endpoint", "url"),
    [
        (AzureOpenAIEndpoint(RESOURCE), f"{RESOURCE}/openai/threads/t"),
        (AzureOpenAIEndpoint(f"{RESOURCE}/openai/"), f"{RESOURCE}/openai/threads/t"),
        (AzureOpenAIV1Endpoint(RESOURCE), f"{RESOURCE}/openai/v1/threads/t"),
        (AzureOpenAIV1Endpoint(f"{RESOURCE}/openai"), f"{RESOURCE}/openai/v1/threads/t"),
        (AzureOpenAIV1Endpoint(f"{RESOURCE}/openai/v1"), f"{RESOURCE}/openai/v1/threads/t"),
        (OpenAIEndpoint("https://x.example/v1/"), "https://x.example/v1/threads/t"),
        (FOUNDRY, f"{PROJECT}/threads/t"),
    ],
)
def test_point_01_url_join(endpoint: Endpoint, url: str) -> None:
    assert sent(read, endpoint).url.partition("?")[0] == url


def test_point_01_no_deployment_in_the_url() -> None:
    with pytest.raises(ValueError, match="deployment"):
        AzureOpenAIEndpoint(f"{RESOURCE}/openai/deployments/gpt")


def search(client: AssistantsClient) -> Any:
    return client.vector_stores.search("vs", query="x")


def file_text(client: AssistantsClient) -> Any:
    return client.vector_stores.files.content("f", vector_store_id="vs")


def set_attributes(client: AssistantsClient) -> Any:
    return client.vector_stores.files.update("f", vector_store_id="vs", attributes={})


@pytest.mark.parametrize("act", [read, search, file_text, set_attributes])
@pytest.mark.parametrize(
    ("endpoint", "query"),
    [
        (AZURE, "api-version=2025-03-01-preview"),
        (FOUNDRY, "api-version=v1"),
        (UNDATED, ""),
        (AzureOpenAIV1Endpoint(RESOURCE, "preview"), "api-version=preview"),
        (OPENAI, ""),
    ],
)
def test_point_02_api_version(endpoint: Endpoint, query: str, act: Act) -> None:
    """Also on the three operations whose Azure description forgets it."""
    assert sent(act, endpoint).url.partition("?")[2] == query


@pytest.mark.parametrize(
    ("endpoint", "beta"),
    [
        (OPENAI, "assistants=v2"),
        (OPENAI_V1, "assistants=v1"),
        (AZURE, None),
        (UNDATED, None),
        (FOUNDRY, None),
    ],
)
def test_point_03_beta_header(endpoint: Endpoint, beta: str | None) -> None:
    assert sent(read, endpoint).headers.get("openai-beta") == beta
    assert "openai-beta" not in sent(lambda c: c.files.retrieve("f"), endpoint).headers


@pytest.mark.parametrize(
    ("endpoint", "header"),
    [
        (OPENAI, ("authorization", "Bearer k")),
        (AZURE, ("api-key", "k")),
        (UNDATED, ("api-key", "k")),
        (FOUNDRY, ("api-key", "k")),
    ],
)
def test_point_04_keys(endpoint: Endpoint, header: tuple[str, str]) -> None:
    """In one header, never in both."""
    headers = sent(read, endpoint).headers
    found = [(name, headers[name]) for name in ("authorization", "api-key") if name in headers]
    assert found == [header]


@pytest.mark.parametrize(
    ("endpoint", "scope"),
    [
        (AZURE, "https://cognitiveservices.azure.com/.default"),
        (UNDATED, "https://cognitiveservices.azure.com/.default"),
        (FOUNDRY, "https://ai.azure.com/.default"),
    ],
)
def test_point_04_scopes(endpoint: Endpoint, scope: str) -> None:
    asked: list[str] = []

    class Credential(StaticTokenCredential):
        def get_token(self, *scopes: str) -> Any:
            asked.extend(scopes)
            return super().get_token(*scopes)

    read(client(endpoint, Wire(), Credential("tok")))
    assert asked == [scope]


def test_point_04_a_token_function_is_asked_for_every_request() -> None:
    tokens = iter(["one", "two"])
    wire = Wire()
    azure = client(AZURE, wire, lambda: next(tokens))
    read(azure)
    read(azure)
    assert [each.headers["authorization"] for each in wire.sent] == ["Bearer one", "Bearer two"]


@pytest.mark.parametrize("endpoint", [OPENAI, AZURE, FOUNDRY])
def test_point_05_model_is_any_name(endpoint: Endpoint) -> None:
    """A deployment name goes out and comes back as it is."""
    name = "our deployment, 2nd"

    def create(client: AssistantsClient) -> Any:
        return client.assistants.create(model=name)

    assert sent(create, endpoint).json == {"model": name}
    assert got(create, {"id": "a", "model": name}, endpoint).model == name


def test_point_06_assistants_at_openai_v1_are_left_to_the_service() -> None:
    """No description has them there, none says there are none."""
    wire = Wire(Answer(404, {"error": {"code": "404", "message": "Resource not found"}}))
    with pytest.raises(NotFoundError):
        client(UNDATED, wire).assistants.create(model="m")
    assert wire.last.url == f"{RESOURCE}/openai/v1/assistants"
    assert not refused(lambda c: c.threads.runs.create("t", assistant_id="a"), UNDATED)


FIRST: list[Act] = [
    lambda c: c.assistants.create(model="m", file_ids=["f"]),
    lambda c: c.assistants.files.list("a"),
    lambda c: c.threads.messages.create("t", role="user", content="x", file_ids=["f"]),
    lambda c: c.threads.messages.files.list("m", thread_id="t"),
]
SECOND: list[Act] = [
    lambda c: c.assistants.create(model="m", tool_resources={}),
    lambda c: c.threads.messages.create("t", role="user", content="x", attachments=[]),
    lambda c: c.vector_stores.list(),
]


@pytest.mark.parametrize(
    ("endpoint", "first", "second"),
    [
        (OPENAI_V1, True, False),
        (AZURE_V1, True, False),
        (OPENAI, False, True),
        (AZURE, False, True),
        (FOUNDRY, False, True),
        (LOCAL, True, True),
    ],
)
def test_point_07_two_generations(endpoint: Endpoint, first: bool, second: bool) -> None:
    """Either is refused where it certainly is not; both are read from wherever they come."""
    assert [not refused(act, endpoint) for act in FIRST] == [first] * len(FIRST)
    assert [not refused(act, endpoint) for act in SECOND] == [second] * len(SECOND)
    old: Any = {"id": "a", "tools": [{"type": "retrieval"}], "file_ids": ["f"]}
    new: Any = {
        "id": "a",
        "tools": [{"type": "file_search"}],
        "tool_resources": {"file_search": {"vector_store_ids": ["vs"]}},
    }
    for body in (old, new):
        assert got(lambda c: c.assistants.retrieve("a"), body, endpoint).to_dict() == body


def upload(client: AssistantsClient, **options: Any) -> Any:
    return client.files.create(file=("a.txt", b"x"), purpose="assistants", **options)


@pytest.mark.parametrize("status", [200, 201])
def test_point_08_files_uploaded(status: int) -> None:
    """Azure answers 201 and says where the file is."""
    where = {"location": f"{RESOURCE}/openai/files/f"}
    wire = Wire(Answer(status, {"id": "f", "purpose": "a_new_purpose"}, where))
    made = upload(client(AZURE, wire))
    assert (made.id, made.purpose) == ("f", "a_new_purpose")


@pytest.mark.parametrize(("status", "body"), [(204, b""), (200, {"id": "f", "deleted": True})])
def test_point_08_files_deleted(status: int, body: Any) -> None:
    gone = client(AZURE, Wire(Answer(status, body))).files.delete("f")
    assert (gone.id, gone.deleted) == ("f", True)


def test_point_08_files_differ_by_provider() -> None:
    def fetch(client: AssistantsClient) -> Any:
        return client.files.import_file(content_url="u", filename="n", purpose="assistants")

    endpoints = (OPENAI, OPENAI_V1, AZURE, AZURE_V1, UNDATED, FOUNDRY)
    assert [refused(fetch, each) for each in endpoints] == [True, True, False, False, False, False]
    lifetime = {"anchor": "created_at", "seconds": 3600}
    body = sent(lambda c: upload(c, expires_after=lifetime), UNDATED).body
    assert b'name="expires_after[anchor]"\r\n\r\ncreated_at' in body
    assert b'name="expires_after[seconds]"\r\n\r\n3600' in body


def test_point_08_a_list_of_files_without_cursors_is_one_page() -> None:
    wire = Wire(Answer(200, {"object": "list", "data": [{"id": "f"}]}))
    assert [file.id for file in client(AZURE, wire).files.list()] == ["f"]
    assert len(wire.sent) == 1


@pytest.mark.parametrize("content", [b"\xff\x00", b'{"id": "f"}', b"null", b""])
def test_point_09_file_content_is_bytes(content: bytes) -> None:
    wire = Wire(Answer(200, content, {"content-type": "application/json"}))
    assert client(AZURE, wire).files.content("f").read() == content
    assert wire.last.headers["accept"] == "*/*"


def test_point_10_a_stream_is_asked_for_by_a_field() -> None:
    def create(client: AssistantsClient) -> Any:
        return client.threads.runs.create("t", assistant_id="a", stream=True)

    def create_too(client: AssistantsClient) -> Any:
        return client.threads.runs.create("t", assistant_id="a", extra_body={"stream": True})

    events = b"event: thread.run.created\ndata: {}\n\nevent: done\ndata: [DONE]\n\n"
    for act in (create, create_too):
        asked = sent(act, answer=events)
        assert asked.json == {"assistant_id": "a", "stream": True}
        assert asked.url.endswith("/threads/t/runs")
        assert [event.event for event in got(act, events)] == ["thread.run.created"]


def test_point_10_events() -> None:
    """25 by name, whose end is no JSON; what is not known is kept, and so is an error."""
    assert len({*EVENTS, "done"}) == 25
    assert decode_event("done", b"[DONE]") == DoneEvent()
    assert decode_event("thread.new", b'{"a": 1}') == UnknownEvent("thread.new", {"a": 1})
    error = decode_event("error", b'{"message": "No.", "code": "server_error"}')
    assert isinstance(error, ErrorEvent)
    assert (error.data.message, error.data.code) == ("No.", "server_error")
    for name in EVENTS:
        body = {"id": "x", "unheard_of": 1}
        event = decode_event(name, json.dumps(body).encode())
        assert event.to_dict() == {"event": name, "data": body}


def test_point_11_include_repeats_its_name_with_brackets() -> None:
    one, two = "step_details.tool_calls[*].file_search.results[*].content", "another"
    name = "include%5B%5D"
    quoted = one.replace("[", "%5B").replace("]", "%5D").replace("*", "%2A")
    acts: list[Act] = [
        lambda c: c.threads.runs.create("t", assistant_id="a", include=[one, two]),
        lambda c: c.threads.runs.steps.list("r", thread_id="t", include=[one, two]),
        lambda c: c.threads.runs.steps.retrieve("s", thread_id="t", run_id="r", include=[one, two]),
    ]
    for act in acts:
        assert sent(act).url.partition("?")[2] == f"{name}={quoted}&{name}={two}"
    assert "?" not in sent(lambda c: c.threads.runs.steps.list("r", thread_id="t")).url


LOOSE: list[tuple[Act, dict[str, Any]]] = [
    (read_run, {"id": "r", "required_action": None, "expires_at": None, "instructions": None}),
    (read_run, {"id": "r", "created_at": 1_700_000_000, "usage": None, "model": None}),
    (lambda c: c.threads.messages.retrieve("m", thread_id="t"), {"id": "m", "status": None}),
    (lambda c: c.vector_stores.retrieve("v"), {"id": "v", "usage_bytes": None, "status": None}),
    (
        lambda c: c.threads.runs.steps.retrieve("s", thread_id="t", run_id="r"),
        {"id": "s", "metadata": None, "object": "assistant.run.step"},
    ),
    (read, {}),
]


@pytest.mark.parametrize(("act", "body"), LOOSE)
def test_point_12_nulls_and_absences(act: Act, body: dict[str, Any]) -> None:
    """Anywhere, kept apart, and both read as None."""
    found = got(act, body)
    assert found.to_dict() == body
    assert found.created_at == body.get("created_at")


def test_point_12_timestamps_are_seconds() -> None:
    found = got(read_run, {"id": "r", "created_at": 1_700_000_000, "started_at": None})
    assert found.created_at == 1_700_000_000
    assert found.created_at_datetime.isoformat() == "2023-11-14T22:13:20+00:00"
    assert found.started_at_datetime is None
    with pytest.raises(ResponseDecodeError) as caught:
        got(read_run, {"id": "r", "created_at": "2023-11-14T22:13:20Z"})
    assert caught.value.path == "created_at"


FILTER = {"code": "ResponsibleAIPolicyViolation"}
ERRORS: list[tuple[Any, str, str | None]] = [
    ({"error": {"message": "No.", "code": "c", "param": None, "type": "t"}}, "No.", "c"),
    ({"error": {"message": "No.", "code": "filtered", "inner_error": FILTER}}, "No.", "filtered"),
    ({"error": {"message": "No.", "code": "c", "target": "x", "innererror": FILTER}}, "No.", "c"),
    ({"error": {"message": "No."}}, "No.", None),
    ({"statusCode": 400, "message": "No."}, "No.", None),
    (b"<html>No.</html>", "No.", None),
]


@pytest.mark.parametrize(("body", "text", "code"), ERRORS)
def test_point_13_errors(body: Any, text: str, code: str | None) -> None:
    """Of every shape; nothing of the error object is lost."""
    with pytest.raises(BadRequestError, match=text) as caught:
        read(client(AZURE, Wire(Answer(400, body))))
    assert caught.value.code == code
    fields = body.get("error", body) if isinstance(body, dict) else body.decode()
    assert caught.value.body == fields


def test_point_13_too_many_requests() -> None:
    clock = FakeClock()
    wire = Wire(Answer(429, {}, {"retry-after": "7"}), Answer(200, {"id": "t"}))
    assert read(clock.attach(client(AZURE, wire))).id == "t"
    assert clock.sleeps == [7.0]
    with pytest.raises(RateLimitError):
        read(client(AZURE, Wire(Answer(429, {}, {"retry-after": "999"}))))


def page(*ids: str, **fields: Any) -> Answer:
    return Answer(200, {"object": "list", "data": [{"id": each} for each in ids], **fields})


@pytest.mark.parametrize(
    ("asked", "queries"),
    [
        ({"limit": 2, "order": "asc"}, ["limit=2&order=asc", "limit=2&order=asc&after=b"]),
        ({"after": "z"}, ["after=z", "after=b"]),
        ({"before": "z"}, ["before=z", "before=a"]),
    ],
)
@pytest.mark.parametrize("last_id", [None, "", "b"])
def test_point_14_paging(asked: Any, queries: list[str], last_id: str | None) -> None:
    """In the direction that was asked for, by the objects themselves: last_id may be empty."""
    wire = Wire(page("a", "b", has_more=True, last_id=last_id), page(has_more=False, last_id=""))
    assert [each.id for each in client(OPENAI, wire).assistants.list(**asked)] == ["a", "b"]
    assert [each.url.partition("?")[2] for each in wire.sent] == queries


@pytest.mark.parametrize("act", [search, file_text])
def test_point_14_pages_of_a_search_have_no_cursor_to_go_on_by(act: Act) -> None:
    """`next_page` is kept, but no description has a parameter that takes it."""
    body = {"data": [{"file_id": "f"}], "has_more": True, "next_page": "p", "search_query": ["x"]}
    wire = Wire(Answer(200, body))
    first = act(client(OPENAI, wire))
    assert first.to_dict() == body
    assert (first.next_page, first.search_query, first.first_id) == ("p", ["x"], None)
    assert not first.has_next_page()
    assert len(list(first)) == 1
    assert len(wire.sent) == 1


NEW: Any = {"type": "hologram", "hologram": {"x": 1}}


@pytest.mark.parametrize(
    ("model", "body", "found"),
    [
        (models.Assistant, {"tools": [NEW]}, lambda a: a.tools[0]),
        (models.Message, {"content": [NEW]}, lambda m: m.content[0]),
        (
            models.Message,
            {"content": [{"type": "text", "text": {"value": "", "annotations": [NEW]}}]},
            lambda m: m.content[0].text.annotations[0],
        ),
        (models.RunStep, {"step_details": NEW}, lambda s: s.step_details),
        (
            models.RunStep,
            {"step_details": {"type": "tool_calls", "tool_calls": [NEW]}},
            lambda s: s.step_details.tool_calls[0],
        ),
        (models.VectorStoreFile, {"chunking_strategy": NEW}, lambda f: f.chunking_strategy),
        (
            models.MessageDeltaEvent,
            {"delta": {"content": [{**NEW, "index": 0}]}},
            lambda e: e.delta.content[0],
        ),
    ],
)
def test_point_15_unknown_variants(model: Any, body: Any, found: Callable[[Any], Any]) -> None:
    """Kept as they are, never read as another."""
    decoded = model.decode(body)
    assert isinstance(found(decoded), UnknownVariant)
    assert found(decoded).type == "hologram"
    assert found(decoded).hologram == {"x": 1}
    assert decoded.to_dict() == body


@pytest.mark.parametrize(
    ("act", "field"),
    [
        (read_run, "status"),
        (lambda c: c.threads.messages.retrieve("m", thread_id="t"), "role"),
        (lambda c: c.files.retrieve("f"), "purpose"),
        (lambda c: c.vector_stores.retrieve("v"), "status"),
        (lambda c: c.vector_stores.files.retrieve("f", vector_store_id="v"), "status"),
    ],
)
def test_point_15_open_enums(act: Act, field: str) -> None:
    assert getattr(got(act, {"id": "x", field: "unheard_of"}), field) == "unheard_of"


def test_point_16_updates_are_posts_and_a_cancel_has_no_body() -> None:
    updates: list[Act] = [
        lambda c: c.assistants.update("a", name="n"),
        lambda c: c.threads.update("t", metadata={}),
        lambda c: c.threads.messages.update("m", thread_id="t", metadata={}),
        lambda c: c.threads.runs.update("r", thread_id="t", metadata={}),
        lambda c: c.vector_stores.update("v", name="n"),
        set_attributes,
    ]
    assert {sent(act).method for act in updates} == {"POST"}
    cancels: list[Act] = [
        lambda c: c.threads.runs.cancel("r", thread_id="t"),
        lambda c: c.vector_stores.file_batches.cancel("b", vector_store_id="v"),
    ]
    for act in cancels:
        request = sent(act)
        assert (request.method, request.body) == ("POST", b"")
        assert "content-type" not in request.headers


SOURCE: Any = {"type": "uri_asset", "uri": "azureml://x"}
FOUNDRYS: list[Act] = [
    lambda c: c.threads.list(),
    lambda c: c.threads.runs.create("t", assistant_id="a", tool_resources={}),
    lambda c: c.vector_stores.create(configuration={"data_sources": [SOURCE]}),
    lambda c: c.vector_stores.files.create("v", file_id="f", data_source=SOURCE),
    lambda c: c.vector_stores.file_batches.create("v", data_sources=[SOURCE]),
]


@pytest.mark.parametrize("act", FOUNDRYS)
def test_point_17_foundry(act: Act) -> None:
    """What only Foundry has is sent there, and refused where it certainly is not."""
    assert not refused(act, FOUNDRY)
    assert refused(act, OPENAI)


def test_point_17_foundry_tools_and_the_deletion_of_messages() -> None:
    tools: Any = [
        {"type": "connected_agent", "connected_agent": {"id": "a", "name": "n", "description": ""}},
        {"type": "bing_grounding", "bing_grounding": {}},
    ]
    create: Act = lambda c: c.assistants.create(model="m", tools=tools)  # noqa: E731
    assert sent(create, FOUNDRY).json["tools"] == tools
    known = got(create, {"id": "a", "tools": tools}, FOUNDRY).tools
    assert [type(tool).__name__ for tool in known] == ["ConnectedAgentTool", "BingGroundingTool"]
    delete: Act = lambda c: c.threads.messages.delete("m", thread_id="t")  # noqa: E731
    assert not refused(delete, FOUNDRY)


@pytest.mark.parametrize(
    ("given", "body"),
    [({}, {}), ({"metadata": None}, {"metadata": None}), ({"metadata": {}}, {"metadata": {}})],
)
@pytest.mark.parametrize("endpoint", [OPENAI, AZURE, FOUNDRY])
def test_point_18_metadata(endpoint: Endpoint, given: Any, body: Any) -> None:
    """Null, empty and left out are three things, on the way out and on the way back."""
    assert sent(lambda c: c.threads.update("t", **given), endpoint).json == body
    found = got(read, {"id": "t", **body}, endpoint)
    assert found.to_dict() == {"id": "t", **body}
    assert found.metadata == given.get("metadata")
