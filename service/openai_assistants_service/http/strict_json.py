"""Read JSON that can be stored, and gone through, whoever sent it."""

import json
from collections.abc import Iterable
from typing import Any, NoReturn, cast

from ..errors import bad_request

_DEEPEST = 200


def parse_json(data: bytes) -> Any:
    """Parse strict JSON: nothing that cannot be stored, such as NaN or half of a surrogate pair.

    Nothing at all counts as an empty object.
    """
    if not data.strip():
        return {}
    try:
        text = data.decode("utf-8-sig")  # RFC 8259 allows to ignore a byte order mark
        value = json.loads(text, parse_constant=_refuse, parse_float=_finite)
        if "\\u" in text:
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise bad_request(
            "The request body could not be read as JSON. Check that it is well-formed.",
            code="invalid_json",
        ) from None
    _require_shallow(value)
    return value


def _require_shallow(value: Any) -> None:
    """Refuse what is nested so deeply that code which follows it could not return."""
    members: Iterable[tuple[str | None, Any]] = [(None, value)]
    if isinstance(value, dict):
        members = cast("dict[str | None, Any]", value).items()
    for name, member in members:
        inner: list[Any] = [member]
        for _ in range(_DEEPEST):
            inner = [one for outer in inner for one in _members(outer)]
            if not inner:
                break
        else:
            raise bad_request(
                f"The request body is nested too deeply: the most is {_DEEPEST} levels.",
                name,
                "invalid_json",
            )


def _members(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return cast("dict[str, Any]", value).values()
    return cast("Any", value) if isinstance(value, list) else ()


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _finite(text: str) -> int | float:
    """Read a number; one without a fraction is an integer, however it is written."""
    value = float(text)
    if value in (float("inf"), float("-inf")):
        raise ValueError(text)
    return int(value) if value.is_integer() else value
