"""Spans, context and measurements of calls, as OpenTelemetry's own SDK receives them."""

import asyncio
import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import httpx
import opentelemetry.semconv
import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan
from tests.support.client.calls import CALLS
from tests.support.client.stage import both
from tests.support.client.wire import Answer, Wire
from tests.support.redaction.seen import Observatory

from openai_assistants import (
    AmbiguousOutcome,
    APIConnectionError,
    AssistantsClient,
    AsyncAssistantsClient,
    AzureOpenAIEndpoint,
    AzureOpenAIV1Endpoint,
    CompatibleEndpoint,
    Endpoint,
    FoundryEndpoint,
    NotFoundError,
    OpenAIEndpoint,
)
from openai_assistants._telemetry.detection import CONTENT, captures_content
from openai_assistants._telemetry.run_tokens import MAX_RUNS
from openai_assistants.testing import FakeClock

URL = "https://res.example:8443/base"
OPENAI = OpenAIEndpoint(URL)
KEY = "s3cr3t-value"


def run(status: str = "queued", **fields: Any) -> Answer:
    """A run as an answer."""
    usage = {"prompt_tokens": 30, "completion_tokens": 4, "total_tokens": 34}
    ended = status not in ("queued", "in_progress", "requires_action", "cancelling")
    found = {
        "id": "run_1",
        "object": "thread.run",
        "thread_id": "thread_1",
        "assistant_id": "asst_1",
        "model": "m-2",
        "status": status,
        "usage": usage if ended else None,
    }
    return Answer(200, found | fields)


@attrs.frozen
class Bench:
    """A client of either kind that is watched."""

    wire: Wire
    asynchronous: bool = False
    endpoint: Endpoint = OPENAI
    observatory: Observatory = attrs.field(factory=Observatory)

    def call(self, act: Any, **options: Any) -> Any:
        """What a call comes to."""
        watch, clock = self.observatory.attach, FakeClock()
        if not self.asynchronous:
            http = self.wire.http()
            client = AssistantsClient(self.endpoint, KEY, http_client=http, **options)
            return act(watch(clock.attach(client)))

        async def main() -> Any:
            http = self.wire.async_http()
            client = AsyncAssistantsClient(self.endpoint, KEY, http_client=http, **options)
            return await act(watch(clock.attach(client)))

        return asyncio.run(main())

    @property
    def spans(self) -> list[ReadableSpan]:
        """The spans that have ended."""
        return list(self.observatory.spans.get_finished_spans())

    @property
    def span(self) -> ReadableSpan:
        """The only one."""
        (span,) = self.spans
        return span

    def points(self, name: str) -> list[Any]:
        """What was measured."""
        data = self.observatory.reader.get_metrics_data()
        metrics = data.resource_metrics[0].scope_metrics[0].metrics if data else []
        return [point for one in metrics if one.name == name for point in one.data.data_points]


def told(span: ReadableSpan) -> dict[str, Any]:
    """The attributes of a span."""
    return dict(span.attributes or {})


@both
def test_a_call_is_one_span(asynchronous: bool) -> None:
    """Of the kind CLIENT, with what the conventions ask for, whatever the attempts."""
    bench = Bench(Wire(Answer(503, b"", {"retry-after": "0"}), run()), asynchronous)
    bench.call(
        lambda client: client.threads.runs.create(
            "thread_1",
            assistant_id="asst_1",
            model="m-1",
            temperature=0.5,
            top_p=1,
            max_completion_tokens=9,
            extra_query={"sig": "c0de"},
        )
    )
    assert (bench.span.name, bench.span.kind) == ("invoke_agent", trace.SpanKind.CLIENT)
    assert bench.span.status.status_code is trace.StatusCode.UNSET
    assert told(bench.span) == {
        "gen_ai.operation.name": "invoke_agent",
        "gen_ai.provider.name": "openai",
        "gen_ai.request.model": "m-1",
        "gen_ai.request.temperature": 0.5,
        "gen_ai.request.top_p": 1,
        "gen_ai.request.max_tokens": 9,
        "gen_ai.response.id": "run_1",
        "gen_ai.response.model": "m-2",
        "gen_ai.agent.id": "asst_1",
        "gen_ai.conversation.id": "thread_1",
        "server.address": "res.example",
        "server.port": 8443,
        "http.request.method": "POST",
        "http.request.resend_count": 1,
        "http.response.status_code": 200,
        "url.template": "/base/threads/{thread_id}/runs",
        "url.full": f"{URL}/threads/thread_1/runs?sig=REDACTED",
    }
    scope = bench.span.instrumentation_scope
    assert scope is not None
    assert (scope.name, scope.schema_url) == (
        "openai_assistants",
        "https://opentelemetry.io/schemas/1.41.0",
    )


