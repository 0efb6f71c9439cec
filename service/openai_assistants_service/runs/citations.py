"""Turn an answer of the model into the content of a message, with its citations."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen

from ..json_types import JsonObject
from ..models.builtin import Answer, Passage
from ..search.chunking import cut


@frozen
class MessageText:
    """The text of a message, its citations, and the pieces it is streamed in."""

    value: str
    annotations: list[JsonObject]
    complete: bool = True

    def content(self) -> list[JsonObject]:
        """Return it as the content of a message."""
        text = {"value": self.value, "annotations": self.annotations}
        return [{"type": "text", "text": text}]

    def pieces(self) -> Iterator[tuple[str, list[JsonObject]]]:
        """Yield the text bit by bit, each citation together with its marker."""
        start = 0
        for annotation in [*self.annotations, None]:
            end = len(self.value) if annotation is None else annotation["start_index"]
            yield from ((word, []) for word in self.value[start:end].splitlines(keepends=True))
            if annotation is not None:
                yield annotation["text"], [annotation]
                start = annotation["end_index"]


def render(answer: Answer, passages: Sequence[Passage], place: int, form: Any) -> MessageText:
    """Write an answer out; a marker such as 【4:0†notes.txt】 follows each stretch it is for."""
    if form is not None and not isinstance(form, str) and form["type"] != "text":
        return MessageText(_as_json(answer.text, form), [])
    value = ""
    annotations: list[JsonObject] = []
    for segment in answer.segments:
        value += segment.text
        if segment.citation is None:
            continue
        passage = passages[segment.citation]
        marker = f"【{place}:{segment.citation}†{passage.filename}】"
        annotations.append(
            {
                "type": "file_citation",
                "text": marker,
                "start_index": len(value),
                "end_index": len(value) + len(marker),
                "file_citation": {"file_id": passage.file_id, "quote": segment.text.strip()},
            }
        )
        value += marker
    return MessageText(value, annotations)


def truncate(text: MessageText, tokens: int) -> MessageText:
    """Return the start of a text that ran out of tokens."""
    value = cut(text.value, tokens)
    annotations = [one for one in text.annotations if one["end_index"] <= len(value)]
    return MessageText(value, annotations, complete=False)


def _as_json(text: str, form: Any) -> str:
    """Return an answer in the response format that was asked for."""
    try:
        if isinstance(json.loads(text), dict):
            return text
    except ValueError:
        pass
    nothing: JsonObject = {}
    schema: JsonObject = (form.get("json_schema") or nothing).get("schema") or nothing
    value = _fill(schema, text) if schema.get("properties") else {"answer": text}
    return json.dumps(value, ensure_ascii=False)


def _fill(schema: JsonObject, text: str) -> Any:
    """Return the plainest value of a JSON schema, with the text wherever text may stand."""
    if schema.get("enum"):
        return schema["enum"][0]
    if "const" in schema:
        return schema["const"]
    kinds: Any = schema.get("type", "string")
    kind = str(kinds if isinstance(kinds, str) else kinds[0])
    if kind == "object":
        properties: JsonObject = schema.get("properties") or {}
        return {name: _fill(one, text) for name, one in properties.items()}
    plain: JsonObject = {"array": [], "boolean": False, "integer": 0, "number": 0, "null": None}
    return plain.get(kind, text)
