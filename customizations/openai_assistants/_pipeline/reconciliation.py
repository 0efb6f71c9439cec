"""A marker in the metadata of what a call creates, and how it is found again. No I/O.

A call whose outcome is unknown is settled by looking for what it should have created.
"""

from collections.abc import Generator, Mapping
from typing import Any, cast

from msgspec.structs import replace

from openai_assistants_core import CallOptions, Operation, Page, RawResponse, Request
from openai_assistants_rest.operations import OPERATIONS

NAME = "openai_assistants_call"
"""The name of the marker among the metadata; its value is the id of the call."""

MOST = 16
"""How many metadata an object can have."""

SKEW = 300.0
"""Seconds by which the clock of a service may be behind ours."""


def marked(request: Request, call_id: str) -> Request | None:
    """The request with a marker in it; None if what it creates cannot be found by one."""
    if not request.operation.listed_by or request.body is None:
        return None
    given: Any = request.body.get("metadata") or {}
    if not isinstance(given, Mapping):
        return None
    metadata = {**cast("Mapping[str, Any]", given), NAME: call_id}
    if len(metadata) > MOST:
        return None
    return replace(request, body={**request.body, "metadata": metadata})


def look(
    request: Request, call_id: str, began: float
) -> Generator[Request, Any, RawResponse[Any] | None]:
    """Goes through the list of what was created since a call began, newest first.

    Yields requests, for pages and at last for the object itself, and is sent what they answer.

    Args:
        request: the call whose outcome is unknown.
        call_id: the value of its marker.
        began: when it began, in seconds since 1970.

    Returns:
        The answer that brings what it created; None if there is no such object.
    """
    listing = OPERATIONS[request.operation.listed_by]
    options = CallOptions(
        extra_headers=request.options.extra_headers, timeout=request.options.timeout
    )
    query: dict[str, object] = {"order": "desc", "limit": 100}
    while True:
        page: Page[Any] = yield listing.request(request.path, query, options=options)
        items = [item for item in page.data if item is not None]
        for item in items:
            metadata: dict[str, str] = item.metadata or {}
            if metadata.get(NAME) == call_id:
                raw = replace(options, raw="read")
                found: RawResponse[Any] = yield reading(listing).request(
                    (*request.path, item.id), options=raw
                )
                return found
        last = items[-1] if items else None
        if last is None or not page.has_more or (last.created_at or 0) < began - SKEW:
            return None
        query["after"] = last.id


def reading(listing: Operation[Any]) -> Operation[Any]:
    """The operation that reads one object of a list."""
    return next(
        operation
        for operation in OPERATIONS.values()
        if operation.method == "GET"
        and operation.kind == "model"
        and operation.path.rpartition("/")[0] == listing.path
    )