NAMED = {
    "create_assistant": "create_agent Tutor",
    "create_run": "invoke_agent",
    "create_thread_and_run": "invoke_agent",
    "search_vector_store": "retrieval vs_1",
}


@pytest.mark.parametrize("operation", sorted(CALLS))
def test_spans_are_named_by_their_operation(operation: str) -> None:
    """As the conventions say where they say something, and every name in them is theirs."""
    bench = Bench(Wire(Answer(500)), endpoint=CompatibleEndpoint(URL))
    act = CALLS[operation].act
    if operation == "create_assistant":
        act = lambda client: client.assistants.create(model="m", name="Tutor")  # noqa: E731
    with pytest.raises(Exception, match="500"):
        bench.call(act, max_retries=0)
    assert bench.span.name == NAMED.get(operation, operation)
    assert set(told(bench.span)) <= conventional_names()


@cache
def conventional_names() -> set[str]:
    """The names of all attributes that there are conventions for."""
    root = Path(opentelemetry.semconv.__path__[0])
    return {
        name
        for found in root.rglob("*_attributes.py")
        for name in re.findall(r'^[A-Z_]+: Final = "(.+)"', found.read_text(), re.M)
    }


@pytest.mark.parametrize(
    ("endpoint", "provider"),
    [
        (AzureOpenAIEndpoint("https://x.example"), "azure.ai.openai"),
        (AzureOpenAIV1Endpoint("https://x.example"), "azure.ai.openai"),
        (FoundryEndpoint("https://x.example/api/projects/p"), "azure.ai.foundry"),
        (OpenAIEndpoint(), "openai"),
        (CompatibleEndpoint("http://127.0.0.1/v1"), "openai"),
    ],
)
def test_who_serves(endpoint: Endpoint, provider: str) -> None:
    """By the endpoint; Azure also by its resource provider."""
    bench = Bench(Wire(Answer(200, {"id": "thread_1", "object": "thread"})), endpoint=endpoint)
    bench.call(lambda client: client.threads.create())
    found = told(bench.span)
    assert found["gen_ai.provider.name"] == provider
    assert found["gen_ai.conversation.id"] == "thread_1"
    azure = found.get("azure.resource_provider.namespace") == "Microsoft.CognitiveServices"
    assert azure is provider.startswith("azure")
    assert found["server.port"] == (80 if endpoint.base_url.startswith("http:") else 443)


@both
def test_the_context_goes_along_with_every_attempt(asynchronous: bool) -> None:
    """And the span belongs to whatever the application is at."""
    bench = Bench(Wire(httpx.ConnectError("refused"), Answer(200, {"id": "t"})), asynchronous)
    provider = opentelemetry.sdk.trace.TracerProvider()
    with provider.get_tracer("application").start_as_current_span("work") as work:
        bench.call(lambda client: client.threads.retrieve("t"))
        assert trace.get_current_span() is work
    context, parent = bench.span.context, bench.span.parent
    assert context is not None
    assert parent == work.get_span_context()
    expected = f"00-{context.trace_id:032x}-{context.span_id:016x}-"
    assert [sent.headers["traceparent"][:-2] for sent in bench.wire.sent] == [expected] * 2


def test_a_context_of_the_callers_own_is_sent_as_it_is() -> None:
    """It was put there on purpose."""
    bench = Bench(Wire(Answer(200, {"id": "t"})))
    own = f"00-{7:032x}-{8:016x}-01"
    bench.call(lambda client: client.threads.retrieve("t", extra_headers={"Traceparent": own}))
    assert bench.wire.last.headers["traceparent"] == own


