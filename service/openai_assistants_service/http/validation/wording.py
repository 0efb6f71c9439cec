"""The sentences, codes and parameter names of the errors about requests."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from ...errors import ApiError, bad_request

_TYPES = {
    "array": "an array",
    "boolean": "a boolean",
    "integer": "an integer",
    "null": "null",
    "number": "a number",
    "object": "an object",
    "string": "a string",
}
_KINDS = ((bool, "boolean"), (int, "integer"), (float, "number"), (str, "string"), (list, "array"))
_Path = Sequence[str | int]


def json_type(value: Any) -> str:
    """Return the JSON type of a value; a number without a fraction is an integer."""
    if value is None:
        return "null"
    return next((name for kind, name in _KINDS if isinstance(value, kind)), "object")


def parameter(path: Iterable[str | int]) -> str:
    """Write a path the way the wire does: `tools[0].function.name`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{_short(part)}"
    return text.removeprefix(".")


def missing(path: _Path) -> ApiError:
    """Say that a required member is not there."""
    name = parameter(path)
    return bad_request(f"Missing required parameter: '{name}'.", name, "missing_required_parameter")


def unknown(path: _Path) -> ApiError:
    """Say that there is no such member."""
    name = parameter(path)
    return bad_request(f"Unknown parameter: '{name}'.", name, "unknown_parameter")


def wrong_type(path: _Path, types: Iterable[str], value: Any) -> ApiError:
    """Say which JSON types a value may have."""
    names = [_TYPES.get(one, one) for one in dict.fromkeys(types) if one != "null"] or ["null"]
    expected = names[0] if len(names) == 1 else "one of " + " or ".join(names)
    name = parameter(path)
    start = f"Invalid type for '{name}'" if name else "Invalid type for the request body"
    message = f"{start}: expected {expected}, but got {_TYPES[json_type(value)]} instead."
    return bad_request(message, name or None, "invalid_type")


def wrong_value(path: _Path, options: Iterable[Any], value: Any) -> ApiError:
    """Say which values are supported."""
    if not isinstance(value, str):
        return wrong_type(path, ["string"], value)
    quoted = [f"'{one}'" for one in dict.fromkeys(options)]
    listed = quoted[0]
    if len(quoted) > 1:
        comma = "," if len(quoted) > 2 else ""
        listed = ", ".join(quoted[:-1]) + f"{comma} and {quoted[-1]}"
    message = f"Invalid value: '{_short(value)}'. Supported values are: {listed}."
    return bad_request(message, parameter(path), "invalid_value")


def wrong_pattern(path: _Path, pattern: str) -> ApiError:
    """Say which pattern a string has to match."""
    text = f"string does not match pattern. Expected a string that matches the pattern '{pattern}'."
    return _invalid(path, text, "invalid_value")


def too_many_members(path: _Path, most: int, length: int) -> ApiError:
    """Say that an object has too many members."""
    text = (
        f"too many properties. Expected an object with at most {most} properties, "
        f"but got an object with {length} properties instead."
    )
    return _invalid(path, text, "object_above_max_properties")


def check_length(
    what: str, value: str | list[Any], least: int | None, most: int | None, path: _Path
) -> None:
    """Raise the error of a string or array that is too long or too short."""
    a, length = _TYPES[what], len(value)
    if most is not None and length > most:
        start, limit = f"{what} too long", f"maximum length {most}"
        code = f"{what}_above_max_length"
    elif least is not None and length < least:
        start, limit = f"empty {what}", f"minimum length {least}"
        code = f"empty_{what}"
    else:
        return
    text = f"{start}. Expected {a} with {limit}, but got {a} with length {length} instead."
    raise _invalid(path, text, code)


def check_range(value: float, least: float | None, most: float | None, path: _Path) -> None:
    """Raise the error of a number that is too large or too small."""
    what = "integer" if isinstance(value, int) else "decimal"
    if most is not None and value > most:
        code, end, limit = f"{what}_above_max_value", "above maximum", f"<= {json.dumps(most)}"
    elif least is not None and value < least:
        code, end, limit = f"{what}_below_min_value", "below minimum", f">= {json.dumps(least)}"
    else:
        return
    text = f"{what} {end} value. Expected a value {limit}, but got {_short(str(value))} instead."
    raise _invalid(path, text, code)


def _invalid(path: _Path, text: str, code: str) -> ApiError:
    name = parameter(path)
    return bad_request(f"Invalid '{name}': {text}", name, code)


def _short(text: str) -> str:
    return text if len(text) <= 100 else text[:100] + "..."
