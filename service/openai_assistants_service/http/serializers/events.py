"""The events of a run's stream."""

from collections.abc import Mapping
from typing import Any

from ...runs.lifecycle import MESSAGE_DELTA, MESSAGE_EVENT, STEP_DELTA, STEP_EVENT, THREAD_CREATED
from ..providers import ApiVersion
from .messages import serialize_message
from .runs import serialize_run
from .steps import serialize_step, serialize_step_delta
from .threads import serialize_thread

_Row = Mapping[str, Any]


def serialize_event(
    name: str, data: _Row, api_version: ApiVersion, *, contents: bool = False
) -> dict[str, Any]:
    """Return the object that an event brings.

    Args:
        name: of the event.
        data: as it was stored with the event.
        contents: whether the texts that a file search found are asked for.
    """
    if name == MESSAGE_DELTA:
        return dict(data)
    if name == STEP_DELTA:
        return serialize_step_delta(data, api_version)
    if name == THREAD_CREATED:
        return serialize_thread(data, api_version)
    if name.startswith(MESSAGE_EVENT):
        return serialize_message(data, api_version, streamed=True)
    if name.startswith(STEP_EVENT):
        return serialize_step(data, api_version, contents=contents, streamed=True)
    return serialize_run(data, api_version)
