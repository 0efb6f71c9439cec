"""A conversation with an assistant: a thread that one sends messages to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack, cast

from openai_assistants_core import NOT_GIVEN

from ..reply import Reply
from .threads import AsyncThreads
from .tool_loop import AsyncCreateAndProcessParams, AsyncProcessOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from openai_assistants_core import AsyncTransport
    from openai_assistants_rest.models import Message, Run
    from openai_assistants_rest.params import (
        AssistantResponseFormatOptionParam,
        AssistantToolChoiceOptionParam,
        AssistantToolParam,
        AttachmentParam,
        MessageContentParam,
        MetadataParam,
    )

__all__ = ["AsyncChat"]


class AsyncChatOptions(AsyncProcessOptions, total=False):
    """The options of the runs of a conversation, as for `runs.create_and_process`.

    Attributes:
        raise_on_failure: True unless it is given.
    """

    additional_instructions: str | None
    instructions: str | None
    max_completion_tokens: int | None
    max_prompt_tokens: int | None
    metadata: MetadataParam | None
    model: str | None
    rate_limit_retries: int
    response_format: AssistantResponseFormatOptionParam | None
    temperature: float | None
    tool_choice: AssistantToolChoiceOptionParam | None
    tools: Sequence[AssistantToolParam | Callable[..., Any]] | None
    top_p: float | None


class AsyncChat:
    """A conversation: every `send` adds a message to a thread, and runs the assistant on it.

    Attributes:
        assistant_id: the assistant.
        thread_id: the thread; None until the first message is sent, unless it was given.
        last_run: the latest run, also one that failed.
    """

    def __init__(
        self,
        transport: AsyncTransport,
        assistant_id: str,
        thread_id: str | None,
        options: AsyncChatOptions,
    ) -> None:
        self._threads = AsyncThreads(transport)
        self._options: AsyncChatOptions = {"raise_on_failure": True, **options}
        self.assistant_id = assistant_id
        self.thread_id = thread_id
        self.last_run: Run | None = None

    async def send(
        self,
        content: MessageContentParam,
        *,
        attachments: Sequence[AttachmentParam] | None = None,
        **options: Unpack[AsyncChatOptions],
    ) -> Reply:
        """Adds a message, runs the assistant, and returns what it wrote.

        Args:
            content: Text, or parts of a message.
            attachments: Files that come with the message.
            options: For this run, in the place of those of the conversation.

        Raises:
            RunFailed: The run ended without completing.
            BadRequestError: A run is active on the thread, such as after an error of the tool loop:
                cancel or process `last_run` first.
        """
        if self.thread_id is None:
            self.thread_id = (await self._threads.create()).id
        await self._threads.messages.create(
            self.thread_id,
            role="user",
            content=content,
            attachments=NOT_GIVEN if attachments is None else attachments,
        )
        given: dict[str, Any] = {**self._options, **options, "assistant_id": self.assistant_id}
        on_update = given.get("on_update")

        def keep(run: Run) -> None:
            self.last_run = run
            if on_update is not None:
                on_update(run)

        given["on_update"] = keep
        params = cast("AsyncCreateAndProcessParams", given)
        run = await self._threads.runs.create_and_process(self.thread_id, **params)
        self.last_run = run
        messages: list[Message] = []
        async for message in self._threads.messages.list(
            self.thread_id, run_id=run.id, order="asc"
        ):
            messages.append(message)
        return Reply(run, tuple(messages))
