"""What the stream of a run is read with: an iterator of events, which may have callbacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openai_assistants_core import AssistantsError
from openai_assistants_core.iteration import async_end

from ..callbacks import Callbacks
from ..handler_base import HandlerBase, is_timeout

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator

    from openai_assistants_rest.events import AssistantStreamEvent
    from openai_assistants_rest.models import (
        ImageFile,
        Message,
        MessageDelta,
        Run,
        RunStep,
        RunStepDelta,
        Text,
        TextDelta,
        ToolCall,
        ToolCallDelta,
    )

    from .run_events import AsyncRunEvents


class AsyncAssistantEventHandler(HandlerBase):
    """A stream of a run: iterate over its events or `text_deltas`, or wait with `until_done`.

    A subclass gets the events by its callbacks as well, whichever way the stream is read. What a
    callback raises ends the stream, and reaches who reads it.

    Attributes:
        text_deltas: the pieces of the text of messages, as they come.
    """

    text_deltas: AsyncIterable[str]

    _source: AsyncRunEvents | None

    def __init__(self) -> None:
        super().__init__()
        self.text_deltas = self._texts = self._text_deltas()
        self._iterator = self._events()

    def __aiter__(self) -> AsyncIterator[AssistantStreamEvent]:
        return self._iterator

    async def __anext__(self) -> AssistantStreamEvent:
        return await anext(self._iterator)

    async def close(self) -> None:
        """Ends the stream, as leaving its `async with` block does."""
        await async_end(self._texts)
        await async_end(self._iterator)
        if self._source is not None:
            await self._source.close()

    async def until_done(self) -> None:
        """Reads the stream to its end.

        Raises:
            RunFailed: the run ended without completing, and that is to be an error.
        """
        async for _ in self._iterator:
            pass
        if self._source is not None:
            self._source.check()

    async def get_final_run(self) -> Run:
        """The run at the end of the stream, which is waited for; it may require action."""
        await self.until_done()
        if self.current_run is None:
            raise AssistantsError("the stream has brought no run")
        return self.current_run

    async def get_final_run_steps(self) -> list[RunStep]:
        """The steps of the run at the end of the stream, which is waited for."""
        await self.until_done()
        return list(self._snapshots.run_steps.values())

    async def get_final_messages(self) -> list[Message]:
        """The messages of the run at the end of the stream, which is waited for."""
        await self.until_done()
        return list(self._snapshots.messages.values())

    async def on_event(self, event: AssistantStreamEvent) -> None:
        """Called with each event, before the callbacks for what it is."""

    async def on_run_step_created(self, run_step: RunStep) -> None:
        """A step has begun."""

    async def on_run_step_delta(self, delta: RunStepDelta, snapshot: RunStep) -> None:
        """A piece of a step has come; the snapshot has it already."""

    async def on_run_step_done(self, run_step: RunStep) -> None:
        """A step has ended, completed or not."""

    async def on_tool_call_created(self, tool_call: ToolCall) -> None:
        """A tool call has begun, with its first piece."""

    async def on_tool_call_delta(self, delta: ToolCallDelta, snapshot: ToolCall) -> None:
        """Another piece of a tool call has come; the snapshot has it already."""

    async def on_tool_call_done(self, tool_call: ToolCall) -> None:
        """A tool call is complete; that of a function waits for its output."""

    async def on_message_created(self, message: Message) -> None:
        """A message has begun."""

    async def on_message_delta(self, delta: MessageDelta, snapshot: Message) -> None:
        """A piece of a message has come; the snapshot has it already."""

    async def on_message_done(self, message: Message) -> None:
        """A message has ended, completed or not."""

    async def on_text_created(self, text: Text) -> None:
        """A text of a message has begun, with its first piece."""

    async def on_text_delta(self, delta: TextDelta, snapshot: Text) -> None:
        """A piece of a text has come; the snapshot has it already."""

    async def on_text_done(self, text: Text) -> None:
        """A text is complete."""

    async def on_image_file_done(self, image_file: ImageFile) -> None:
        """An image of a message is complete."""

    async def on_exception(self, exception: Exception) -> None:
        """Something went wrong, in the stream or in a callback; it is raised after this."""

    async def on_timeout(self) -> None:
        """The stream was silent for too long; called before `on_exception`."""

    async def on_end(self) -> None:
        """The stream is over, read to its end or not."""

    async def _events(self) -> AsyncGenerator[AssistantStreamEvent]:
        if self._source is None:
            raise AssistantsError("the stream is not open: read it within its `with` block")
        wanted = self._wanted(AsyncAssistantEventHandler)
        callbacks = Callbacks(self._snapshots) if wanted else None
        try:
            async for event in self._source.events:
                if callbacks is not None:
                    self._current_event = event
                    for name, arguments in callbacks.of(event):
                        if name in wanted:
                            await getattr(self, name)(*arguments)
                    self._current_event = None
                yield event
        except Exception as error:
            if is_timeout(error):
                await self.on_timeout()
            await self.on_exception(error)
            raise
        finally:
            await self.on_end()

    async def _text_deltas(self) -> AsyncGenerator[str]:
        async for event in self._iterator:
            if event.event == "thread.message.delta":
                for part in event.data.delta.content or ():
                    if part.type == "text" and part.text is not None and part.text.value:
                        yield part.text.value
