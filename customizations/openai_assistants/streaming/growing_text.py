"""Models with text that grows piece by piece, and is joined when it is read.

To add each piece to the text before it would copy all of it every time: for a long text, that is
most of what a stream costs.
"""

from functools import cache
from typing import Any


@cache
def growing(model: Any) -> Any:
    """A class of objects of a model, with fields whose text can grow."""
    body = {"__module__": model.__module__, "__qualname__": model.__qualname__, "_model": model}
    return type(model)(model.__name__, (model,), {**body, "__getattr__": _joined}, dict=True)


def append(grown: Any, name: str, piece: str) -> None:
    """Adds a piece to the text of a field.

    Args:
        grown: an object of a class that `growing` made.
        name: the field.
        piece: what to add.
    """
    kept = grown.__dict__
    pieces = kept.get(name)
    if pieces is None:
        # The field has no value until it is read: that is when Python asks `__getattr__`.
        kept[name] = [getattr(grown, name) or "", piece]
        delattr(grown, name)
    else:
        pieces.append(piece)


def _joined(grown: Any, name: str) -> Any:
    pieces = grown.__dict__.pop(name, None)
    if pieces is None:
        extra: dict[str, Any] = grown._extra or {}
        if name in extra:
            return extra[name]
        raise AttributeError(f"{type(grown).__name__!r} object has no attribute {name!r}")
    text = "".join(pieces)
    setattr(grown, name, text)
    return text
