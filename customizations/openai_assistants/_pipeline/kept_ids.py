"""Keeps the ids of the threads and files that calls make, add to, or delete."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol, cast

from openai_assistants_core.raw_response import RawResponse

from .._telemetry.log_level import LOGGER
from .._telemetry.observer import CallObserver

if TYPE_CHECKING:
    from .._telemetry.observer import ObservedCall


class IdRegistry(Protocol):
    """Keeps ids; `openai_assistants.transfer.ThreadRegistry` is one."""

    def add(self, kind: str, id: str, endpoint: str, at: float) -> None:
        """Keeps the id of a "thread" or a "file" at an endpoint, first seen at a time."""
        ...

    def discard(self, kind: str, id: str, endpoint: str) -> None:
        """Forgets an id."""
        ...


_MADE: Mapping[str, tuple[str, str]] = {
    "create_thread": ("thread", "id"),
    "create_thread_and_run": ("thread", "thread_id"),
    "create_file": ("file", "id"),
    "import_file": ("file", "id"),
}
"""The operations that make something, its kind, and the field of the answer that has its id."""

_DELETED = {"delete_thread": "thread", "delete_file": "file"}


class KeptIds(CallObserver):
    """Tells a registry what a call has made, once it has returned."""

    __slots__ = ("_clock", "_registry")

    def __init__(self, registry: IdRegistry, clock: Callable[[], float]) -> None:
        self._registry = registry
        self._clock = clock

    def on_result(self, call: "ObservedCall", value: Any) -> None:
        """Keeps or forgets ids. What goes wrong is logged: the call has been carried out."""
        try:
            self._note(call, value)
        except Exception as error:
            LOGGER.warning("call %s: its ids could not be kept: %s", call.call_id, error)

    def _note(self, call: "ObservedCall", value: Any) -> None:
        operation, path = call.request.operation, call.request.path
        endpoint = call.settings.endpoint.base_url
        if operation.id in _DELETED:
            self._registry.discard(_DELETED[operation.id], path[0], endpoint)
            return
        at = self._clock()
        for kind, made in _ids(operation, path, value):
            self._registry.add(kind, made, endpoint, at)


def _ids(operation: Any, path: tuple[str, ...], value: Any) -> Iterator[tuple[str, str]]:
    """What a call has made, and the thread that it has added to."""
    if operation.method == "POST" and operation.path_params[:1] == ("thread_id",):
        yield "thread", path[0]
    if operation.id in _MADE:
        kind, field = _MADE[operation.id]
        raw = isinstance(value, RawResponse)
        answer: Any = cast("RawResponse[Any]", value).parse() if raw else value
        if isinstance(made := getattr(answer, field, None), str):
            yield kind, made
