"""Keeps the ids of the threads and files that calls make, add to, or delete."""

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol, cast

from openai_assistants_core.raw_response import RawResponse

from .._telemetry.log_level import LOGGER
from .._telemetry.observer import CallObserver

if TYPE_CHECKING:
    from openai_assistants_core import StreamEvent

    from .._telemetry.observed import ObservedCall


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
        with _logged(call):
            self._note(call, value)

    def on_event(self, call: "ObservedCall", event: "StreamEvent") -> None:
        """Keeps the id of a thread that a stream says it begins with."""
        if event.event == "thread.created":
            with _logged(call):
                self._add(call, "thread", event.data.id)

    def _note(self, call: "ObservedCall", value: Any) -> None:
        operation, path = call.request.operation, call.request.path
        if operation.id in _DELETED:
            endpoint = call.settings.endpoint.base_url
            self._registry.discard(_DELETED[operation.id], path[0], endpoint)
            return
        for kind, made in _ids(operation, path, value):
            self._add(call, kind, made)

    def _add(self, call: "ObservedCall", kind: str, id: str) -> None:
        self._registry.add(kind, id, call.settings.endpoint.base_url, self._clock())


@contextmanager
def _logged(call: "ObservedCall") -> Generator[None]:
    try:
        yield
    except Exception as error:
        LOGGER.warning("call %s: its ids could not be kept: %s", call.call_id, error)


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
