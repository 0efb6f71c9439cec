"""How much there is to follow between `create_and_poll` and the network.

The *spine* of a call are the functions of ours that are on the call stack, below the method of the
resource, at any of the points where something happens: the HTTP request is prepared, it is
authenticated, the HTTP library sends it, the retry rule or the polling rule decides, the response
is decoded. Functions that are called on the way and return before any of these are helpers, which
a reader can take by their names; they count among the functions entered, which are all.

Imports and what is loaded at first use do not count: the call is made once before.
"""

import asyncio
import gc
import sys
from collections.abc import Callable
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import httpx
import pytest

import openai_assistants
import openai_assistants_core
import openai_assistants_rest
from openai_assistants import AssistantsClient, AsyncAssistantsClient, OpenAIKeyCredential
from openai_assistants._auth.authenticator import AsyncAuthenticator, Authenticator
from openai_assistants._pipeline.request import prepare
from openai_assistants.polling.rule import poll_rule
from openai_assistants.retry import attempts
from openai_assistants_core import Operation

PACKAGES = (openai_assistants, openai_assistants_core, openai_assistants_rest)
FOLDERS = tuple(str(Path(str(package.__file__)).parent) for package in PACKAGES)
POINTS = {
    function.__code__
    for function in (
        prepare,
        Authenticator.headers,
        AsyncAuthenticator.headers,
        attempts,
        poll_rule,
        Operation.parse,
    )
}

RUN: dict[str, Any] = {
    "id": "run_1",
    "object": "thread.run",
    "created_at": 1,
    "thread_id": "thread_1",
    "assistant_id": "asst_1",
    "last_error": None,
    "expires_at": 601,
    "started_at": None,
    "cancelled_at": None,
    "failed_at": None,
    "completed_at": None,
    "model": "gpt-4o",
    "instructions": "",
    "tools": [],
    "metadata": {},
}
"""A run as it is declared, so that it is decoded at once; its status is missing."""

MAX_SPINE = 17
MAX_SPINE_FILES = 11
MAX_DEPTH = 9
MAX_FUNCTIONS = 80
MAX_FILES = 31


def is_ours(code: CodeType) -> bool:
    """Whether a function is one of the client's packages."""
    return code.co_filename.startswith(FOLDERS)


class Recorder:
    """Counts the functions of ours that a call enters.

    Attributes:
        entered: all of them.
        spine: those on the stack at a point where something happens.
        depths: how many were on the stack at each sending.
    """

    def __init__(self) -> None:
        self.entered: set[CodeType] = set()
        self.spine: set[CodeType] = set()
        self.depths: list[int] = []

    def profile(self, frame: FrameType, event: str, _: object) -> None:
        """For `sys.setprofile`."""
        if event == "call" and is_ours(frame.f_code):
            self.entered.add(frame.f_code)
            if frame.f_code in POINTS:
                self.spine.update(self.stack(frame))

    def stack(self, frame: FrameType | None) -> list[CodeType]:
        """The functions of ours on the stack."""
        found: list[CodeType] = []
        while frame is not None:
            if is_ours(frame.f_code):
                found.append(frame.f_code)
            frame = frame.f_back
        return found

    def answer(self, request: httpx.Request) -> httpx.Response:
        """Stands in for the network: a run that is queued, and at the first poll completed."""
        stack = self.stack(sys._getframe())
        self.spine.update(stack)
        self.depths.append(len(stack))
        status = "queued" if request.method == "POST" else "completed"
        return httpx.Response(200, json={**RUN, "status": status})

    def record(self, call: Callable[[], Any]) -> None:
        """Makes the call twice, and records the second."""
        call()
        for found in (self.entered, self.spine, self.depths):
            found.clear()
        gc.disable()  # it would run the finalizers of other clients
        sys.setprofile(self.profile)
        try:
            call()
        finally:
            sys.setprofile(None)
            gc.enable()


def synchronous(recorder: Recorder) -> None:
    """Records a call of a synchronous client."""
    http = httpx.Client(transport=httpx.MockTransport(recorder.answer))
    client = AssistantsClient(OpenAIKeyCredential("sk-key"), http_client=http)
    recorder.record(
        lambda: client.threads.runs.create_and_poll(
            thread_id="thread_1", assistant_id="asst_1", poll_interval_ms=0
        )
    )


def asynchronous(recorder: Recorder) -> None:
    """Records a call of an asynchronous client."""
    http = httpx.AsyncClient(transport=httpx.MockTransport(recorder.answer))
    client = AsyncAssistantsClient(OpenAIKeyCredential("sk-key"), http_client=http)

    async def call() -> None:
        await client.threads.runs.create_and_poll(
            thread_id="thread_1", assistant_id="asst_1", poll_interval_ms=0
        )

    with asyncio.Runner() as runner:
        recorder.record(lambda: runner.run(call()))


@pytest.mark.parametrize("run", [synchronous, asynchronous])
def test_a_call_is_short_to_follow(
    run: Callable[[Recorder], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    # As in an application without OpenTelemetry, whatever other tests have loaded.
    monkeypatch.delitem(sys.modules, "opentelemetry", raising=False)
    recorder = Recorder()
    run(recorder)
    spine = sorted(code.co_qualname for code in recorder.spine)
    entered = sorted(code.co_qualname for code in recorder.entered)
    assert len(recorder.depths) == 2
    assert len(spine) <= MAX_SPINE, spine
    assert len({code.co_filename for code in recorder.spine}) <= MAX_SPINE_FILES
    assert max(recorder.depths) <= MAX_DEPTH
    assert len(entered) <= MAX_FUNCTIONS, entered
    assert len({code.co_filename for code in recorder.entered}) <= MAX_FILES