@both
def test_looking_for_what_a_call_created_is_a_part_of_it(asynchronous: bool) -> None:
    """Its calls are spans within the span of the call."""
    nothing = {"object": "list", "data": [], "has_more": False}
    made = {"id": "asst_1", "object": "assistant"}
    bench = Bench(Wire(Answer(500), Answer(200, nothing), Answer(200, made)), asynchronous)
    bench.call(lambda client: client.assistants.create(model="m"), reconcile=True)
    looked, created = bench.spans
    assert (looked.name, created.name) == ("list_assistants", "create_agent")
    assert looked.parent == created.context
    assert told(created)["gen_ai.agent.id"] == "asst_1"
    assert told(created)["http.request.resend_count"] == 1


@both
@pytest.mark.parametrize(
    ("answer", "kind", "error_type", "status"),
    [
        (Answer(404, {"error": {"message": "No such thread"}}), NotFoundError, "404", 404),
        (httpx.ConnectError("refused"), APIConnectionError, "APIConnectionError", None),
        (Answer(200, b"nonsense"), Exception, "ResponseDecodeError", 200),
    ],
)
def test_errors(
    answer: Any, kind: type[Exception], error_type: str, status: int | None, asynchronous: bool
) -> None:
    """Are recorded, with their type and what they say."""
    bench = Bench(Wire(answer), asynchronous)
    with pytest.raises(kind) as caught:
        bench.call(lambda client: client.threads.retrieve("t"), max_retries=0)
    found = told(bench.span)
    assert found["error.type"] == error_type
    assert found.get("http.response.status_code") == status
    assert bench.span.status.status_code is trace.StatusCode.ERROR
    assert bench.span.status.description == str(caught.value)
    (event,) = bench.span.events
    recorded = dict(event.attributes or {})
    assert event.name == "exception"
    assert recorded["exception.message"] == str(caught.value)
    assert str(recorded["exception.type"]).endswith(type(caught.value).__name__)
    assert "Traceback" in str(recorded["exception.stacktrace"])
    (point,) = bench.points("gen_ai.client.operation.duration")
    assert point.attributes["error.type"] == error_type


def test_an_unknown_outcome_is_told_by_its_status() -> None:
    """Of the last answer, if there was one."""
    bench = Bench(Wire(Answer(500)))
    with pytest.raises(AmbiguousOutcome):
        bench.call(lambda client: client.threads.create())
    assert told(bench.span)["error.type"] == "500"


def test_the_duration_of_every_call_is_measured() -> None:
    """By operation, provider, server and model."""
    bench = Bench(Wire(run()))
    bench.call(lambda client: client.threads.runs.create("t", assistant_id="a", model="m-1"))
    (point,) = bench.points("gen_ai.client.operation.duration")
    assert (point.count, dict(point.attributes)) == (
        1,
        {
            "gen_ai.operation.name": "invoke_agent",
            "gen_ai.provider.name": "openai",
            "gen_ai.request.model": "m-1",
            "gen_ai.response.model": "m-2",
            "server.address": "res.example",
            "server.port": 8443,
        },
    )
    assert point.explicit_bounds[:2] == (0.01, 0.02)


def tokens(bench: Bench) -> dict[str, int]:
    """The tokens counted, by their type."""
    return {
        point.attributes["gen_ai.token.type"]: point.sum
        for point in bench.points("gen_ai.client.token.usage")
        if point.attributes["gen_ai.operation.name"] == "invoke_agent"
    }


@both
def test_the_tokens_of_a_run_are_counted_once(asynchronous: bool) -> None:
    """When it is first seen to have ended, however often it is read."""
    answers = [run(), run("in_progress"), run("completed"), run("completed"), run("completed")]
    bench = Bench(Wire(*answers), asynchronous)
    bench.call(
        lambda client: client.threads.runs.create_and_poll(
            thread_id="thread_1", assistant_id="asst_1", poll_interval_ms=1
        )
    )
    assert tokens(bench) == {"input": 30, "output": 4}
    assert "gen_ai.usage.input_tokens" not in told(bench.spans[1])
    assert told(bench.spans[2])["gen_ai.usage.input_tokens"] == 30
    assert told(bench.spans[2])["gen_ai.usage.output_tokens"] == 4
    for _ in range(2):
        bench.call(lambda client: client.threads.runs.retrieve("run_1", thread_id="thread_1"))
    assert tokens(bench) == {}
    assert all("gen_ai.usage.input_tokens" not in told(span) for span in bench.spans[3:])


