"""What a delta adds to the object that it is about.

A delta has the fields of the object, as far as there is something new in them: pieces of text are
appended, what has an `index` goes to the item of that number, anything else takes the place of what
was there.
"""

from functools import cache
from typing import Any

from openai_assistants_core import Model, UnknownVariant
from openai_assistants_rest.models import deltas, messages, steps

from .growing_text import append, growing
from .indexed_list import IndexedList

APPENDED = frozenset({"arguments", "input", "logs", "refusal", "value"})
"""Fields whose text comes in pieces."""

_NOT_OF_THE_OBJECT = frozenset({"index", "type"})

OBJECTS: dict[type[Model], type[Model]] = {
    deltas.TextDeltaBlock: messages.TextContentBlock,
    deltas.TextDelta: messages.Text,
    deltas.RefusalDeltaBlock: messages.RefusalContentBlock,
    deltas.ImageFileDeltaBlock: messages.ImageFileContentBlock,
    deltas.ImageFileDelta: messages.ImageFile,
    deltas.ImageURLDeltaBlock: messages.ImageURLContentBlock,
    deltas.ImageURLDelta: messages.ImageURL,
    deltas.FileCitationDeltaAnnotation: messages.FileCitationAnnotation,
    deltas.FileCitationDelta: messages.FileCitation,
    deltas.FilePathDeltaAnnotation: messages.FilePathAnnotation,
    deltas.FilePathDelta: messages.FilePath,
    deltas.URLCitationDeltaAnnotation: messages.URLCitationAnnotation,
    deltas.RunStepDeltaMessageDelta: steps.MessageCreationStepDetails,
    deltas.MessageCreationDelta: steps.MessageCreation,
    deltas.ToolCallDeltaObject: steps.ToolCallsStepDetails,
    deltas.FunctionToolCallDelta: steps.FunctionToolCall,
    deltas.ToolCallFunctionDelta: steps.ToolCallFunction,
    deltas.FileSearchToolCallDelta: steps.FileSearchToolCall,
    deltas.RetrievalToolCallDelta: steps.RetrievalToolCall,
    deltas.CodeInterpreterToolCallDelta: steps.CodeInterpreterToolCall,
    deltas.CodeInterpreterDelta: steps.CodeInterpreter,
    deltas.CodeInterpreterLogs: steps.CodeInterpreterOutputLogs,
    deltas.CodeInterpreterOutputImageDelta: steps.CodeInterpreterOutputImage,
    deltas.CodeInterpreterImageDelta: steps.CodeInterpreterOutputImageImage,
}
"""What each delta is about."""

GROWING_TEXT = growing(messages.Text)

BEGINNINGS: dict[type[Model], dict[str, Any]] = {
    messages.Text: {"value": "", "annotations": list[Any]},
    messages.RefusalContentBlock: {"refusal": ""},
    steps.ToolCallFunction: {"arguments": ""},
    steps.CodeInterpreter: {"input": "", "outputs": list[Any]},
    steps.CodeInterpreterOutputLogs: {"logs": ""},
}
"""The fields that an object always has, though its deltas may come without them."""


def merge(target: Any, delta: Any) -> None:
    """Adds what a delta brings to the object it is about."""
    if isinstance(delta, UnknownVariant):
        target._extra = {**(target._extra or {}), **_without_index(delta)}
        return
    for name in delta._fields():
        value = getattr(delta, name)
        if name in _NOT_OF_THE_OBJECT or name in delta._absent:
            continue
        target._absent = tuple(one for one in target._absent if one != name)
        if value is None:
            continue
        if name in APPENDED:
            append(target, name, value)
        elif value.__class__ is list:
            _merge_list(target, name, value)
        elif isinstance(value, Model):
            setattr(target, name, merged(getattr(target, name), value))
        else:
            setattr(target, name, value)
    if delta._extra:
        target._extra = {**(target._extra or {}), **delta._extra}


def merge_message(message: Any, delta: Any) -> None:
    """As `merge`, with a short way for nearly all deltas: more of a text that has begun."""
    parts, content = delta.content, message.content
    if delta.__class__ is deltas.MessageDelta and not delta.role and parts and len(parts) == 1:
        part: Any = parts[0]
        piece: Any = part.text if part.__class__ is deltas.TextDeltaBlock else None
        if piece.__class__ is deltas.TextDelta and not piece.annotations:
            block: Any = content.find(part.index) if content.__class__ is IndexedList else None
            text = block.text if block.__class__ is messages.TextContentBlock else None
            if text.__class__ is GROWING_TEXT:
                append(text, "value", piece.value or "")
                return
    merge(message, delta)


def merged(present: Any, delta: Any) -> Any:
    """The object that a delta is about, with what the delta brings: the one that is there, or new.

    One of another kind is replaced.
    """
    kind = OBJECTS.get(delta._model, delta._model)
    if present is None or present._model is not kind:
        present = _new(kind, delta)
    elif not isinstance(present, _class_of(kind)):
        present = _growing_form(present)
    merge(present, delta)
    return present


def _merge_list(target: Any, name: str, items: list[Any]) -> None:
    present: Any = getattr(target, name)
    if not items and present is not None:
        return
    if not all(isinstance(getattr(item, "index", None), int) for item in items):
        setattr(target, name, items)
        return
    if not isinstance(present, IndexedList):
        present = IndexedList(present or ())
        setattr(target, name, present)
    for item in items:
        present.put(item.index, merged(present.find(item.index), item))


def _new(kind: Any, delta: Any) -> Any:
    """An object about which nothing is known yet."""
    if issubclass(kind, UnknownVariant):
        return UnknownVariant.decode({"type": delta.type})
    fields, given = _fields(kind), BEGINNINGS.get(kind, {})
    values = {name: one() if callable(one := given.get(name)) else one for name in fields}
    made = _class_of(kind)(**values)
    made._absent = tuple(name for name in fields if name not in given)
    return made


def _growing_form(present: Any) -> Any:
    """An object that is there already, with text that can grow."""
    kind = present._model
    made = _class_of(kind)(**{name: getattr(present, name) for name in _fields(kind)})
    made._absent, made._extra = present._absent, present._extra
    return made


@cache
def _class_of(kind: Any) -> Any:
    """The class of the objects that deltas are added to."""
    return growing(kind) if APPENDED.intersection(kind._fields()) else kind


def _fields(kind: Any) -> list[str]:
    return [name for name in kind._fields() if name != "type"]


def _without_index(delta: Model) -> dict[str, Any]:
    return {
        name: value for name, value in delta.to_dict().items() if name not in _NOT_OF_THE_OBJECT
    }
