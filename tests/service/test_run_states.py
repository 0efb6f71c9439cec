"""Every status of a run and every change between two, through a client; time is injected."""

import asyncio
import time
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from tests.support.service.scripted import Turn, answer, call
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
from openai_assistants_service.models.base import Delta, Finish, ModelError, TextDelta
from openai_assistants_service.models.conversation import Conversation
from openai_assistants_service.runs.lifecycle import LIFETIME, RunStatus
from openai_assistants_service.runs.worker import _CONCURRENCY

START = 1_700_000_000.0


class Model:
    """Takes turns of a script; holds back the first deltas of questions that begin with "hold"."""

    def __init__(self) -> None:
        self.held = True

    async def stream(self, conversation: Conversation) -> AsyncGenerator[Delta]:
        question = conversation.messages[-1].text
        if question.startswith("hold"):
            while self.held:
                await asyncio.sleep(0.005)
        for delta in self._turn(conversation, question):
            yield delta

    def _turn(self, conversation: Conversation, question: str) -> Turn:
        if "tool" in question and not conversation.turns:
            return call("weather", city="Paris")
        if "limit" in question:
            raise ModelError(
                "rate_limit_exceeded", "Rate limit is exceeded. Try again in 4 seconds."
            )
        if "fail" in question:
            raise ModelError("server_error", "Out of order.")
        if "long" in question:
            return [TextDelta("So far"), Finish("length")]
        if "filter" in question:
            return [TextDelta("Hm"), Finish("content_filter")]
        return answer("Done.")


