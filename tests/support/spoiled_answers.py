"""Real answers of the local service, as bytes on the wire, and ways to spoil them."""

import json
import string
from collections.abc import Callable
from random import Random
from typing import Any

import attrs
import httpx

from openai_assistants import AssistantsClient

Header = tuple[bytes, bytes]
Get = Callable[[Any], Any]


@attrs.frozen
class Answer:
    """An answer before it is framed: what is asked for, and what came."""

    name: str
    ask: Get
    status: int
    headers: list[Header]
    body: bytes

    def framed(self) -> bytes:
        """The bytes of an HTTP/1.1 response."""
        lines = [f"HTTP/1.1 {self.status} Whatever".encode()]
        lines += [name + b": " + value for name, value in self.headers]
        return b"\r\n".join(lines) + b"\r\n\r\n" + self.body


def record(client: AssistantsClient, http: httpx.Client) -> list[Answer]:
    """Uses a service for a while and keeps its answers, as they come to the client of httpx."""
    file = client.files.create(file=("notes.txt", b"The room is B12.\n" * 40), purpose="assistants")
    store = client.vector_stores.create(name="notes")
    client.vector_stores.files.create_and_poll(file.id, vector_store_id=store.id)
    assistant = client.assistants.create(
        model="builtin",
        tools=[{"type": "file_search"}, {"type": "code_interpreter"}],
        tool_resources={"file_search": {"vector_store_ids": [store.id]}},
        metadata={"a": "b"},
    )
    run = client.threads.create_and_run_poll(
        assistant_id=assistant.id,
        thread={"messages": [{"role": "user", "content": "Which room is it?"}]},
    )
    thread = run.thread_id
    questions: dict[str, Get] = {
        "assistant": lambda c: c.assistants.retrieve(assistant.id),
        "assistants": lambda c: c.assistants.list(),
        "content": lambda c: c.files.content(file.id),
        "created": lambda c: c.threads.create(metadata={"a": "b"}),
        "deleted": lambda c: c.assistants.delete("asst_none"),
        "file": lambda c: c.files.retrieve(file.id),
        "messages": lambda c: c.threads.messages.list(thread),
        "missing": lambda c: c.threads.retrieve("thread_none"),
        "run": lambda c: c.threads.runs.retrieve(run.id, thread_id=thread),
        "search": lambda c: c.vector_stores.search(store.id, query="room"),
        "steps": lambda c: c.threads.runs.steps.list(run.id, thread_id=thread),
        "store": lambda c: c.vector_stores.retrieve(store.id),
        "store files": lambda c: c.vector_stores.files.list(store.id),
    }
    return [_recorded(client, http, name, ask) for name, ask in questions.items()]


def _recorded(client: AssistantsClient, http: httpx.Client, name: str, ask: Get) -> Answer:
    kept: list[httpx.Response] = []

    def keep(response: httpx.Response) -> None:
        response.read()
        kept.append(response)

    http.event_hooks = {"response": [keep]}
    try:
        ask(client)
    except Exception:
        assert kept, "an answer with an error status is an answer as well"
    http.event_hooks = {}
    response = kept[-1]
    return Answer(name, ask, response.status_code, list(response.headers.raw), response.content)


# -- spoiling --------------------------------------------------------------------------------------


def spoiled(answer: Answer, random: Random) -> bytes:
    """The answer with something wrong in its JSON, its headers, its bytes, or all of them."""
    level = random.randrange(8)
    if level in (0, 1, 2, 7):
        answer = attrs.evolve(answer, body=_spoil_json(answer.body, random))
    if level in (3, 4, 7):
        answer = _spoil_head(answer, random)
    if random.random() < 0.9:
        answer = _with_length(answer)
    framed = answer.framed()
    return _spoil_bytes(framed, random) if level in (5, 6, 7) else framed


def _with_length(answer: Answer) -> Answer:
    others = [header for header in answer.headers if header[0].lower() != b"content-length"]
    length = (b"content-length", str(len(answer.body)).encode())
    return attrs.evolve(answer, headers=[*others, length])


