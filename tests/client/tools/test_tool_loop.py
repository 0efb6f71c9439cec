"""The drivers of the tool loop: both clients, against a service in memory."""

import asyncio
import contextvars
import threading
import time
from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest
from tests.support.client.stage import both
from tests.support.tools.run_server import RunServer

from openai_assistants import (
    AmbiguousOutcome,
    AssistantsClient,
    AsyncAssistantsClient,
    BadRequestError,
    OpenAIKeyCredential,
    RunFailed,
    RunTimeout,
)
from openai_assistants.testing import FakeClock
from openai_assistants.tools import (
    FunctionCall,
    ToolContext,
    ToolNotFound,
    ToolRoundsExceeded,
    tool,
)

KEY = OpenAIKeyCredential("k")
PARIS = {"weather": {"city": "Paris"}}
TWO = {"weather": {"city": "Paris"}, "capital": {"country": "France"}}


def weather(city: str) -> str:
    return f"sunny in {city}"


def capital(country: str) -> str:
    return f"capital of {country}"


def with_threads(server: RunServer, asynchronous: bool, act: Callable[[Any], Any]) -> Any:
    """What an act on the threads of a client gives, without real waits between polls."""
    clock = FakeClock()
    if not asynchronous:
        with httpx.Client(transport=server) as http:
            return act(clock.attach(AssistantsClient(KEY, http_client=http)).threads)

    async def main() -> Any:
        async with httpx.AsyncClient(transport=server) as http:
            client = clock.attach(AsyncAssistantsClient(KEY, http_client=http))
            return await act(client.threads)

    return asyncio.run(main())


def with_client(server: RunServer, asynchronous: bool, act: Callable[[Any], Any]) -> Any:
    """What an act on the runs of a client gives."""
    return with_threads(server, asynchronous, lambda threads: act(threads.runs))


def process(server: RunServer, asynchronous: bool, *tools: Any, **options: Any) -> Any:
    return with_client(
        server,
        asynchronous,
        lambda runs: runs.create_and_process(
            "thread_1", assistant_id="asst_1", tools=list(tools), **options
        ),
    )


@both
def test_rounds_are_answered_until_the_run_ends(asynchronous: bool) -> None:
    server = RunServer(TWO, PARIS)
    assert process(server, asynchronous, weather, capital).status == "completed"
    assert server.run.outputs == [
        {"call_0_weather": "sunny in Paris", "call_0_capital": "capital of France"},
        {"call_1_weather": "sunny in Paris"},
    ]


@both
def test_what_is_sent_as_tools(asynchronous: bool) -> None:
    """Nothing if the assistant defines the functions; else its own tools and what they lack."""
    defined = tool(weather).definition()
    server = RunServer(PARIS, assistant_tools=[defined])
    process(server, asynchronous, weather, instructions="Be brief.")
    assert server.run.body == {"assistant_id": "asst_1", "instructions": "Be brief."}
    server = RunServer(PARIS, assistant_tools=[{"type": "code_interpreter"}])
    process(server, asynchronous, weather)
    assert server.run.body["tools"] == [{"type": "code_interpreter"}, defined]
    server = RunServer()
    process(server, asynchronous, {"type": "file_search"})
    assert server.run.body["tools"] == [{"type": "file_search"}]
    assert ("GET", "/assistants/asst_1") not in server.asked


@both
@pytest.mark.parametrize("kind", ["sync", "async"])
def test_parallel_calls_are_made_in_parallel(asynchronous: bool, kind: str) -> None:
    """Each waits for the others: one after another they would never end."""
    barrier = threading.Barrier(3)

    def blocking(name: str) -> str:
        barrier.wait(10)
        return name

    async def waiting(name: str) -> str:
        return await anyio.to_thread.run_sync(blocking, name)

    function: Any = blocking if kind == "sync" else waiting
    tools = [tool(function, name=f"tool_{n}") for n in range(3)]
    server = RunServer({f"tool_{n}": {"name": f"n{n}"} for n in range(3)})
    process(server, asynchronous, *tools)
    assert list(server.run.outputs[0].values()) == ["n0", "n1", "n2"]


def test_sync_tools_leave_the_event_loop_free() -> None:
    """The loop sets what the blocking tool waits for."""
    loops: list[asyncio.AbstractEventLoop] = []

    def blocking() -> str:
        answered = threading.Event()
        loops[0].call_soon_threadsafe(answered.set)
        return str(answered.wait(5))

    async def act(runs: Any) -> Any:
        loops.append(asyncio.get_running_loop())
        return await runs.create_and_process("t", assistant_id="asst_1", tools=[blocking])

    server = RunServer({"blocking": {}})
    with_client(server, True, act)
    assert server.run.outputs == [{"call_0_blocking": "True"}]