class World:
    """A service with a clock of its own, and a client of it."""

    def __init__(self, client: AssistantsClient, model: Model, clock: Clock) -> None:
        self.client = client
        self.model = model
        self.clock = clock
        self.assistant = client.assistants.create(model="m", instructions="i").id

    def create(self, question: str) -> Run:
        return self.client.threads.create_and_run(
            assistant_id=self.assistant,
            thread={"messages": [{"role": "user", "content": question}]},
        )

    def read(self, run: Run) -> Run:
        return self.client.threads.runs.retrieve(run.id, thread_id=run.thread_id)

    def until(self, run: Run, status: str) -> list[str]:
        """The statuses that a run goes through, as far as reads see them, up to one."""
        seen: list[str] = []
        deadline = time.monotonic() + 20
        while seen[-1:] != [status]:
            assert time.monotonic() < deadline, seen
            found = str(self.read(run).status)
            if found not in seen[-1:]:
                seen.append(found)
            time.sleep(0.005)
        return seen

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

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Every slot of the worker has a run that is held, so that others stay queued."""
        runs = [self.create("hold") for _ in range(_CONCURRENCY)]
        for run in runs:
            self.until(run, "in_progress")
        try:
            yield
        finally:
            self.model.held = False


@pytest.fixture
def world() -> Iterator[World]:
    clock = Clock()
    model = Model()
    with LocalService(model=model, clock=clock) as service:
        with AssistantsClient(CompatibleEndpoint(service.base_url)) as client:
            yield World(client, model, clock)
            model.held = False


def arrive(world: World, status: str) -> Run:
    """A run that is in a status, and stays there until something is done."""
    question = {"queued": "wait", "in_progress": "hold", "requires_action": "tool"}[status]
    run = world.create(question)
    if status != "queued":
        world.until(run, status)
    found = world.read(run)
    assert found.status == status
    return found


ACTIVE = ("queued", "in_progress", "requires_action")


def test_from_queued_to_completed(world: World) -> None:
    with world.busy():
        run = arrive(world, "queued")
    assert world.until(run, "completed")[0] in {"queued", "in_progress"}
    held = world.create("hold on")
    world.model.held = False
    world.until(held, "completed")


def test_in_progress_is_seen_before_completed(world: World) -> None:
    run = arrive(world, "in_progress")
    assert (run.started_at, run.completed_at, run.usage) == (int(START), None, None)
    world.model.held = False
    assert world.until(run, "completed") == ["in_progress", "completed"]
    ended = world.read(run)
    assert (ended.completed_at, ended.expires_at) == (int(START), None)
    assert ended.usage is not None


def test_tools_lead_back_to_the_queue(world: World) -> None:
    """requires_action, queued, in_progress, and to the end; the lifetime is not reset."""
    run = arrive(world, "requires_action")
    world.clock.now += 100
    queued = world.submit(run)
    assert (queued.status, queued.required_action) == ("queued", None)
    assert queued.expires_at == run.created_at + LIFETIME
    world.until(run, "completed")


def test_a_run_that_waits_for_tools_goes_through_in_progress_again(world: World) -> None:
    run = world.create("hold tool")
    world.until(run, "in_progress")
    world.model.held = False
    world.until(run, "requires_action")
    world.model.held = True
    assert world.submit(run).status == "queued"
    assert world.until(run, "in_progress")[-1] == "in_progress"
    world.model.held = False
    world.until(run, "completed")


@pytest.mark.parametrize("status", ACTIVE)
def test_cancelled_in_every_active_status(world: World, status: str) -> None:
    if status == "queued":
        with world.busy():
            _cancel(world, arrive(world, status))
    else:
        _cancel(world, arrive(world, status))


def _cancel(world: World, run: Run) -> None:
    assert world.cancel(run).status == "cancelling"
    world.model.held = False
    assert world.until(run, "cancelled")[-1] == "cancelled"
    ended = world.read(run)
    assert ended.cancelled_at == int(START)
    with pytest.raises(RunCancelled):
        ended.raise_for_status()


@pytest.mark.parametrize("status", ACTIVE)
def test_expired_in_every_active_status(world: World, status: str) -> None:
    """A second before its time is over a run lives, then it does not."""
    if status == "queued":
        with world.busy():
            _expire(world, arrive(world, status))
    else:
        _expire(world, arrive(world, status))


def _expire(world: World, run: Run) -> None:
    assert run.expires_at == run.created_at + LIFETIME
    world.clock.now = START + LIFETIME - 1
    assert world.read(run).status == run.status
    world.clock.now = START + LIFETIME
    assert world.until(run, "expired") in ([run.status, "expired"], ["expired"])
    with pytest.raises(RunExpired):
        world.read(run).raise_for_status()


@pytest.mark.parametrize(
    ("question", "code"), [("fail", "server_error"), ("limit", "rate_limit_exceeded")]
)
def test_failed(world: World, question: str, code: str) -> None:
    run = world.create(f"hold {question}")
    world.until(run, "in_progress")
    world.model.held = False
    assert world.until(run, "failed") == ["in_progress", "failed"]
    with pytest.raises(RunFailed, match=code) as caught:
        world.read(run).raise_for_status()
    assert type(caught.value) is RunFailed
    assert caught.value.run.failed_at == int(START)


def test_failed_after_tools(world: World) -> None:
    run = world.create("tool, then fail")
    world.until(run, "requires_action")
    world.submit(run)
    world.until(run, "failed")


def test_incomplete(world: World) -> None:
    """The tokens are used up; what there is of the message is kept."""
    run = world.create("hold long")
    world.until(run, "in_progress")
    world.model.held = False
    assert world.until(run, "incomplete") == ["in_progress", "incomplete"]
    ended = world.read(run)
    assert ended.incomplete_details is not None
    assert ended.incomplete_details.reason == "max_completion_tokens"
    message = world.client.threads.messages.list(run.thread_id).data[0]
    assert (message.text, message.status) == ("So far", "incomplete")
    assert message.incomplete_details is not None
    assert message.incomplete_details.reason == "max_tokens"
    with pytest.raises(RunIncomplete, match="max_completion_tokens"):
        ended.raise_for_status()


def test_incomplete_before_the_first_turn(world: World) -> None:
    """The message alone has more tokens than the run may read."""
    run = world.client.threads.create_and_run(
        assistant_id=world.assistant,
        thread={"messages": [{"role": "user", "content": "many words " * 400}]},
        max_prompt_tokens=256,
    )
    world.until(run, "incomplete")
    with pytest.raises(RunIncomplete, match="max_prompt_tokens"):
        world.read(run).raise_for_status()


@pytest.mark.parametrize("ending", ["completed", "failed", "cancelled", "expired", "incomplete"])
def test_an_end_is_never_left(world: World, ending: str) -> None:
    """Neither by cancelling, nor by outputs, nor by time; and the thread is free again."""
    question: dict[str, Any] = {"failed": "fail", "incomplete": "long"}
    run = world.create(question.get(ending, "tool" if ending != "completed" else "hello"))
    if ending == "cancelled":
        world.until(run, "requires_action")
        world.cancel(run)
    if ending == "expired":
        world.until(run, "requires_action")
        world.clock.now += LIFETIME
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


def test_these_are_all_statuses() -> None:
    assert {status.value for status in RunStatus} == {
        *ACTIVE,
        *("cancelling", "cancelled", "failed", "completed", "incomplete", "expired"),
    }