def test_whose_tokens_are_counted() -> None:
    """Those of a run that was seen under way or that the call created, also in a raw answer."""
    retrieve = lambda client: client.threads.runs.retrieve("run_1", thread_id="t")  # noqa: E731
    old = Bench(Wire(run("failed")))
    old.call(retrieve)
    assert tokens(old) == {}
    new = Bench(Wire(run("completed")))
    new.call(lambda client: client.threads.runs.create("t", assistant_id="a"))
    assert tokens(new) == {"input": 30, "output": 4}
    raw = Bench(Wire(run("requires_action"), run("incomplete")))
    raw.call(retrieve)
    raw.call(lambda client: client.threads.runs.with_raw_response.retrieve("run_1", thread_id="t"))
    assert tokens(raw) == {"input": 30, "output": 4}
    odd = Bench(Wire(run("in_progress"), run("completed", usage={"prompt_tokens": None})))
    odd.call(retrieve)
    odd.call(lambda client: client.threads.runs.with_raw_response.retrieve("run_1", thread_id="t"))
    assert tokens(odd) == {}


def test_runs_that_never_end_are_forgotten() -> None:
    """The oldest first."""
    run_tokens = Observatory().telemetry.run_tokens
    for number in range(MAX_RUNS + 1):
        assert run_tokens.count({"id": f"run_{number}", "status": "queued"}, created=True) == {}
    ended = {"status": "completed", "usage": {"prompt_tokens": 1, "completion_tokens": 2}}
    assert run_tokens.count({"id": "run_0", **ended}, created=False) == {}
    assert run_tokens.count({"id": "run_1", **ended}, created=False) == {"input": 1, "output": 2}
    assert run_tokens.count({"id": f"run_{MAX_RUNS}", **ended}, created=False) != {}


TEXT = "Wh4t is said"
SAYING: list[tuple[str, Any, str, Any]] = [
    (
        "instructions",
        lambda client: client.assistants.create(model="m", instructions=TEXT),
        "gen_ai.system_instructions",
        [{"type": "text", "content": TEXT}],
    ),
    (
        "instructions of a run, and messages",
        lambda client: client.threads.runs.create(
            "t",
            assistant_id="a",
            additional_instructions=TEXT,
            additional_messages=[{"role": "user", "content": TEXT}],
        ),
        "gen_ai.input.messages",
        [{"role": "user", "parts": [{"type": "text", "content": TEXT}]}],
    ),
    (
        "a message",
        lambda client: client.threads.messages.create(
            "t",
            role="user",
            content=[
                {"type": "text", "text": TEXT},
                {"type": "image_url", "image_url": {"url": "https://x.example/a.png"}},
                {"type": "image_file", "image_file": {"file_id": "file-1"}},
                {"type": "hologram", "depth": 3},
            ],
        ),
        "gen_ai.input.messages",
        [
            {
                "role": "user",
                "parts": [
                    {"type": "text", "content": TEXT},
                    {"type": "uri", "modality": "image", "uri": "https://x.example/a.png"},
                    {"type": "file", "modality": "image", "file_id": "file-1"},
                    {"type": "hologram", "depth": 3},
                ],
            }
        ],
    ),
    (
        "messages of a new thread",
        lambda client: client.threads.create_and_run(
            assistant_id="a", thread={"messages": [{"role": "user", "content": TEXT}]}
        ),
        "gen_ai.input.messages",
        [{"role": "user", "parts": [{"type": "text", "content": TEXT}]}],
    ),
    (
        "what a tool gave",
        lambda client: client.threads.runs.submit_tool_outputs(
            "r", thread_id="t", tool_outputs=[{"tool_call_id": "c", "output": TEXT}]
        ),
        "gen_ai.input.messages",
        [
            {
                "role": "tool",
                "parts": [{"type": "tool_call_response", "id": "c", "response": TEXT}],
            }
        ],
    ),
]


@both
@pytest.mark.parametrize(("act", "name", "value"), [one[1:] for one in SAYING])
def test_what_is_said_is_told_only_on_request(
    act: Any, name: str, value: Any, asynchronous: bool
) -> None:
    """As JSON, in the form of the conventions."""
    silent = Bench(Wire(run()), asynchronous)
    silent.call(act)
    assert TEXT not in silent.span.to_json()
    bench = Bench(Wire(run()), asynchronous)
    bench.call(act, trace_content=True)
    assert json.loads(told(bench.span)[name]) == value


