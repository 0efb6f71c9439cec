"""Streams of the service, read as they are sent; every event has to be one of the description."""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpx
import msgspec
from attrs import frozen
from tests.support.service.api import Api
from tests.support.service.scripted import PausingModel

from openai_assistants_rest.events import UnknownEvent, decode_event
from openai_assistants_service import LocalService
from openai_assistants_service.models.base import Finish, TextDelta


@frozen
class Told:
    """One event: its data is parsed JSON, or the text of `done`."""

    name: str
    data: Any
    id: str | None

    @property
    def short(self) -> str:
        return self.name.removeprefix("thread.")


def parse(text: str) -> list[Told]:
    """Read a whole stream, whose events end with empty lines."""
    assert text.endswith("\n\n")
    return list(blocks(text.removesuffix("\n").split("\n")))


def blocks(lines: Iterable[str]) -> Iterator[Told]:
    """Yield the events of lines as they come; comments are skipped."""
    fields: dict[str, str] = {}
    for line in lines:
        if line and not line.startswith(":"):
            name, colon, value = line.partition(": ")
            assert colon, line
            assert name not in fields, line
            fields[name] = value
        elif not line:
            yield told(fields)
            fields = {}


def told(fields: dict[str, str]) -> Told:
    """Check an event and return it."""
    name, data = fields["event"], fields["data"]
    decoded = decode_event(name, data.encode())
    assert not isinstance(decoded, UnknownEvent), name
    known = data if name == "done" else msgspec.json.decode(data)
    return Told(name, known, fields.get("id"))


def ask(api: Api, path: str, headers: dict[str, str] | None = None, **body: Any) -> httpx.Response:
    """Ask for a stream, and read it to its end."""
    response = api.send("POST", path, json={"stream": True, **body}, headers=headers)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "text/event-stream; charset=utf-8"
    return response


def listen(api: Api, path: str, headers: dict[str, str] | None = None, **body: Any) -> list[Told]:
    """Return the events of a stream, which has to be done."""
    events = parse(ask(api, path, headers, **body).text)
    assert [one.name for one in events].index("done") == len(events) - 1
    return events[:-1]


def story(events: list[Told]) -> list[str]:
    """Return the names, with only one in the place of several deltas in a row."""
    names = [one.short for one in events]
    return [
        name for number, name in enumerate(names) if name not in names[max(0, number - 1) : number]
    ]


class Streaming:
    """A stream that is read while other things are done."""

    def __init__(self, response: httpx.Response) -> None:
        self._events = blocks(response.iter_lines())
        self.seen: list[Told] = []

    def until(self, name: str) -> Told:
        """Read up to an event of a name, and return it."""
        for event in self._events:
            self.seen.append(event)
            if event.short == name:
                return event
        raise AssertionError([one.short for one in self.seen])


@contextlib.contextmanager
def streaming(api: Api, assistant: str, question: str = "hello") -> Iterator[Streaming]:
    body = {
        "assistant_id": assistant,
        "stream": True,
        "thread": {"messages": [{"role": "user", "content": question}]},
    }
    with api.http.stream("POST", "/threads/runs", json=body) as response:
        yield Streaming(response)


@contextlib.contextmanager
def paused(
    clock: Callable[[], float] | None = None,
) -> Iterator[tuple[Api, str, PausingModel]]:
    """A service whose model says a word when it is let, an assistant, and the model."""
    model = PausingModel([TextDelta("one "), TextDelta("two "), Finish("stop")])
    options: dict[str, Any] = {} if clock is None else {"clock": clock}
    with LocalService(model=model, **options) as service, Api.of(service) as api:
        try:
            yield api, api.post("/assistants", model="m")["id"], model
        finally:
            model.release(100)
