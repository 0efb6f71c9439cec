"""The same turns in the words of the two APIs, as servers send them; and what those were asked."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import field, frozen
from tests.support.models.server import Request, Stream


@frozen
class Call:
    """A call of a function; the arguments come in pieces."""

    name: str
    arguments: Sequence[str] = ("{}",)
    id: str | None = None


def call(name: str, **arguments: object) -> Call:
    text = json.dumps(arguments, ensure_ascii=False)
    half = len(text) // 2
    return Call(name, (text[:half], text[half:]))


@frozen
class Turn:
    """What a model says and calls; `length` and `content_filter` cut it off."""

    text: Sequence[str] = ()
    calls: Sequence[Call] = ()
    finish: str = ""
    usage: tuple[int, int] | None = (20, 10)


def says(*text: str, **options: Any) -> Turn:
    return Turn(text, **options)


def calls(*made: Call, **options: Any) -> Turn:
    return Turn(calls=made, **options)


@frozen
class Asked:
    """A request in words that are the same for both APIs.

    Attributes:
        messages: role and content; results of tools have the role "tool".
        functions: the names of those on offer.
    """

    instructions: str | None
    messages: Sequence[tuple[str, Any]]
    functions: Sequence[str]
    calls: Sequence[str] = field(factory=tuple)

    @property
    def results(self) -> list[str]:
        return [content for role, content in self.messages if role == "tool"]


class ChatCompletions:
    """Chat completions."""

    name = "chat_completions"
    path = "/v1/chat/completions"
    prefix = ""

    def stream(self, turn: Turn) -> Stream:
        return [*self.chunks(turn), "[DONE]"]

    def chunks(self, turn: Turn) -> Iterator[dict[str, Any]]:
        yield _chunk({"role": "assistant", "content": ""})
        for piece in turn.text:
            yield _chunk({"content": piece})
        for index, one in enumerate(turn.calls):
            begun = {"name": one.name, "arguments": ""}
            called = {"index": index, "id": one.id or f"call_{index}", "type": "function"}
            yield _chunk({"tool_calls": [{**called, "function": begun}]})
        longest = max((len(one.arguments) for one in turn.calls), default=0)
        for place in range(longest):  # the pieces of parallel calls take turns
            for index, one in enumerate(turn.calls):
                if place < len(one.arguments):
                    more = {"index": index, "function": {"arguments": one.arguments[place]}}
                    yield _chunk({"tool_calls": [more]})
        yield _chunk({}, turn.finish or ("tool_calls" if turn.calls else "stop"))
        if turn.usage is not None:
            prompt, completion = turn.usage
            usage = {"prompt_tokens": prompt, "completion_tokens": completion}
            yield {"object": "chat.completion.chunk", "choices": [], "usage": usage}

    def cut(self, turn: Turn) -> list[Any]:
        """All but the end."""
        return list(self.chunks(Turn(turn.text, turn.calls, usage=None)))[:-1]

    def error(self, code: str, message: str) -> dict[str, Any]:
        """An error in the middle of a stream."""
        return {"error": {"message": message, "code": code}}

    def asked(self, request: Request) -> Asked:
        body = request.body
        messages = [(one["role"], one.get("content")) for one in body["messages"]]
        system = [content for role, content in messages if role == "system"]
        made = [call for one in body["messages"] for call in one.get("tool_calls", ())]
        return Asked(
            next(iter(system), None),
            [one for one in messages if one[0] != "system"],
            [tool["function"]["name"] for tool in body.get("tools", ())],
            [one["function"]["name"] for one in made],
        )


class Responses:
    """Responses."""

    name = "responses"
    path = "/v1/responses"
    prefix = "responses+"

    def stream(self, turn: Turn) -> Stream:
        return list(self.events(turn))

    def events(self, turn: Turn) -> Iterator[dict[str, Any]]:
        yield {"type": "response.created", "response": {"status": "in_progress"}}
        if turn.text:
            item: dict[str, Any] = {"type": "message", "role": "assistant", "content": []}
            yield {"type": "response.output_item.added", "output_index": 0, "item": item}
            for piece in turn.text:
                yield {"type": "response.output_text.delta", "output_index": 0, "delta": piece}
            yield {"type": "response.output_item.done", "output_index": 0, "item": item}
        for place, one in enumerate(turn.calls, start=1):
            call_id = one.id or f"call_{place - 1}"
            called: dict[str, Any] = {"type": "function_call", "call_id": call_id}
            called["name"] = one.name
            where = {"output_index": place}
            begun = {**called, "arguments": ""}
            yield {"type": "response.output_item.added", **where, "item": begun}
            for piece in one.arguments:
                yield {
                    "type": "response.function_call_arguments.delta",
                    **where,
                    "delta": piece,
                }
            done = {**called, "arguments": "".join(one.arguments)}
            yield {"type": "response.output_item.done", **where, "item": done}
        response: dict[str, Any] = {"object": "response", "status": "completed", "error": None}
        if turn.finish in ("length", "content_filter"):
            reason = "max_output_tokens" if turn.finish == "length" else turn.finish
            response |= {"status": "incomplete", "incomplete_details": {"reason": reason}}
        if turn.usage is not None:
            usage = {"input_tokens": turn.usage[0], "output_tokens": turn.usage[1]}
            response["usage"] = usage
        yield {"type": f"response.{response['status']}", "response": response}

    def cut(self, turn: Turn) -> list[Any]:
        """All but the end."""
        return list(self.events(turn))[:-1]

    def error(self, code: str, message: str) -> dict[str, Any]:
        """An error in the middle of a stream."""
        failed = {"status": "failed", "error": {"code": code, "message": message}}
        return {"type": "response.failed", "response": failed}

    def asked(self, request: Request) -> Asked:
        body = request.body
        messages: list[tuple[str, Any]] = []
        made: list[str] = []
        for item in body["input"]:
            if item["type"] == "message":
                content = item["content"]
                texts = [part["text"] for part in content if "text" in part]
                only_text = len(texts) == len(content)
                messages.append((item["role"], "\n".join(texts) if only_text else content))
            elif item["type"] == "function_call":
                made.append(item["name"])
            else:
                messages.append(("tool", item["output"]))
        names = [tool["name"] for tool in body.get("tools", ())]
        return Asked(body.get("instructions"), messages, names, made)


Dialect = ChatCompletions | Responses
DIALECTS: Sequence[Dialect] = (ChatCompletions(), Responses())


def _chunk(delta: dict[str, Any], finish: str | None = None) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return {"object": "chat.completion.chunk", "choices": [choice]}