def test_what_an_assistant_said() -> None:
    """Of a message, or of all in a list; what users said is not repeated."""
    text = [{"type": "text", "text": {"value": TEXT, "annotations": []}}]
    said = {"id": "m1", "object": "thread.message", "role": "assistant", "content": text}
    asked = {**said, "id": "m2", "role": "user"}
    one = Answer(200, said)
    many = Answer(200, {"object": "list", "data": [said, asked], "has_more": False})
    expected = [{"role": "assistant", "parts": [{"type": "text", "content": TEXT}]}]
    for answer, act in [
        (one, lambda client: client.threads.messages.retrieve("m1", thread_id="t")),
        (many, lambda client: client.threads.messages.list("t")),
        (many, lambda client: client.threads.messages.with_raw_response.list("t")),
    ]:
        bench = Bench(Wire(answer))
        bench.call(act, trace_content=True)
        assert json.loads(told(bench.span)["gen_ai.output.messages"]) == expected
        silent = Bench(Wire(answer))
        silent.call(act)
        assert TEXT not in silent.span.to_json()


@pytest.mark.parametrize("body", [{"messages": 3}, {"messages": ["x"]}, {"messages": None}])
def test_bodies_of_any_shape_are_traced(body: dict[str, Any]) -> None:
    """It is for the service to refuse them."""
    bench = Bench(Wire(Answer(200, {"id": "t", "object": "thread"})))
    bench.call(lambda client: client.threads.create(**body), trace_content=True)
    assert "gen_ai.input.messages" not in told(bench.span)
    run_it = Bench(Wire(run()))
    run_it.call(
        lambda client: client.threads.create_and_run(assistant_id="a", thread=[]),
        trace_content=True,
    )
    upload = Bench(Wire(Answer(200, {"id": "f", "object": "file"})))
    upload.call(
        lambda client: client.files.create(file=("a", b"\xff"), purpose="assistants"),
        trace_content=True,
    )
    assert upload.span.name == "create_file"


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        *((value, True) for value in ("true", "SPAN_ONLY", "span_and_event")),
        *((value, False) for value in ("false", "", "event_only", "no_content", "1")),
    ],
)
def test_the_variable_that_asks_for_content(
    monkeypatch: pytest.MonkeyPatch, value: str, wanted: bool
) -> None:
    """With its values in the instrumentations of OpenTelemetry; an option comes before it."""
    monkeypatch.setenv(CONTENT, value)
    assert captures_content() is wanted
    bench = Bench(Wire(run()))
    bench.call(SAYING[0][1])
    assert (TEXT in bench.span.to_json()) is wanted
    bench = Bench(Wire(run()))
    bench.call(SAYING[0][1], trace_content=not wanted)
    assert (TEXT in bench.span.to_json()) is not wanted


PROGRAM = """
import sys
{before}
import httpx
from openai_assistants import AssistantsClient, OpenAIKeyCredential
from openai_assistants._telemetry.detection import current_telemetry
answer = httpx.Response(200, json={{"id": "thread_1"}})
http = httpx.Client(transport=httpx.MockTransport(lambda request: answer))
client = AssistantsClient(OpenAIKeyCredential("k"), http_client=http)
client.threads.retrieve("thread_1")
print(current_telemetry() is not None, "opentelemetry.trace" in sys.modules)
{after}
"""


def printed(before: str = "", after: str = "") -> list[str]:
    """What a new process prints."""
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(before=before, after=after)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return result.stdout.splitlines()


CONFIGURE = """
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
spans = InMemorySpanExporter()
trace.set_tracer_provider(TracerProvider())
trace.get_tracer_provider().add_span_processor(SimpleSpanProcessor(spans))
client.threads.retrieve("thread_1")
print([span.name for span in spans.get_finished_spans()])
"""


def test_nothing_is_loaded_before_the_application_does() -> None:
    """A provider that is set later is used from then on, by clients there are."""
    assert printed() == ["False False"]
    assert printed(before="import opentelemetry.trace") == ["False True"]
    assert printed(after=CONFIGURE) == ["False False", "['get_thread']"]


def test_a_broken_installation_does_no_harm() -> None:
    """Such as a package of this name that has no API."""
    before = "import types\nsys.modules['opentelemetry'] = types.ModuleType('opentelemetry')"
    assert printed(before=before) == ["False False"]
