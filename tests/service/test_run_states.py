"""Every status of a run and every change between two, through a client; time is injected."""

import json
from collections import defaultdict
from collections.abc import AsyncGenerator, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.support.service.commits import Latch, until
from tests.support.service.databases import execute
from tests.support.service.world import Clock

from openai_assistants import (
    AssistantsClient,
    BadRequestError,
    CompatibleEndpoint,
    RunCancelled,
    RunExpired,
    RunFailed,
    RunIncomplete,
)
from openai_assistants_rest.models import Run
from openai_assistants_service import LocalService
from openai_assistants_service.models.base import Delta
from openai_assistants_service.models.conversation import Conversation
from openai_assistants_service.models.test_model import TestModel
from openai_assistants_service.runs.lifecycle import LIFETIME, TRANSITIONS, RunStatus

START = 1_700_000_000
OPEN = "open"
SCRIPTS: dict[str, list[dict[str, Any]]] = {
    "completed": [{"text": "Done."}],
    "requires_action": [{"calls": [{"name": "weather", "arguments": {}}]}, {"text": "Done."}],
    "incomplete": [{"text": "So far", "finish": "length"}],
    "filtered": [{"text": "Hm", "finish": "content_filter"}],
    "failed": [{"error": {"code": "server_error", "message": "Out of order."}}],
    "limited": [{"error": {"code": "rate_limit_exceeded", "retry_after": 4}}],
    "cut short": [{"text": "So", "cut_short": True}],
}


class HeldModel(TestModel):
    """Takes a turn once the latch is open that the instructions of the run name."""

    def __init__(self) -> None:
        super().__init__()
        self.latches: dict[str | None, Latch] = defaultdict(Latch)
        self.latches[OPEN].open()

    async def stream(self, conversation: Conversation) -> AsyncGenerator[Delta]:
        await self.latches[conversation.instructions].wait()
        async for delta in super().stream(conversation):
            yield delta


class World:
    """A service with a clock of its own, whose worker has one slot, and a client of it."""

    def __init__(
        self, client: AssistantsClient, model: HeldModel, clock: Clock, database: Path
    ) -> None:
        self.client = client
        self.model = model
        self.clock = clock
        self._database = database
        tools: Any = [{"type": "function", "function": {"name": "weather"}}]
        self.assistant = client.assistants.create(model="m", instructions=OPEN, tools=tools).id

    def create(self, script: str, latch: str = OPEN, **options: Any) -> Run:
        content = json.dumps(SCRIPTS[script])
        run: Run = self.client.threads.create_and_run(
            assistant_id=self.assistant,
            instructions=latch,
            thread={"messages": [{"role": "user", "content": content}]},
            **options,
        )
        return run

    def read(self, run: Run) -> Run:
        return self.client.threads.runs.retrieve(run.id, thread_id=run.thread_id)

    def until(self, run: Run, status: str) -> Run:
        return until(lambda: self.read(run), lambda found: found.status == status)

    def story(self, run: Run) -> list[str]:
        """Every status that a run has had."""
        statement = f"SELECT name FROM events WHERE run_id = '{run.id}' ORDER BY seq"
        names = [name for (name,) in execute(self._database, statement)]
        last = [name.removeprefix("thread.run.") for name in names]
        return [status for status in last if status in set(RunStatus)]

    def occupy(self) -> None:
        """Take the slot of the worker with a run that is held, so that others wait."""
        self.until(self.create("completed", "blocker"), "in_progress")

    def free(self) -> None:
        self.model.latches["blocker"].open()

    def submit(self, run: Run) -> Run:
        waiting = self.read(run)
        assert waiting.required_action is not None
        calls = waiting.required_action.submit_tool_outputs.tool_calls
        return self.client.threads.runs.submit_tool_outputs(
            run.id,
            thread_id=run.thread_id,
            tool_outputs=[{"tool_call_id": each.id, "output": "sunny"} for each in calls],
        )

    def cancel(self, run: Run) -> Run:
        return self.client.threads.runs.cancel(run.id, thread_id=run.thread_id)


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    monkeypatch.setattr("openai_assistants_service.runs.worker._CONCURRENCY", 1)
    clock, model, database = Clock(), HeldModel(), tmp_path / "s.db"
    with LocalService(database, model=model, clock=clock) as service:
        with AssistantsClient(CompatibleEndpoint(service.base_url)) as client:
            yield World(client, model, clock, database)
            for latch in list(model.latches.values()):
                latch.open()


def arrive(world: World, status: str, script: str = "completed") -> Run:
    """A run that is in a status, as a client reads it, and stays there until something is done."""
    if status in ("queued", "cancelling"):
        world.occupy()
    run = world.create(script, OPEN if status == "requires_action" else "run")
    if status == "cancelling":
        world.cancel(run)
    return world.until(run, status)


def leave(world: World, run: Run, status: str) -> Run:
    """Do what leads a run to its next status; return it as a client reads it then."""
    if status == "cancelling":
        return world.cancel(run)
    if status == "queued":
        return world.submit(run)
    if status == "expired":
        world.clock.now = START + LIFETIME - 1
        assert world.read(run).status == run.status
        world.clock.now = START + LIFETIME
    elif run.status == "in_progress":
        world.model.latches["run"].open()
    else:
        world.free()
    return world.until(run, status)


EDGES = [(str(before), str(after)) for before in TRANSITIONS for after in TRANSITIONS[before]]


