"""Streams of the service, read as they are sent; every event has to be one of the description."""

from collections.abc import Iterator
from typing import Any

import httpx
import msgspec
from attrs import frozen
from tests.support.service.api import Api

from openai_assistants_rest.events import UnknownEvent, decode_event


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
    """Read a whole stream; every line of it has to be understood."""
    return list(blocks(text.split("\n")))


def blocks(lines: Iterator[str] | list[str]) -> Iterator[Told]:
    """Yield the events of lines as they come."""
    fields: dict[str, str] = {}
    for line in lines:
        if line:
            name, colon, value = line.partition(": ")
            assert colon, line
            assert name not in fields or not name, line
            fields[name] = value
        elif fields.pop("", None) is None or fields:
            if fields:
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
