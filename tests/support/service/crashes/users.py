"""Users of a service that is killed: each does one thing after another, and notes what it did."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from attrs import field, frozen
from tests.support.service.crashes.client import Client, Unanswered
from tests.support.service.streams import Told

TOOLS = [
    {"type": "function", "function": {"name": "look_up"}},
    {"type": "code_interpreter"},
]
_PIECES = 400
_LARGEST = 200_000


@frozen
class Asked:
    """A run that was asked for, and what has to come of it.

    Attributes:
        text: what the model says in the end; None for a run that is cancelled.
        outputs: of the functions that it calls, by the ids of the calls.
        told: what was read of its streams, if they were read from the beginning.
    """

    id: str
    thread_id: str
    text: str | None
    outputs: dict[str, str]
    told: list[Told] | None = None


@frozen
class Notes:
    """What users did.

    Attributes:
        tried: messages without a key, by their texts: the answer, or None if there was none.
        kept: the contents of files, by id.
        held: the files that were put into vector stores, as (store, file).
    """

    runs: list[Asked] = field(factory=list[Asked])
    tried: dict[str, dict[str, Any] | None] = field(factory=dict[str, dict[str, Any] | None])
    kept: dict[str, bytes] = field(factory=dict[str, bytes])
    deleted: list[str] = field(factory=list[str])
    held: list[tuple[str, str]] = field(factory=list[tuple[str, str]])


User = Callable[[Client, str, Notes], None]
"""Does one thing that makes sense by itself, with an assistant."""


def talk(client: Client, assistant: str, notes: Notes) -> None:
    """Say something in a new thread, and have runs answer, some of which are cancelled."""
    thread = client.insist("POST", "/threads", json={"metadata": {"a": _word(client)}})["id"]
    said = {"role": "user", "content": _word(client), "metadata": {"b": _word(client)}}
    client.insist("POST", f"/threads/{thread}/messages", json=said)
    for _ in range(client.random.randint(1, 2)):
        if client.random.random() < 0.25:
            _cancel(client, assistant, thread, notes)
        else:
            _run(client, assistant, thread, notes)


def _run(client: Client, assistant: str, thread: str, notes: Notes) -> None:
    text, outputs, body = _script(client, assistant)
    run = client.insist("POST", f"/threads/{thread}/runs", json=body)
    notes.runs.append(Asked(run["id"], thread, text, outputs))
    follow(client, run, outputs)


def follow(client: Client, run: dict[str, Any], outputs: dict[str, str]) -> dict[str, Any]:
    """Wait until a run has ended; give it the outputs that it asks for."""
    path = f"/threads/{run['thread_id']}/runs/{run['id']}"
    while run["status"] in ("queued", "in_progress", "cancelling", "requires_action"):
        if run["status"] == "requires_action":
            body = _given(_calls(run), outputs)
            run = client.insist("POST", f"{path}/submit_tool_outputs", json=body)
        else:
            run = client.get(path, headers={"Prefer": "wait=2"})
    return run


def _cancel(client: Client, assistant: str, thread: str, notes: Notes) -> None:
    script = json.dumps([{"text": _pieces(client, 20), "wait": True}])
    body = {"assistant_id": assistant, "instructions": script}
    run = client.insist("POST", f"/threads/{thread}/runs", json=body)
    notes.runs.append(Asked(run["id"], thread, None, {}))
    path = f"/threads/{thread}/runs/{run['id']}"
    if client.random.random() < 0.5:
        client.get(path)
    follow(client, client.insist("POST", f"{path}/cancel"), {})


def read_streams(client: Client, assistant: str, notes: Notes) -> None:
    """Read the streams of a run of a new thread to their ends."""
    text, outputs, body = _script(client, assistant)
    told = client.stream("/threads/runs", **body, thread={"messages": []})
    run = told[-1].data
    path = f"/threads/{run['thread_id']}/runs/{run['id']}"
    while run["status"] == "requires_action":
        given = _given(_calls(run), outputs)
        told = told + client.stream(f"{path}/submit_tool_outputs", **given)
        run = told[-1].data
    notes.runs.append(Asked(run["id"], run["thread_id"], text, outputs, told))


def write_without_keys(client: Client, assistant: str, notes: Notes) -> None:
    """Add messages to a thread, each once, answered or not."""
    thread = client.insist("POST", "/threads", json={})["id"]
    for _ in range(5):
        text = _word(client)
        notes.tried[text] = None
        body = {"role": "user", "content": text}
        try:
            answer = client.try_once("POST", f"/threads/{thread}/messages", json=body)
        except Unanswered:
            continue
        notes.tried[text] = answer


def upload(client: Client, assistant: str, notes: Notes) -> None:
    """Upload files; delete some, and put others into a vector store."""
    content = " ".join(_pieces(client, client.random.randint(1, _LARGEST // 10))).encode()
    form = {"files": {"file": ("a.txt", content)}, "data": {"purpose": "assistants"}}
    file = client.insist("POST", "/files", **form)["id"]
    fate = client.random.random()
    if fate < 0.4:
        client.insist("DELETE", f"/files/{file}")
        notes.deleted.append(file)
        return
    notes.kept[file] = content
    if fate < 0.6:
        store = client.insist("POST", "/vector_stores", json={"name": _word(client)})["id"]
        client.insist("POST", f"/vector_stores/{store}/files", json={"file_id": file})
        notes.held.append((store, file))


USERS: tuple[User, ...] = (talk, talk, read_streams, read_streams, write_without_keys, upload)


def _word(client: Client) -> str:
    return f"{client.random.getrandbits(64):016x}"


def _pieces(client: Client, number: int) -> list[str]:
    return [f"{client.random.getrandbits(32):08x} " for _ in range(number)]


def _script(client: Client, assistant: str) -> tuple[str, dict[str, str], dict[str, Any]]:
    """Make up a run: what it says in the end, the outputs that it is given, and its body."""
    calls = [f"call_{_word(client)}" for _ in range(client.random.randint(0, 3))]
    outputs = {call: _word(client) for call in calls}
    pieces = _pieces(client, client.random.randint(1, _PIECES))
    script = json.dumps([*_turns(client, calls), {"text": pieces}])
    return "".join(pieces), outputs, {"assistant_id": assistant, "instructions": script}


def _turns(client: Client, calls: list[str]) -> Iterator[dict[str, Any]]:
    if client.random.random() < 0.3:
        program = {"type": "code_interpreter", "arguments": "print(1 + 1)"}
        yield {"calls": [program]}
    if calls:
        yield {
            "calls": [
                {"id": call, "name": "look_up", "arguments": ['{"a": ', f'"{_word(client)}"', "}"]}
                for call in calls
            ]
        }


def _calls(run: dict[str, Any]) -> list[str]:
    action = run["required_action"]["submit_tool_outputs"]
    return [call["id"] for call in action["tool_calls"]]


def _given(calls: list[str], outputs: dict[str, str]) -> dict[str, Any]:
    return {"tool_outputs": [{"tool_call_id": one, "output": outputs[one]} for one in calls]}
