"""A stub of the service: it does all it is asked to, knows no idempotency keys, and counts."""

import json
import re
import threading
from collections import Counter
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

Record = dict[str, Any]

_PATH = re.compile(r"/v1/((?:threads/\w+/)?(assistants|threads|messages))(?:/(\w+))?")
_KINDS: dict[str, tuple[str, str, Record]] = {
    "assistants": ("assistant", "asst", {"model": "stub", "tools": [], "name": None}),
    "threads": ("thread", "thread", {"tool_resources": None}),
    "messages": ("thread.message", "msg", {"status": "completed", "attachments": []}),
}


class Missing(Exception):
    """There is nothing at this path."""


class Shelf:
    """What the stub keeps: objects by their ids, in collections by their paths."""

    def __init__(self) -> None:
        self.executed: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._numbers = count(1)
        self._collections: dict[str, dict[str, Record]] = {"assistants": {}, "threads": {}}

    def answer(self, method: str, target: str, body: Record) -> Record:
        """Do what a request asks for."""
        url = urlsplit(target)
        match = _PATH.fullmatch(url.path)
        if match is None or match[1] not in self._collections:
            raise Missing(url.path)
        path, kind, object_id = match.groups()
        with self._lock:
            objects = self._collections[path]
            if object_id is None and method == "POST":
                return self._create(objects, kind, path, body)
            if object_id is None:
                return _page(objects, {name: one[-1] for name, one in parse_qs(url.query).items()})
            if object_id not in objects:
                raise Missing(url.path)
            if method == "DELETE":
                self._collections.pop(f"{path}/{object_id}/messages", None)
                gone = objects.pop(object_id)
                return {"id": object_id, "object": f"{gone['object']}.deleted", "deleted": True}
            objects[object_id] = {**objects[object_id], **body}
            return objects[object_id]

    def _create(self, objects: Record, kind: str, path: str, body: Record) -> Record:
        self.executed[_marker(body)] += 1
        number = next(self._numbers)
        name, prefix, defaults = _KINDS[kind]
        made: Record = {
            "id": f"{prefix}_{number:024}",
            "object": name,
            "created_at": 1_700_000_000 + number,
            **defaults,
            **body,
            "metadata": body.get("metadata") or {},
        }
        if kind == "messages":
            made["thread_id"] = path.split("/")[1]
            text = {"value": body["content"], "annotations": []}
            made["content"] = [{"type": "text", "text": text}]
        if kind == "threads":
            self._collections[f"threads/{made['id']}/messages"] = {}
        objects[made["id"]] = made
        return made


def _marker(body: Record) -> str:
    """Return what the caller calls the object that it wants to be made."""
    name = body.get("name") or (body.get("metadata") or {}).get("name") or body.get("content")
    return str(name)


def _page(objects: Mapping[str, Record], query: Mapping[str, str]) -> Record:
    rows = list(objects.values())
    if query.get("order") != "asc":
        rows.reverse()
    ids = [row["id"] for row in rows]
    if query.get("after") in ids:
        rows = rows[ids.index(query["after"]) + 1 :]
    limit = int(query.get("limit", 20))
    data = rows[:limit]
    return {
        "object": "list",
        "data": data,
        "first_id": data[0]["id"] if data else None,
        "last_id": data[-1]["id"] if data else None,
        "has_more": len(rows) > limit,
    }


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    shelf: Shelf

    def do_GET(self) -> None:
        self._respond()

    def do_POST(self) -> None:
        self._respond()

    def do_DELETE(self) -> None:
        self._respond()

    def _respond(self) -> None:
        sent = self.rfile.read(int(self.headers.get("content-length") or 0))
        try:
            status, body = 200, self.shelf.answer(self.command, self.path, json.loads(sent or "{}"))
        except Missing as error:
            status, body = 404, {"error": {"message": f"Nothing at {error}.", "type": "missing"}}
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a connection that broke."""


class Stub:
    """The stub at a free port of 127.0.0.1, for as long as its `with` block lasts.

    It has assistants, threads and messages: create, read, change, delete, and lists, newest first,
    with `after`, `limit` and `order`. `executed` counts the creations that were carried out, by the
    name, the metadata's name or the content that the request gave.
    """

    def __init__(self) -> None:
        self._shelf = Shelf()
        handler = type("Handler", (_Handler,), {"shelf": self._shelf})
        self._server = _Server(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    @property
    def executed(self) -> Counter[str]:
        """How often each creation was carried out."""
        return self._shelf.executed

    @property
    def port(self) -> int:
        """The port."""
        return int(self._server.server_address[1])

    @property
    def base_url(self) -> str:
        """The base URL of an OpenAI client."""
        return f"http://127.0.0.1:{self.port}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
