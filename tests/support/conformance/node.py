"""The npm packages, spoken to through `bridge.mjs`, in the shape of the Python package openai."""

import json
import re
import subprocess
from base64 import b64decode, b64encode
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from .peers import Dropped, Missing, Page, Told, answer, peer_error, polled

JS = Path(__file__).resolve().parents[2] / "conformance" / "js"


class Bridge:
    """A process of Node.js with one client in it."""

    def __init__(self, package: str, mode: str, url: str, key: str) -> None:
        command = ["node", "--no-warnings", "bridge.mjs", package, mode, url, key]
        self._process = subprocess.Popen(
            command, cwd=JS, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def close(self) -> None:
        """End it."""
        self._process.communicate(timeout=30)

    def ask(self, path: list[str], args: list[Any] | None, wanted: str | None = None) -> Any:
        """Call a method; without arguments, only see whether it is there."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(json.dumps({"path": path, "args": args, "as": wanted}) + "\n")
        stdin.flush()
        said = json.loads(stdout.readline() or '{"error": null}')
        assert "error" not in said or said["error"], f"the client broke at {path}"
        if "error" in said:
            error = said["error"]
            assert "broken" not in error, error["broken"]
            raise peer_error(error["status"], error["body"], error["message"], error["id"])
        if said.get("missing"):
            raise Missing(".".join(path))
        return said.get("result")


def encoded(file: Any) -> Any:
    """Return a file to upload as the bridge takes it."""
    if isinstance(file, Path):
        return {"$path": str(file)}
    if hasattr(file, "read"):
        return {"$path": file.name}
    name, content = (file[0], file[1]) if isinstance(file, tuple) else ("upload", file)
    return {"$file": [name, b64encode(content).decode()]}


def camel(name: str) -> str:
    """Spell a name as JavaScript does."""
    return re.sub(r"_(\w)", lambda found: found[1].upper(), name)


class OpenAI:
    """The npm package openai, whose names are those of the Python package in camel case."""

    def __init__(self, mode: str, url: str, key: str) -> None:
        self._bridge = Bridge("openai", mode, url, key)
        self.close = self._bridge.close

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return Resource(self._bridge, [camel(name)])


POSITIONAL = {
    "retrieve": ("file_id", "run_id"),
    "create": ("thread_id", "vector_store_id"),
    "createAndPoll": ("thread_id", "vector_store_id"),
    "uploadAndPoll": ("vector_store_id",),
    "stream": ("thread_id",),
    "poll": ("run_id",),
    "submitToolOutputsAndPoll": ("run_id",),
}
"""Path parameters that are given by name in Python, and in place in JavaScript."""

RESOURCES = {"assistants", "threads", "messages", "runs", "steps", "files", "vectorStores"}
RESOURCES |= {"beta", "fileBatches"}


class Resource:
    """A resource of that package, or a method of one."""

    def __init__(self, bridge: Bridge, path: list[str]) -> None:
        self._bridge = bridge
        self._path = path

    def __getattr__(self, name: str) -> Any:
        path = [*self._path, camel(name)]
        if name.startswith("_"):
            raise AttributeError(name)
        if path[-1] not in RESOURCES:
            try:
                self._bridge.ask(path, None)
            except Missing as error:
                raise AttributeError(name) from error
        return Resource(self._bridge, path)

    def __call__(self, *args: Any, **body: Any) -> Any:
        method, given = self._path[-1], [*args]
        if not given:
            named = (one for one in POSITIONAL.get(method, ()) if one in body)
            given += [body.pop(one) for one in list(named)[:1]]
        body |= body.pop("extra_body", {})
        options = {}
        if "poll_interval_ms" in body:
            options["pollIntervalMs"] = body.pop("poll_interval_ms")
        if "file" in body and method == "uploadAndPoll":
            given.append(encoded(body.pop("file")))
        elif "file" in body:
            body["file"] = encoded(body["file"])
        if "files" in body and method == "uploadAndPoll":
            body["files"] = [encoded(one) for one in body["files"]]
        given += ([body] if body or options else []) + ([options] if options else [])
        return self._shown(method, given)

    def _shown(self, method: str, given: list[Any]) -> Any:
        if method.lower().endswith("stream"):
            told = self._bridge.ask(self._path, given, "told")
            return Told(told["texts"], told["run"], told["messages"])
        result = self._bridge.ask(self._path, given)
        if isinstance(result, dict) and "$bytes" in result:
            content = b64decode(result["$bytes"])
            return SimpleNamespace(read=lambda: content)
        if isinstance(result, dict) and result.keys() == {"data", "more"}:
            again = lambda: self._bridge.ask(self._path, given, "all")  # noqa: E731
            return Page(again, result["data"], result["more"])
        return answer(result)


KEPT = {"metadata", "parameters"}
"""Members whose own members are the caller's, spelled as they please."""


def respelled(value: Any, spell: Any) -> Any:
    """Spell the names of members anew, at every depth."""
    if isinstance(value, list):
        return [respelled(one, spell) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        spell(name): one if name in KEPT else respelled(one, spell) for name, one in value.items()
    }


def snake(name: str) -> str:
    """Spell a name as the wire does."""
    return re.sub(r"(?<=[a-z])([A-Z])", lambda found: f"_{found[1].lower()}", name)


class AssistantsClient:
    """@azure/openai-assistants, which has the first generation."""

    def __init__(self, mode: str, url: str, key: str) -> None:
        self._bridge = Bridge("@azure/openai-assistants", mode, url, key)
        self.close = self._bridge.close
        runs = SimpleNamespace(
            create=self._call("createRun", "thread_id"),
            retrieve=self._call("getRun", "thread_id", "run_id"),
            update=self._call("updateRun", "thread_id", "run_id"),
            cancel=self._call("cancelRun", "thread_id", "run_id"),
            list=self._list("listRuns", "thread_id"),
            submit_tool_outputs=self._call(
                "submitToolOutputsToRun", "thread_id", "run_id", "tool_outputs"
            ),
            poll=lambda run_id, thread_id, **_: polled(
                lambda: runs.retrieve(run_id, thread_id=thread_id)
            ),
            steps=SimpleNamespace(
                retrieve=self._call("getRunStep", "thread_id", "run_id", "step_id"),
                list=self._list("listRunSteps", "thread_id", "run_id"),
            ),
        )
        threads = SimpleNamespace(
            **self._crud("Thread", "thread_id", lists=False),
            create_and_run=self._call("createThreadAndRun"),
            messages=SimpleNamespace(
                create=self._call("createMessage", "thread_id", "role", "content"),
                retrieve=self._call("getMessage", "thread_id", "message_id"),
                update=self._call("updateMessage", "thread_id", "message_id"),
                list=self._list("listMessages", "thread_id"),
                files=SimpleNamespace(
                    retrieve=self._call("getMessageFile", "thread_id", "message_id", "file_id"),
                    list=self._list("listMessageFiles", "thread_id", "message_id"),
                ),
            ),
            runs=runs,
        )
        assistants = SimpleNamespace(
            **self._crud("Assistant", "assistant_id"),
            files=SimpleNamespace(
                create=self._call("createAssistantFile", "assistant_id", "file_id"),
                retrieve=self._call("getAssistantFile", "assistant_id", "file_id"),
                delete=self._call("deleteAssistantFile", "assistant_id", "file_id"),
                list=self._list("listAssistantFiles", "assistant_id"),
            ),
        )
        self.beta = SimpleNamespace(assistants=assistants, threads=threads)
        self.assistants, self.threads = assistants, threads
        self.files = SimpleNamespace(
            create=self._upload,
            retrieve=self._call("getFile", "file_id"),
            delete=self._call("deleteFile", "file_id"),
            list=lambda **query: self._list("listFiles")(**query).data,
        )

    def _crud(self, noun: str, one: str, *, lists: bool = True) -> dict[str, Any]:
        members = {
            "create": self._call(f"create{noun}"),
            "retrieve": self._call(f"get{noun}", one),
            "update": self._call(f"update{noun}", one),
            "delete": self._call(f"delete{noun}", one),
        }
        return members | ({"list": self._list(f"list{noun}s")} if lists else {})

    def _call(self, method: str, *names: str) -> Any:
        """Make a method whose parameters of these names stand in place, and the last positional."""

        def call(*args: Any, **kwargs: Any) -> Any:
            free = [one for one in names if one not in kwargs]
            given = kwargs | dict(zip(free, args, strict=True))
            given |= given.pop("extra_body", {})
            in_place = [respelled(given.pop(one), camel) for one in names]
            body = [respelled(given, camel)] if given else []
            result = self._bridge.ask([method], in_place + body)
            return answer({"object": Dropped(), **respelled(result, snake)})

        return call

    def _list(self, method: str, *names: str) -> Any:
        def listed(*args: Any, **kwargs: Any) -> Page:
            found = self._call(method, *names)(*args, **kwargs).to_dict()
            return OnePage(found["data"], found.get("has_more", False))

        return listed

    def _upload(self, file: Any, purpose: str) -> Any:
        if not isinstance(file, tuple):
            raise Missing("it takes contents")
        name, content = file[:2]
        buffer = {"$buffer": b64encode(content).decode()}
        result = self._bridge.ask(["uploadFile"], [buffer, purpose, {"filename": name}])
        return answer({"object": Dropped(), **respelled(result, snake)})


class OnePage(Page):
    """A page of a library that has no more to do with lists."""

    def __init__(self, data: list[Any], more: bool) -> None:
        super().__init__(lambda: [data], data, more)

    def __iter__(self) -> Any:
        if self._more:
            raise Missing("it does not go on to the next page")
        return iter(self.data)

    def get_next_page(self) -> Page:
        """It does not."""
        raise Missing("it does not go on to the next page")