USER = contextvars.ContextVar("user", default="nobody")


@both
def test_tools_see_the_context_of_the_caller(asynchronous: bool) -> None:
    def who(call: ToolContext) -> str:
        return f"{USER.get()} {call.call_id} {call.run_id} {call.thread_id}"

    server = RunServer({"who": {}})
    token = USER.set("Ada")
    try:
        process(server, asynchronous, who)
    finally:
        USER.reset(token)
    assert server.run.outputs == [{"call_0_who": "Ada call_0_who run_1 thread_1"}]


@both
def test_a_tool_that_hangs_is_answered_for(asynchronous: bool) -> None:
    """Its own timeout, or that of the loop; the others of the round are not lost."""
    release = threading.Event()

    def hangs() -> str:
        release.wait(20)
        return "too late"

    async def sleeps() -> str:
        await anyio.sleep_forever()
        return "too late"

    server = RunServer({"hangs": {}, "sleeps": {}, "weather": {"city": "Rome"}})
    began = time.monotonic()
    process(server, asynchronous, tool(hangs, timeout=0.05), sleeps, weather, tool_timeout=0.1)
    release.set()
    assert time.monotonic() - began < 5
    assert server.run.outputs == [
        {
            "call_0_hangs": "Error: `hangs` gave no result within 0.05 s",
            "call_0_sleeps": "Error: `sleeps` gave no result within 0.1 s",
            "call_0_weather": "sunny in Rome",
        }
    ]


@both
def test_what_a_tool_raises_goes_back_to_the_model(asynchronous: bool) -> None:
    def fails() -> str:
        raise TimeoutError("the line is dead")

    server = RunServer({"fails": {}, "weather": {"city": 5}})
    process(server, asynchronous, fails, weather)
    (outputs,) = server.run.outputs
    assert outputs["call_0_fails"] == "Error: TimeoutError: the line is dead"
    assert outputs["call_0_weather"].startswith("Error: invalid arguments for `weather`")


@both
def test_a_call_needs_approval_if_there_is_a_hook(asynchronous: bool) -> None:
    asked: list[tuple[str, str]] = []

    def approve(call: FunctionCall) -> bool | str:
        asked.append((call.tool.name, call.arguments))
        return call.tool.name == "weather" or "not today"

    server = RunServer(TWO)
    process(server, asynchronous, weather, capital, approve=approve)
    assert asked == [("weather", '{"city": "Paris"}'), ("capital", '{"country": "France"}')]
    assert server.run.outputs == [
        {
            "call_0_weather": "sunny in Paris",
            "call_0_capital": "Error: the call of `capital` was not approved: not today",
        }
    ]


def test_an_asynchronous_hook_is_awaited() -> None:
    async def approve(_: FunctionCall) -> bool:
        await anyio.sleep(0)
        return False

    server = RunServer(PARIS)
    process(server, True, weather, approve=approve)
    assert "not approved" in server.run.outputs[0]["call_0_weather"]


def test_an_asynchronous_hook_is_refused_where_nobody_awaits_it() -> None:
    """It decided nothing: no call is made, nor refused in its name."""

    async def approve(_: FunctionCall) -> bool:
        return True

    server = RunServer(PARIS)
    with pytest.raises(TypeError, match="use AsyncAssistantsClient"):
        process(server, False, weather, approve=approve)
    assert server.run.outputs == []


@both
def test_rounds_have_a_limit(asynchronous: bool) -> None:
    server = RunServer(PARIS, PARIS, PARIS)
    with pytest.raises(ToolRoundsExceeded, match="after 2 rounds"):
        process(server, asynchronous, weather, max_rounds=2)
    assert len(server.run.outputs) == 2


@both
def test_a_function_that_nobody_registered(asynchronous: bool) -> None:
    called: list[str] = []

    def weather(city: str) -> str:
        called.append(city)
        return city

    server = RunServer(TWO)
    with pytest.raises(ToolNotFound, match="`capital`; registered tools: `weather`"):
        process(server, asynchronous, weather)
    assert (server.run.outputs, called) == ([], [])


@both
@pytest.mark.parametrize("lost", [httpx.ReadError("gone"), 500, 503])
def test_outputs_that_arrived_are_not_submitted_again(asynchronous: bool, lost: Any) -> None:
    """The answer was lost, so the run is read; it has gone on."""
    server = RunServer(PARIS)
    server.lost = [lost]
    assert process(server, asynchronous, weather).status == "completed"
    assert len(server.run.outputs) == 1
    assert server.refused == 0


