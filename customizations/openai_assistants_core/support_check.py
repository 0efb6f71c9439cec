"""Whether a request asks for something that an endpoint certainly does not have."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from .availability import Availability, Profile
from .errors import UnsupportedOperation
from .model import Model
from .operation import Request
from .sentinel import NOT_GIVEN


def refuse(request: Request, profile: Profile) -> None:
    """Does nothing if the request may be sent.

    Only a certain "no" of the description counts; what is undeclared is the service's to decide.

    Raises:
        UnsupportedOperation: the operation, or a field or query parameter of the request, is not
            there for this provider and version; the message says who has it.
    """
    operation = request.operation
    if operation.availability.refused(profile):
        raise _unsupported(f"{operation.resource}.{operation.name}", operation.availability)
    for path, availability in operation.limits.items():
        if availability.refused(profile) and is_given(request, path):
            raise _unsupported(f"'{path}' of {operation.resource}.{operation.name}", availability)


def is_given(request: Request, path: str) -> bool:
    """Whether a request has a query parameter or a field, such as `messages[].file_ids`."""
    if path in request.query:
        return True
    found = _found(request.body, path.split("."))
    return next(found, NOT_GIVEN) is not NOT_GIVEN


def _found(value: Any, steps: Sequence[str]) -> Iterator[Any]:
    if not steps:
        yield value
        return
    fields = value.to_dict() if isinstance(value, Model) else value
    name = steps[0].removesuffix("[]")
    if not isinstance(fields, Mapping) or name not in fields:
        return
    inner = cast("Mapping[str, Any]", fields)[name]
    if not steps[0].endswith("[]"):
        yield from _found(inner, steps[1:])
    elif isinstance(inner, (list, tuple)):
        for item in cast("Sequence[Any]", inner):
            yield from _found(item, steps[1:])


def _unsupported(what: str, availability: Availability) -> UnsupportedOperation:
    supporters = availability.supporters()
    known = f" {', '.join(supporters)} ha{'s' if len(supporters) == 1 else 've'} it."
    return UnsupportedOperation(
        f"{what} is not available at this endpoint and version, so nothing was sent."
        f"{known if supporters else ''} To send it all the same, set check_availability=False."
    )
