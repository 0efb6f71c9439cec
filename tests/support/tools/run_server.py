"""A service in memory whose runs ask for tools, round after round."""

import json
import re
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

import anyio
import attrs
import httpx

Asked = Mapping[str, Mapping[str, object]]
"""The calls of a round: the name of a function, and the arguments."""

FIXED = {
    "object": "thread.run",
    "created_at": 1_000,
    "expires_at": 1_600,
    "assistant_id": "asst_1",
    "model": "m",
    "instructions": "",
    "tools": [],
    "metadata": {},
}
EMPTY = ("last_error", "started_at", "cancelled_at", "failed_at", "completed_at", "usage")


@attrs.define
class RunState:
    """A run: how far it is, and what it was given."""

    id: str
    thread_id: str
    rounds: list[Asked]
    body: dict[str, Any]
    outputs: list[dict[str, str]] = attrs.field(factory=list[dict[str, str]])
    status: str = "queued"
    done: int = 0

    @property
    def call_ids(self) -> list[str]:
        return [f"call_{self.done}_{name}" for name in self.rounds[self.done]]

    def advance(self) -> None:
        """Goes on, as a service does between two requests."""
        if self.status == "queued":
            self.status = "requires_action" if self.done < len(self.rounds) else "completed"

    def submit(self, outputs: Sequence[Mapping[str, str]]) -> bool:
        """Takes outputs, if the run waits for just these."""
        if self.status != "requires_action":
            return False
        if [each["tool_call_id"] for each in outputs] != self.call_ids:
            return False
        self.outputs.append({each["tool_call_id"]: each["output"] for each in outputs})
        self.done += 1
        self.status = "queued"
        return True

    def body_of_answer(self) -> dict[str, object]:
        action = None
        if self.status == "requires_action":
            asked = zip(self.call_ids, self.rounds[self.done].items(), strict=True)
            calls = [
                {
                    "id": call_id,
                    "type": "function",
                    "function": {"name": name, "arguments": json.dumps(arguments)},
                }
                for call_id, (name, arguments) in asked
            ]
            action = {"type": "submit_tool_outputs", "submit_tool_outputs": {"tool_calls": calls}}
        made = {"id": self.id, "thread_id": self.thread_id, "status": self.status}
        return {**FIXED, **dict.fromkeys(EMPTY), **made, "required_action": action}


class RunServer(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Answers as the transport of either client of httpx.

    Args:
        rounds: what each run asks for.
        assistant_tools: the tools of the assistant.
        latency: seconds that each answer takes; of the asynchronous client only.

    Attributes:
        runs: by their ids.
        asked: the requests so far, as method and path.
        lost: answers to submits that get lost on the way back, or 5xx in their place.
        refused: submits that the run was not in a state for.
    """

    def __init__(
        self,
        *rounds: Asked,
        assistant_tools: Sequence[Mapping[str, object]] = (),
        latency: float = 0.0,
    ) -> None:
        self.rounds = list(rounds)
        self.assistant_tools = list(assistant_tools)
        self.latency = latency
        self.runs: dict[str, RunState] = {}
        self.asked: list[tuple[str, str]] = []
        self.lost: list[Exception | int] = []
        self.dropped: list[Exception] = []
        self.refused = 0
        self._ids = count(1)

    @property
    def run(self) -> RunState:
        """The only run."""
        (run,) = self.runs.values()
        return run

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        return self.answer(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        await anyio.sleep(self.latency)
        return self.answer(request)

    def answer(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path.removeprefix("/v1")
        self.asked.append((request.method, path))
        if path.startswith("/assistants/"):
            made = {"id": "asst_1", "object": "assistant", "tools": self.assistant_tools}
            return httpx.Response(200, json=made)
        if created := re.fullmatch(r"/threads(?:/(\w+))?/runs", path):
            body = json.loads(request.content)
            thread_id = created[1] or "thread_new"
            run = RunState(f"run_{next(self._ids)}", thread_id, self.rounds, body)
            self.runs[run.id] = run
            return httpx.Response(200, json=run.body_of_answer())
        run = self.runs[path.split("/")[4]]
        if path.endswith("/submit_tool_outputs"):
            return self._submit(run, json.loads(request.content)["tool_outputs"])
        if path.endswith("/cancel"):
            run.status = "cancelling"
        else:
            run.advance()
        return httpx.Response(200, json=run.body_of_answer())

    def _submit(self, run: RunState, outputs: Sequence[Mapping[str, str]]) -> httpx.Response:
        if self.dropped:
            raise self.dropped.pop(0)
        if not run.submit(outputs):
            self.refused += 1
            message = f'Runs in status "{run.status}" do not accept tool outputs.'
            return httpx.Response(400, json={"error": {"message": message}})
        if self.lost:
            lost = self.lost.pop(0)
            if isinstance(lost, Exception):
                raise lost
            return httpx.Response(lost)
        return httpx.Response(200, json=run.body_of_answer())
