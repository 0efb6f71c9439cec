"""Finds out whether a call of unknown outcome was executed. No I/O.

The metadata of what it creates is tagged with the id of the call. If its outcome is unknown, the
list of what has been created since it started is searched for that tag.
"""

from collections.abc import Generator, Mapping
from typing import Any, cast

from msgspec import Struct
from msgspec.structs import replace

from openai_assistants_core import CallOptions, Operation, Page, RawResponse, Request
from openai_assistants_rest.operations import OPERATIONS

METADATA_KEY = "openai_assistants_call"
"""The key in the metadata; its value is the id of the call."""

MAX_METADATA = 16
"""How many keys the metadata of an object can have."""

CLOCK_SKEW = 300.0
"""Seconds by which the clock of a service may be behind ours."""


class Lookup(Struct, frozen=True):
    """A step of the search: make this request."""

    request: Request
    wait: float = 0.0


def tag_request(request: Request, call_id: str) -> Request | None:
    """The request with the id of the call in its metadata; None if that is not possible."""
    if not request.operation.listed_by or request.body is None:
        return None
    given: Any = request.body.get("metadata") or {}
    if not isinstance(given, Mapping):
        return None
    metadata = {**cast("Mapping[str, Any]", given), METADATA_KEY: call_id}
    if len(metadata) > MAX_METADATA:
        return None
    return replace(request, body={**request.body, "metadata": metadata})


def find_created(
    request: Request, call_id: str, started_at: float
) -> Generator[Lookup, Any, RawResponse[Any] | None]:
    """Searches what was created since a call started, newest first.

    Yields lookups, of pages and at last of the object itself, and is sent what they return.

    Args:
        request: the tagged request whose outcome is unknown.
        call_id: the id of its call.
        started_at: when the call started, in seconds since 1970.

    Returns:
        The response with the object that the call created; None if there is none.
    """
    listing = OPERATIONS[request.operation.listed_by]
    options = CallOptions(
        extra_headers=request.options.extra_headers, timeout=request.options.timeout
    )
    query: dict[str, object] = {"order": "desc", "limit": 100}
    while True:
        page: Page[Any] = yield Lookup(listing.request(request.path, query, options=options))
        items = [item for item in page.data if item is not None]
        for item in items:
            metadata: dict[str, str] = item.metadata or {}
            if metadata.get(METADATA_KEY) == call_id:
                retrieve = retrieve_operation(listing).request(
                    (*request.path, item.id), options=replace(options, raw="read")
                )
                found: RawResponse[Any] = yield Lookup(retrieve)
                return found
        last = items[-1] if items else None
        if last is None or not page.has_more or (last.created_at or 0) < started_at - CLOCK_SKEW:
            return None
        query["after"] = last.id


def retrieve_operation(listing: Operation[Any]) -> Operation[Any]:
    """The operation that retrieves one object of a list."""
    return next(
        operation
        for operation in OPERATIONS.values()
        if operation.method == "GET"
        and operation.kind == "model"
        and operation.path.rpartition("/")[0] == listing.path
    )
