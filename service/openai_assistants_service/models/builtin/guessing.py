"""Values for parameters that the question says nothing about."""

from typing import Any

from .affinity import role
from .choices import is_state
from .schemas import Function, Parameter


def default(parameter: Parameter, function: Function) -> Any:
    """Return the value that goes without saying, or None where there is none."""
    if "default" in parameter.schema:
        return parameter.schema["default"]
    if parameter.choices and (len(parameter.choices) == 1 or not function.acts):
        return parameter.choices[0]
    if parameter.type == "boolean":
        return function.acts and is_state(parameter)
    return None


def forced(parameter: Parameter, question: str) -> Any:
    """Return a value that obeys the schema, for a call that has to be made in any case."""
    if "default" in parameter.schema:
        return parameter.schema["default"]
    if parameter.choices:
        return parameter.choices[0]
    if parameter.type == "object":
        needed = [each for each in parameter.inner if each.required]
        return {each.name: forced(each, question) for each in needed}
    smallest = parameter.schema.get("minimum", 0)
    plain: dict[str, Any] = {"boolean": False, "integer": smallest, "number": smallest, "array": []}
    return plain.get(parameter.type, question)


def repeated(parameter: Parameter, arguments: dict[str, Any], function: Function) -> Any:
    """Return the text another parameter has already, for one that wants a text too."""
    if role(parameter) != "text":
        return None
    for other in function.parameters:
        if role(other) == "text" and isinstance(arguments.get(other.name), str):
            return arguments[other.name]
    return None