@both
def test_outputs_that_did_not_arrive_are_submitted_again(asynchronous: bool) -> None:
    server = RunServer(PARIS)
    server.dropped = [httpx.ReadError("gone"), httpx.ReadError("gone")]
    calls: list[str] = []

    def weather(city: str) -> str:
        calls.append(city)
        return city

    assert process(server, asynchronous, weather).status == "completed"
    assert server.run.outputs == [{"call_0_weather": "Paris"}]
    assert calls == ["Paris"]


@both
def test_it_gives_up_in_the_end(asynchronous: bool) -> None:
    server = RunServer(PARIS)
    server.dropped = [httpx.ReadError("gone") for _ in range(9)]
    with pytest.raises(AmbiguousOutcome):
        process(server, asynchronous, weather)
    assert server.run.outputs == []


@both
def test_a_run_that_somebody_else_answered(asynchronous: bool) -> None:
    """The submit is refused; the run itself says how it goes on."""
    server = RunServer(PARIS)

    def weather(city: str) -> str:
        server.run.submit([{"tool_call_id": "call_0_weather", "output": "from elsewhere"}])
        return city

    assert process(server, asynchronous, weather).status == "completed"
    assert server.run.outputs == [{"call_0_weather": "from elsewhere"}]
    assert server.refused == 1


@both
def test_a_refusal_of_the_outputs_themselves_is_an_error(asynchronous: bool) -> None:
    server = RunServer(PARIS)

    def refuse(run: Any, outputs: Any) -> httpx.Response:
        return httpx.Response(400, json={"error": {"message": "Too long."}})

    server._submit = refuse  # type: ignore[method-assign]
    with pytest.raises(BadRequestError, match="Too long"):
        process(server, asynchronous, weather)


@both
def test_a_run_that_waits_already_is_picked_up(asynchronous: bool) -> None:
    """Read anew: here it was answered meanwhile, so that no tool is called."""
    server = RunServer(PARIS, {"capital": {"country": "Peru"}})
    created = with_client(
        server,
        asynchronous,
        lambda runs: runs.create_and_poll(thread_id="thread_1", assistant_id="asst_1"),
    )
    assert created.status == "requires_action"
    server.run.submit([{"tool_call_id": "call_0_weather", "output": "by a former process"}])
    ended = with_client(
        server, asynchronous, lambda runs: runs.process(created, tools=[weather, capital])
    )
    assert ended.status == "completed"
    assert server.run.outputs == [
        {"call_0_weather": "by a former process"},
        {"call_1_capital": "capital of Peru"},
    ]


@both
def test_the_deadline_is_for_the_calls_too(asynchronous: bool) -> None:
    """A tool is not waited for longer, and the run is cancelled if asked; on the real clock."""
    server = RunServer({"hangs": {}})
    release = threading.Event()

    def hangs() -> str:
        release.wait(20)
        return ""

    def act(client: Any) -> Any:
        return client.threads.runs.create_and_process(
            "thread_1", assistant_id="asst_1", tools=[hangs], deadline=0.1, cancel_on_deadline=True
        )

    async def main() -> Any:
        async with httpx.AsyncClient(transport=server) as http:
            try:
                return await act(AsyncAssistantsClient(KEY, http_client=http))
            finally:
                release.set()

    with pytest.raises(RunTimeout) as caught:
        asyncio.run(main()) if asynchronous else act(
            AssistantsClient(KEY, http_client=httpx.Client(transport=server))
        )
    release.set()
    assert caught.value.run.status == "cancelling"
    assert server.run.outputs == []


def test_cancellation_reaches_the_tools() -> None:
    """The run waits on: another process may pick it up."""
    ended: list[str] = []

    async def sleeps() -> str:
        try:
            await anyio.sleep_forever()
        finally:
            ended.append("cancelled")
        return ""

    async def act(runs: Any) -> Any:
        with anyio.move_on_after(0.1):
            await runs.create_and_process("t", assistant_id="asst_1", tools=[sleeps])

    server = RunServer({"sleeps": {}})
    with_client(server, True, act)
    assert ended == ["cancelled"]
    assert (server.run.status, server.run.outputs) == ("requires_action", [])


@both
def test_how_the_run_ended_is_an_error_if_asked(asynchronous: bool) -> None:
    server = RunServer(PARIS)

    def weather(city: str) -> str:
        server.run.status = "failed"
        return city

    with pytest.raises(RunFailed):
        process(server, asynchronous, weather, raise_on_failure=True)
    server.runs.clear()
    assert process(server, asynchronous, weather).status == "failed"