def _spoil_json(body: bytes, random: Random) -> bytes:
    try:
        document = json.loads(body)
    except ValueError:
        return _spoil_bytes(body, random)
    for _ in range(random.randint(1, 3)):
        document = _changed(document, random)
    text = json.dumps(document, ensure_ascii=random.random() < 0.5)
    return text.encode("utf-8", "surrogatepass")


def _changed(value: Any, random: Random) -> Any:
    """The value with some place in it changed."""
    if isinstance(value, dict) and value and random.random() < 0.85:
        name = random.choice(list(value))
        match random.randrange(8):
            case 0:
                return {key: one for key, one in value.items() if key != name}
            case 1:
                return {**value, _text(random): _junk(random)}
            case _:
                return {**value, name: _changed(value[name], random)}
    if isinstance(value, list) and value and random.random() < 0.85:
        place = random.randrange(len(value))
        return [*value[:place], _changed(value[place], random), *value[place + 1 :]]
    return _junk(random)


def _junk(random: Random) -> Any:
    deep: Any = None
    for _ in range(random.choice([0, 1, 5, 200])):
        deep = [deep] if random.random() < 0.5 else {"type": deep}
    return random.choice(
        [
            None,
            True,
            -1,
            0,
            10**30,
            1.5,
            float("nan"),
            float("inf"),
            "",
            "\ud800",
            "\x00",
            _text(random),
            [],
            {},
            [None],
            {"type": "new"},
            {"type": 5},
            deep,
        ]
    )


_HEADERS = [
    b"content-type",
    b"content-encoding",
    b"content-length",
    b"content-disposition",
    b"transfer-encoding",
    b"location",
    b"retry-after",
    b"retry-after-ms",
    b"x-should-retry",
    b"www-authenticate",
    b"x-request-id",
    b"openai-poll-after-ms",
    b"idempotency-retention",
    b"set-cookie",
    b"date",
    b"connection",
    b"content-range",
    b"etag",
]
_VALUES = [
    b"",
    b"0",
    b"-1",
    b"1e400",
    b"99999999999999999999",
    b"gzip",
    b"deflate, br",
    b"chunked",
    b"identity",
    b"close",
    b"text/html; charset=nonsense",
    b"application/json; charset=utf-16",
    b'attachment; filename="../\xff"',
    b"attachment; filename*=utf-8''%ff%fe",
    b"/v1/threads",
    b"http://[bad",
    b"//elsewhere.example/x",
    b"Tue, 99 Nov 2023 22:13:30 GMT",
    b"Thu, 01 Jan 0001 00:00:00 -2400",
    b'Bearer error="insufficient_claims", claims="%%%"',
    b"a=b; Domain=\xff",
    b"\xe4\xf6\xfc",
    b"bytes */*",
]
_STATUSES = [100, 101, 199, 200, 201, 204, 206, 299, 301, 304, 307, 308, 400, 401, 404, 408, 409]
_STATUSES += [418, 422, 429, 499, 500, 501, 503, 504, 599, 600, 999]


def _spoil_head(answer: Answer, random: Random) -> Answer:
    headers = list(answer.headers)
    for _ in range(random.randint(1, 3)):
        match random.randrange(4):
            case 0 if headers:
                headers.pop(random.randrange(len(headers)))
            case 1 if headers:
                headers.append(random.choice(headers))
            case _:
                headers.append((random.choice(_HEADERS), random.choice(_VALUES)))
    status = random.choice(_STATUSES) if random.random() < 0.5 else answer.status
    return attrs.evolve(answer, headers=headers, status=status)


def _spoil_bytes(data: bytes, random: Random) -> bytes:
    for _ in range(random.randint(1, 4)):
        start = random.randrange(len(data) + 1)
        end = min(len(data), start + random.randint(0, 8))
        match random.randrange(5):
            case 0:
                data = data[:start]
            case 1:
                data = data[:start] + data[end:]
            case 2:
                data = data[:start] + random.randbytes(random.randint(1, 4)) + data[start:]
            case 3:
                data = data[:end] + data[start:]
            case _:
                data = data[:start] + random.randbytes(end - start) + data[end:]
    return data


def _text(random: Random) -> str:
    return "".join(random.choices(string.printable + "äß€😀", k=random.randint(0, 12)))
