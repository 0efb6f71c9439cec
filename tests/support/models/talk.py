"""Runs of a service whose model is a scripted server."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from attrs import frozen
from tests.support.models.dialects import Asked, Dialect, Turn
from tests.support.models.server import Plan, Reply, ScriptedServer, in_order
from tests.support.service.api import Api

from openai_assistants_service import LocalService

WEATHER = {
    "type": "function",
    "function": {
        "name": "weather",
        "description": "The weather of a city.",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
    },
}


@frozen
class Talk:
    """A service, a client of it, and the server that its model is on."""

    dialect: Dialect
    server: ScriptedServer
    service: LocalService
    api: Api

    def follow(self, *replies: Turn | Reply | Plan) -> None:
        """Have the model give replies in order, the last again and again, or as a plan has it."""
        self.server.plan = _plan(self.dialect, replies)
        self.server.requests.clear()
        self.server.waiting.clear()
        self.server.left.clear()

    def run(
        self, *messages: Any, assistant: dict[str, Any] | None = None, **options: Any
    ) -> dict[str, Any]:
        """Begin a run on a new thread, of users' messages; return it once it waits or has ended."""
        made = self.api.post("/assistants", **{"model": "gpt-4o", **(assistant or {})})
        content = [{"role": "user", "content": one} for one in messages or ("Hello",)]
        thread = self.api.post("/threads", messages=content)["id"]
        path = f"/threads/{thread}/runs"
        run = self.api.post(path, assistant_id=made["id"], **options)
        return self.api.settled(run, "requires_action")

    def submit(self, run: dict[str, Any], output: str) -> dict[str, Any]:
        """Give every function that a run waits for the same output."""
        asked = run["required_action"]["submit_tool_outputs"]["tool_calls"]
        outputs = [{"tool_call_id": one["id"], "output": output} for one in asked]
        path = f"/threads/{run['thread_id']}/runs/{run['id']}/submit_tool_outputs"
        return self.api.settled(self.api.post(path, tool_outputs=outputs), "requires_action")

    def text(self, run: dict[str, Any]) -> str:
        """The newest message of the run's thread."""
        return "".join(part["text"]["value"] for part in self.api.answer(run)["content"])

    @property
    def asked(self) -> list[Asked]:
        """What the model was asked so far."""
        return [self.dialect.asked(one) for one in self.server.requests]


@contextmanager
def talking(dialect: Dialect, *replies: Turn | Reply | Plan, **limits: Any) -> Iterator[Talk]:
    """Serve a model that gives replies in order, or as a plan has it; without retries.

    Args:
        limits: of the file of `--models`; `key_env` and `extra_body`, too.
    """
    plan = _plan(dialect, replies) if replies else in_order([])
    with ScriptedServer(plan) as server, TemporaryDirectory() as folder:
        entry = {"name": "*", "server": dialect.prefix + server.url, "model": "there"}
        entry |= {name: limits.pop(name) for name in ("key_env",) if name in limits}
        body = limits.pop("extra_body", {})
        file = Path(folder, "models.toml")
        file.write_text(
            _toml("[[models]]", entry)
            + _toml("[models.limits]", {"max_retries": 0, **limits})
            + _toml("[models.extra_body]", body),
            encoding="utf-8",
        )
        with LocalService(models=file) as service, Api.of(service) as api:
            yield Talk(dialect, server, service, api)


def _plan(dialect: Dialect, replies: Sequence[Turn | Reply | Plan]) -> Plan:
    if len(replies) == 1 and callable(replies[0]):
        return replies[0]
    scripted = [dialect.stream(one) if isinstance(one, Turn) else one for one in replies]
    return in_order(*(one for one in scripted if not callable(one)))


def _toml(title: str, values: dict[str, Any]) -> str:
    lines = [f"{name} = {json.dumps(value)}" for name, value in values.items()]
    return "\n".join([title, *lines, ""])
