"""How the examples print a thread."""

from __future__ import annotations

from collections.abc import Iterator

from openai_assistants import AssistantsClient


def said(client: AssistantsClient, thread_id: str) -> Iterator[str]:
    """The messages of a thread, oldest first, with time, role and text or the id of an image."""
    for message in client.threads.messages.list(thread_id, order="asc"):
        for part in message.content:
            shown = f"({part.type})"
            if part.type == "text":
                shown = part.text.value
            elif part.type == "image_file":
                shown = f"(image {part.image_file.file_id})"
            yield f"{message.created_at_datetime:%H:%M:%S} {message.role}: {shown}"