@pytest.mark.parametrize(("before", "after"), EDGES)
def test_every_transition(world: World, before: str, after: str) -> None:
    """A run that is in one status gets to the other, and a client reads both."""
    script = "requires_action" if before == "requires_action" else after
    run = arrive(world, before, script if script in SCRIPTS else "completed")
    assert run.status == before
    assert run.expires_at == run.created_at + LIFETIME
    assert run.usage is None
    left = leave(world, run, after)
    assert left.status == after
    assert (before, after) in pairwise(world.story(run))
    assert set(pairwise(world.story(run))) <= set(EDGES)
    if after not in TRANSITIONS:
        assert left.expires_at is None
        assert left.usage is not None
        assert world.story(run)[-1] == after


def test_these_are_all_statuses() -> None:
    described = {
        *("queued", "in_progress", "requires_action", "cancelling"),
        *("cancelled", "failed", "completed", "incomplete", "expired"),
    }
    assert {status.value for status in RunStatus} == described
    assert {status for edge in EDGES for status in edge} == described


def test_the_longest_way(world: World) -> None:
    """Tools lead back to the queue; the lifetime is not reset."""
    run = arrive(world, "requires_action", "requires_action")
    world.clock.now += 100
    queued = world.submit(run)
    assert (queued.status, queued.required_action) == ("queued", None)
    assert queued.expires_at == run.created_at + LIFETIME
    ended = world.until(run, "completed")
    assert (ended.started_at, ended.completed_at) == (START, START + 100)
    assert world.story(run) == [
        *("queued", "in_progress", "requires_action"),
        *("queued", "in_progress", "completed"),
    ]


def test_a_run_that_waited_for_tools_can_be_cancelled_in_progress(world: World) -> None:
    run = world.create("requires_action", "run")
    world.model.latches["run"].open()
    world.until(run, "requires_action")
    world.model.latches["run"] = Latch()
    assert world.submit(run).status == "queued"
    world.until(run, "in_progress")
    assert world.cancel(run).status == "cancelling"
    ended = world.until(run, "cancelled")
    assert ended.cancelled_at == START
    with pytest.raises(RunCancelled):
        ended.raise_for_status()


@pytest.mark.parametrize(
    ("script", "code", "message"),
    [
        ("failed", "server_error", "Out of order."),
        ("limited", "rate_limit_exceeded", "Rate limit is exceeded. Try again in 4 seconds."),
        ("cut short", "rate_limit_exceeded", "The answer of the model broke off."),
    ],
)
def test_failed(world: World, script: str, code: str, message: str) -> None:
    ended = world.until(world.create(script), "failed")
    assert ended.failed_at == START
    with pytest.raises(RunFailed, match=code) as caught:
        ended.raise_for_status()
    assert type(caught.value) is RunFailed
    assert caught.value.last_error is not None
    assert (caught.value.last_error.code, caught.value.last_error.message) == (code, message)


@pytest.mark.parametrize(
    ("script", "text", "of_run", "of_message"),
    [
        ("incomplete", "So far", "max_completion_tokens", "max_tokens"),
        ("filtered", "Hm", "content_filter", "content_filter"),
    ],
)
def test_incomplete(world: World, script: str, text: str, of_run: str, of_message: str) -> None:
    """What there is of the message is kept."""
    run = world.create(script)
    ended = world.until(run, "incomplete")
    assert ended.incomplete_details is not None
    assert ended.incomplete_details.reason == of_run
    message = world.client.threads.messages.list(run.thread_id).data[0]
    assert (message.text, message.status) == (text, "incomplete")
    assert message.incomplete_details is not None
    assert message.incomplete_details.reason == of_message
    with pytest.raises(RunIncomplete, match=of_run):
        ended.raise_for_status()


def test_incomplete_before_the_first_turn(world: World) -> None:
    """The message alone has more tokens than the run may read."""
    run = world.client.threads.create_and_run(
        assistant_id=world.assistant,
        thread={"messages": [{"role": "user", "content": "many words " * 400}]},
        max_prompt_tokens=256,
    )
    with pytest.raises(RunIncomplete, match="max_prompt_tokens"):
        world.until(run, "incomplete").raise_for_status()


def test_expired(world: World) -> None:
    run = arrive(world, "requires_action", "requires_action")
    with pytest.raises(RunExpired):
        leave(world, run, "expired").raise_for_status()


@pytest.mark.parametrize("ending", ["completed", "failed", "cancelled", "expired", "incomplete"])
def test_an_end_is_never_left(world: World, ending: str) -> None:
    """Neither by cancelling, nor by outputs, nor by time; and the thread is free again."""
    if ending in SCRIPTS:
        run = world.create(ending)
    else:
        run = arrive(world, "requires_action", "requires_action")
        leave(world, run, "cancelling" if ending == "cancelled" else ending)
    world.until(run, ending)
    with pytest.raises(BadRequestError, match=f"Cannot cancel run with status '{ending}'"):
        world.cancel(run)
    with pytest.raises(BadRequestError, match=f'status "{ending}" do not accept tool outputs'):
        world.client.threads.runs.submit_tool_outputs(
            run.id, thread_id=run.thread_id, tool_outputs=[]
        )
    world.clock.now += 10 * LIFETIME
    assert world.read(run).status == ending
    world.client.threads.messages.create(run.thread_id, role="user", content="Hello again")
