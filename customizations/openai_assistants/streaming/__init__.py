"""Streams of runs: their events, and what is made of them.

Nothing but `_async` and `_sync` does I/O; docs/streaming.md says how they are read.
"""

from typing import TYPE_CHECKING

from openai_assistants_core.lazy import lazy_exports

if TYPE_CHECKING:
    from ._async.event_handler import AsyncAssistantEventHandler
    from ._async.manager import AsyncAssistantStreamManager
    from ._sync.event_handler import AssistantEventHandler
    from ._sync.manager import AssistantStreamManager

# Written from the imports above by `make generate`.

__all__ = [
    "AssistantEventHandler",
    "AssistantStreamManager",
    "AsyncAssistantEventHandler",
    "AsyncAssistantStreamManager",
]

__getattr__, __dir__ = lazy_exports(
    __name__,
    {
        "_async.event_handler": ("AsyncAssistantEventHandler",),
        "_async.manager": ("AsyncAssistantStreamManager",),
        "_sync.event_handler": ("AssistantEventHandler",),
        "_sync.manager": ("AssistantStreamManager",),
    },
)
