"""The sentences, codes and parameter names of the errors about requests."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from jsonschema_rs import ValidationError, ValidationErrorKind

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
_Kind = ValidationErrorKind


def parameter(path: Iterable[str | int]) -> str:
    """Write a path the way the wire does: `tools[0].function.name`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}"
    return text.removeprefix(".")


def say(error: ValidationError) -> ApiError:
    """Return what the wire says of one plain failure."""
    kind, path = error.kind, error.instance_path
    value: Any = error.instance
    if isinstance(kind, _Kind.Required):
        name = parameter([*path, kind.property])
        return bad_request(
            f"Missing required parameter: '{name}'.", name, "missing_required_parameter"
        )
    if isinstance(kind, _Kind.AdditionalProperties):
        name = parameter([*path, kind.unexpected[0]])
        return bad_request(f"Unknown parameter: '{name}'.", name, "unknown_parameter")
    if isinstance(kind, _Kind.Type):
        return wrong_type(path, kind.types, value)
    if isinstance(kind, _Kind.Enum | _Kind.Constant):
        options = kind.options if isinstance(kind, _Kind.Enum) else [kind.expected_value]
        return wrong_value(path, options, value)
    if isinstance(kind, _Kind.PropertyNames):
        return _say_limit(kind.error, [*path, str(kind.error.instance)])
    return _say_limit(error, path)


def wrong_type(path: Sequence[str | int], types: Iterable[str], value: Any) -> ApiError:
    """Say which JSON types a value may have."""
    names = [_TYPES.get(one, one) for one in dict.fromkeys(types) if one != "null"] or ["null"]
    expected = names[0] if len(names) == 1 else "one of " + " or ".join(names)
    name = parameter(path)
    start = f"Invalid type for '{name}'" if name else "Invalid type for the request body"
    message = f"{start}: expected {expected}, but got {_type_of(value)} instead."
    return bad_request(message, name or None, "invalid_type")


def wrong_value(path: Sequence[str | int], options: Iterable[Any], value: Any) -> ApiError:
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


def _say_limit(error: ValidationError, path: Sequence[str | int]) -> ApiError:
    """Say which limit a value breaks."""
    kind, name = error.kind, parameter(path)
    if isinstance(kind, _Kind.Maximum | _Kind.Minimum):
        code, text = _out_of_range(kind, error.instance)
    elif isinstance(kind, _Kind.Pattern):
        code = "invalid_value"
        text = (
            "string does not match pattern. "
            f"Expected a string that matches the pattern '{kind.pattern}'."
        )
    else:
        code, text = _wrong_length(kind, error.instance) or ("invalid_value", f"{error.message}.")
    return bad_request(f"Invalid '{name}': {text}", name, code)


def _out_of_range(
    kind: ValidationErrorKind.Maximum | ValidationErrorKind.Minimum, value: Any
) -> tuple[str, str]:
    """Return code and text of a number that is too large or too small."""
    what = "integer" if isinstance(value, int) else "decimal"
    limit = _number(float(kind.limit or 0))
    if isinstance(kind, _Kind.Maximum):
        code, end, sign = f"{what}_above_max_value", "above maximum", "<="
    else:
        code, end, sign = f"{what}_below_min_value", "below minimum", ">="
    return code, f"{what} {end} value. Expected a value {sign} {limit}, but got {value} instead."


def _wrong_length(kind: ValidationErrorKind, value: Any) -> tuple[str, str] | None:
    """Return code and text of something that is too long or too short."""
    if isinstance(kind, _Kind.MaxLength | _Kind.MaxItems):
        a, what = ("a", "string") if isinstance(kind, _Kind.MaxLength) else ("an", "array")
        return f"{what}_above_max_length", (
            f"{what} too long. Expected {a} {what} with maximum length {kind.limit}, "
            f"but got {a} {what} with length {len(value)} instead."
        )
    if isinstance(kind, _Kind.MinLength | _Kind.MinItems):
        a, what = ("a", "string") if isinstance(kind, _Kind.MinLength) else ("an", "array")
        return f"empty_{what}", (
            f"empty {what}. Expected {a} {what} with minimum length {kind.limit}, "
            f"but got {a} {what} with length {len(value)} instead."
        )
    if isinstance(kind, _Kind.MaxProperties):
        return "object_above_max_properties", (
            f"too many properties. Expected an object with at most {kind.limit} properties, "
            f"but got an object with {len(value)} properties instead."
        )
    return None


def _type_of(value: Any) -> str:
    if value is None:
        return "null"
    for kind, name in ((bool, "boolean"), (int, "integer"), (float, "number"), (str, "string")):
        if isinstance(value, kind):
            return _TYPES[name]
    return _TYPES["array" if isinstance(value, list) else "object"]


def _number(value: float) -> str:
    return json.dumps(int(value) if float(value).is_integer() else value)


def _short(text: str) -> str:
    return text if len(text) <= 100 else text[:100] + "..."
