"""What the synchronous and the asynchronous handler share: what a stream has brought so far."""

from typing import TYPE_CHECKING, Any

from openai_assistants_core import APITimeoutError

from .snapshots import Snapshots

if TYPE_CHECKING:
    from openai_assistants_rest.events import AssistantStreamEvent
    from openai_assistants_rest.models import Message, Run, RunStep


class HandlerBase:
    """What is known of one stream."""

    def __init__(self) -> None:
        self._current_event: AssistantStreamEvent | None = None
        self._snapshots = Snapshots()
        self._source: Any = None

    @property
    def current_event(self) -> "AssistantStreamEvent | None":
        """The event whose callbacks are being called."""
        return self._current_event

    @property
    def current_run(self) -> "Run | None":
        """The run, as the last event of it has it."""
        return self._snapshots.run

    @property
    def current_run_step_snapshot(self) -> "RunStep | None":
        """The step that is going on, as far as it is known; it grows with the stream."""
        step_id = self._snapshots.step_id
        return None if step_id is None else self._snapshots.run_steps[step_id]

    @property
    def current_message_snapshot(self) -> "Message | None":
        """The last message, as far as it is known; it grows with the stream."""
        message_id = self._snapshots.message_id
        return None if message_id is None else self._snapshots.messages[message_id]

    def begin(self, source: Any, snapshots: Snapshots) -> None:
        """Called when the stream has been opened.

        Raises:
            RuntimeError: this handler had a stream before.
        """
        if self._source is not None:
            raise RuntimeError("an event handler is for one stream: make another for the next")
        self._source, self._snapshots = source, snapshots

    def _wanted(self, base: type) -> frozenset[str]:
        """The callbacks that a subclass, or the object itself, has of its own.

        Args:
            base: the handler without any.
        """
        names = (name for name in vars(base) if name.startswith("on_"))
        return frozenset(
            name
            for name in names
            if getattr(getattr(self, name), "__func__", None) is not vars(base)[name]
        )


def is_timeout(error: BaseException) -> bool:
    """Whether an error, or what it comes from, is that nothing came in time."""
    return isinstance(error, TimeoutError | APITimeoutError) or isinstance(
        error.__cause__, APITimeoutError
    )
