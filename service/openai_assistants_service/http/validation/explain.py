"""Say what is wrong with a request in the words of the wire.

A value that fits no branch of a union is explained by the branch it was meant for: the one of its
JSON type, and among objects the one that its `type` names.
"""

from collections.abc import Sequence
from typing import Any

from jsonschema_rs import ValidationError, ValidationErrorKind

from ...errors import ApiError
from . import wording

_UNIONS = (ValidationErrorKind.AnyOf, ValidationErrorKind.OneOfNotValid)
_Path = list[str | int]


def explain(errors: Sequence[ValidationError]) -> ApiError:
    """Return the error to answer with: of all that is wrong, what is best said first."""
    error = min(errors, key=_rank)
    if isinstance(error.kind, _UNIONS):
        return _explain_union(error)
    return wording.say(error)


def _rank(error: ValidationError) -> int:
    kind = error.kind
    if isinstance(kind, ValidationErrorKind.Required):
        return 0
    return 2 if isinstance(kind, ValidationErrorKind.AdditionalProperties) else 1


def _explain_union(error: ValidationError) -> ApiError:
    path = error.instance_path
    branches = _branches(error)
    fitting = [branch for branch in branches if not _types(branch, path)]
    if not fitting:
        types = [name for branch in branches for name in _types(branch, path)]
        return wording.wrong_type(path, types, error.instance)
    meant = [branch for branch in fitting if not _constants(branch, path)]
    if not meant:
        found = [one for branch in fitting for one in _constants(branch, path)]
        options = [option for one in found for option in _expected(one)]
        return wording.wrong_value(found[0].instance_path, options, found[0].instance)
    return explain(min(meant, key=len))


def _branches(error: ValidationError) -> list[list[ValidationError]]:
    """Return what is wrong by each branch; a branch that is a union itself is taken apart."""
    kind = error.kind
    if not isinstance(kind, _UNIONS):
        return []
    result: list[list[ValidationError]] = []
    for branch in kind.context:
        inner = branch[0]
        same_place = inner.instance_path == error.instance_path
        if len(branch) == 1 and isinstance(inner.kind, _UNIONS) and same_place:
            result.extend(_branches(inner))
        else:
            result.append(branch)
    return result


def _types(branch: Sequence[ValidationError], path: _Path) -> list[str]:
    """Return the JSON types a branch asks for, if the value has another one."""
    return [
        name
        for error in branch
        if isinstance(error.kind, ValidationErrorKind.Type) and error.instance_path == path
        for name in error.kind.types
    ]


def _constants(branch: Sequence[ValidationError], path: _Path) -> list[ValidationError]:
    """Return what says that the value names another branch: a wrong constant just inside it."""
    return [error for error in branch if _expected(error) and error.instance_path[:-1] == path]


def _expected(error: ValidationError) -> list[Any]:
    """Return the value that should have been there, if it is a constant that is wrong."""
    kind = error.kind
    return [kind.expected_value] if isinstance(kind, ValidationErrorKind.Constant) else []
