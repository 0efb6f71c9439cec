"""A thread as items of a conversation, in the form in which the Responses API takes them. No I/O.

What was said becomes messages; a call of a function becomes a `function_call` with its
`function_call_output`, a file search a `file_search_call`. A program of code_interpreter becomes a
function call as well: a `code_interpreter_call` names a container, which there is none of.
A call that was never answered is left out, for no conversation with one can be gone on with.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from openai_assistants_core import dumps

from .folder import Object, nested

_MESSAGE_STATUSES = ("completed", "incomplete", "in_progress")


def items_of(objects: Sequence[Object], names: Mapping[str, str]) -> list[Object]:
    """The items of a thread, oldest first.

    Args:
        objects: the thread, its messages, its runs and their steps, as they were exported.
        names: of files, by their ids.
    """
    messages = [one for one in objects if one["object"] == "thread.message"]
    runs = [one for one in objects if one["object"] == "thread.run"]
    steps: dict[str, list[Object]] = {run["id"]: [] for run in runs}
    for one in objects:
        if one["object"] == "thread.run.step":
            steps.setdefault(one["run_id"], []).append(one)
    timeline = _Timeline(runs, steps, messages)
    items: list[Object] = []
    for one in timeline:
        items += _calls(one) if one["object"] == "thread.run.step" else _message(one, names)
    return items


class _Timeline:
    """Messages, and the steps that call tools, each where it happened.

    Times in seconds do not tell that: a step comes ahead of the message that the next step of its
    run wrote, and a run without a message by when it was created.
    """

    def __init__(
        self,
        runs: Sequence[Object],
        steps: Mapping[str, Sequence[Object]],
        messages: Sequence[Object],
    ) -> None:
        self._messages = messages
        self._created = {run["id"]: run["created_at"] for run in runs}
        self._left = {run_id: list(some) for run_id, some in steps.items()}
        self._unwritten: dict[str, int] = {}
        for one in messages:
            if one.get("run_id") in self._left:
                self._unwritten[one["run_id"]] = self._unwritten.get(one["run_id"], 0) + 1

    def __iter__(self) -> Iterator[Object]:
        for message in self._messages:
            run_id = message.get("run_id")
            yield from self._ended_before(message, run_id)
            if run_id in self._left:
                yield from self._until(self._left[run_id], message["id"])
                self._unwritten[run_id] -= 1
            yield message
        for left in self._left.values():
            yield from self._until(left, None)

    def _ended_before(self, message: Object, run_id: str | None) -> Iterator[Object]:
        """What is left of the other runs that were over by then."""
        for other, left in self._left.items():
            over = not self._unwritten.get(other) and other != run_id
            if over and self._created.get(other, 0) < message["created_at"]:
                yield from self._until(left, None)

    def _until(self, left: list[Object], message_id: str | None) -> Iterator[Object]:
        """Takes the steps of a run up to the one that wrote a message, or all."""
        while left:
            step = left.pop(0)
            details: Object = step["step_details"]
            if details["type"] == "tool_calls":
                yield step
            elif message_id is not None and _wrote(details) == message_id:
                return


def _wrote(details: Object) -> str | None:
    return nested(details, "message_creation").get("message_id")


def _message(one: Object, names: Mapping[str, str]) -> Iterator[Object]:
    if one["role"] == "assistant":
        content = [part for raw in one["content"] for part in _output(raw, names)]
        status = one.get("status") or "completed"
        item = {
            "type": "message",
            "id": one["id"],
            "role": "assistant",
            "content": content,
            "status": status if status in _MESSAGE_STATUSES else "completed",
        }
    else:
        content = [part for raw in one["content"] for part in _input(raw)]
        item = {"type": "message", "role": one["role"], "content": content}
    if content:
        yield item


def _input(part: Object) -> Iterator[Object]:
    """A part of what a user said."""
    if part["type"] == "text":
        yield {"type": "input_text", "text": part["text"]["value"]}
    elif part["type"] in ("image_file", "image_url"):
        image: Object = part[part["type"]]
        source = (
            {"file_id": image["file_id"]} if "file_id" in image else {"image_url": image["url"]}
        )
        yield {"type": "input_image", **source, "detail": image.get("detail") or "auto"}


def _output(part: Object, names: Mapping[str, str]) -> Iterator[Object]:
    """A part of what an assistant said; an image that it drew is a text that names its file."""
    if part["type"] == "text":
        text: Object = part["text"]
        raw: list[Object] = text.get("annotations") or []
        found = [_annotation(one, names) for one in raw]
        annotations = [one for one in found if one is not None]
        yield {"type": "output_text", "text": text["value"], "annotations": annotations}
    elif part["type"] == "refusal":
        yield {"type": "refusal", "refusal": part["refusal"]}
    elif part["type"] == "image_file":
        file_id: str = part["image_file"]["file_id"]
        path = {"type": "file_path", "file_id": file_id, "index": 0}
        yield {"type": "output_text", "text": f"[image {file_id}]", "annotations": [path]}


def _annotation(one: Object, names: Mapping[str, str]) -> Object | None:
    place: int = one.get("start_index") or 0
    if one["type"] == "file_citation":
        file_id: str = one["file_citation"]["file_id"]
        cited = {"file_id": file_id, "filename": names.get(file_id, file_id)}
        return {"type": "file_citation", **cited, "index": place}
    if one["type"] == "file_path":
        return {"type": "file_path", "file_id": one["file_path"]["file_id"], "index": place}
    if one["type"] == "url_citation":
        site: Object = one["url_citation"]
        ends = {"start_index": place, "end_index": one.get("end_index") or place}
        return {
            "type": "url_citation",
            "url": site["url"],
            "title": site.get("title") or "",
            **ends,
        }
    return None


def _calls(step: Object) -> Iterator[Object]:
    for call in step["step_details"]["tool_calls"]:
        if call["type"] == "function":
            function: Object = call["function"]
            yield from _called(
                call, function["name"], function["arguments"], function.get("output")
            )
        elif call["type"] == "code_interpreter":
            code: Object = call["code_interpreter"]
            arguments = dumps({"code": code["input"]}).decode()
            yield from _called(call, "code_interpreter", arguments, _shown(code))
        elif call["type"] in ("file_search", "retrieval"):
            yield _search(call, step)


def _called(call: Object, name: str, arguments: str, output: str | None) -> Iterator[Object]:
    if output is None:
        return
    made = {"call_id": call["id"], "name": name, "arguments": arguments, "status": "completed"}
    yield {"type": "function_call", **made}
    yield {"type": "function_call_output", "call_id": call["id"], "output": output}


def _shown(code: Object) -> str:
    """What a program printed; an image is named by its file."""
    outputs: list[Object] = code.get("outputs") or []
    texts = [
        one["logs"] if one["type"] == "logs" else f"[image {one['image']['file_id']}]"
        for one in outputs
        if one["type"] in ("logs", "image")
    ]
    return "\n".join(texts)


def _search(call: Object, step: Object) -> Object:
    """A file search; what was looked for, its steps do not tell."""
    found: list[Object] = nested(call, "file_search").get("results") or []
    results = [_result(one) for one in found]
    status = "completed" if step["status"] == "completed" else "incomplete"
    item: dict[str, Any] = {"type": "file_search_call", "id": f"fs_{call['id']}", "queries": []}
    return {**item, "status": status, "results": results}


def _result(one: Object) -> Object:
    content: list[Object] = one.get("content") or []
    texts: list[str] = [part.get("text") or "" for part in content]
    return {
        "file_id": one["file_id"],
        "filename": one["file_name"],
        "score": one["score"],
        "attributes": one.get("attributes") or {},
        "text": "\n".join(texts),
    }
