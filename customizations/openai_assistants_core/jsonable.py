"""Arguments of any Python type as the JSON that they are, before anything is sent.

What is no JSON is refused with its path, never sent as a repr. What the openai package takes is
taken: subclasses of str, int and float, any iterable as a list, objects that can dump themselves.
"""

import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

from .model import Model
from .model_dump import can_dump, dump_foreign
from .sentinel import NOT_GIVEN, is_not_given

if TYPE_CHECKING:
    from typing_extensions import TypeIs


class _NotJsonable(Exception):
    """Why a value is no JSON, and where it lies, innermost step first."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self._steps: list[str] = []

    def under(self, step: str) -> "_NotJsonable":
        self._steps.append(step)
        return self

    @property
    def path(self) -> str:
        return "".join(reversed(self._steps))


def jsonable_fields(fields: Any, source: str) -> dict[str, Any]:
    """The fields of a body or the parameters of a query as JSON, without those not given.

    Args:
        fields: a mapping by name; None and a sentinel stand for none.
        source: the argument they come from, for the message of an error.

    Raises:
        TypeError: a value is no JSON; the message names its path.
    """
    result: dict[str, Any] = {}
    if not fields:
        return result
    if not isinstance(fields, Mapping):
        raise TypeError(f"{source} must be a mapping, not {_name(fields)}")
    for name, value in cast("Mapping[object, Any]", fields).items():
        if value is NOT_GIVEN:
            continue
        if not isinstance(name, str):
            raise TypeError(f"the names in {source} are strings, not {_name(name)}")
        try:
            converted = _convert(value)
        except (_NotJsonable, RecursionError) as error:
            raise _refusal(name, error) from None
        if converted is not NOT_GIVEN:
            result[str.__str__(name)] = converted
    return result


def to_jsonable(value: Any, name: str) -> Any:
    """A value as JSON: None, bool, int, float, str, and lists and dicts of them.

    Args:
        value: anything that is given.
        name: of the field or parameter it is given for.

    Raises:
        TypeError: it is no JSON; the message names the path of what is not.
    """
    try:
        return _convert(value)
    except (_NotJsonable, RecursionError) as error:
        raise _refusal(name, error) from None


def _refusal(name: str, error: "_NotJsonable | RecursionError") -> TypeError:
    if isinstance(error, RecursionError):
        return TypeError(f"cannot send '{name}': it is nested too deeply, or contains itself")
    return TypeError(f"cannot send '{name}{error.path}': {error}")


def _convert(value: Any) -> Any:
    """A value as JSON; NOT_GIVEN for a sentinel, which whoever holds it leaves out."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str.__str__(value)  # of a subclass, its text, whatever its own __str__ says
    if isinstance(value, int):
        return _integer(int.__int__(value))
    if isinstance(value, float):
        if not math.isfinite(value):
            raise _NotJsonable(f"{float.__repr__(value)} is not JSON")
        return float.__float__(value)
    return NOT_GIVEN if is_not_given(value) else _convert_composite(value)


def _convert_composite(value: Any) -> Any:
    if isinstance(value, type):
        raise _NotJsonable(f"the class {value.__name__} is not JSON")
    if can_dump(value):
        dumped = _dumped(value)
        if can_dump(dumped):  # a mock, say, which has every method and never ends
            raise _NotJsonable(f"{_name(value)} is not JSON")
        return _convert(dumped)
    if isinstance(value, Mapping):
        return _object(cast("Mapping[object, Any]", value))
    if is_list_like(value):
        return _array(value)
    raise _NotJsonable(f"{_name(value)} is not JSON")


def _integer(value: int) -> int:
    try:
        str(value)
    except ValueError:
        raise _NotJsonable("an integer of so many digits cannot be written") from None
    return value


def _object(fields: Mapping[object, Any]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, item in fields.items():
        if not isinstance(key, str):
            raise _NotJsonable(f"the names in a JSON object are strings, not {_name(key)}")
        try:
            converted = _convert(item)
        except _NotJsonable as error:
            raise error.under(f".{str.__str__(key)}") from None
        if converted is not NOT_GIVEN:
            result[str.__str__(key)] = converted
    return result


def _array(items: Iterable[Any]) -> list[Any]:
    result: list[Any] = []
    for position, item in enumerate(items):
        try:
            converted = _convert(item)
        except _NotJsonable as error:
            raise error.under(f"[{position}]") from None
        if converted is not NOT_GIVEN:
            result.append(converted)
    return result


def is_list_like(value: object) -> "TypeIs[Iterable[Any]]":
    """Whether a value is sent as a list: an iterable, but no text, mapping, bytes or file."""
    if isinstance(value, str | bytes | bytearray | memoryview | Mapping) or hasattr(value, "read"):
        return False
    if can_dump(value) or hasattr(type(value), "__fields__"):
        return False  # such as the models of pydantic 1, which iterate over pairs
    return isinstance(value, Iterable)


def _dumped(value: Any) -> Any:
    return value.to_dict() if isinstance(value, Model) else dump_foreign(value)


def _name(value: object) -> str:
    return type(value).__name__
