"""Files, and waiting until one is processed."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from openai_assistants_core import NOT_GIVEN, NotGiven
from openai_assistants_rest.resources import files as generated

from .._waiting import AsyncWaiting, Waiting, a_file
from ..polling import Patience

if TYPE_CHECKING:
    from openai_assistants_rest.models import FileObject

__all__ = ["AsyncFiles", "Files"]


class Files(generated.Files):
    """Operations on `files`, and waiting for one."""

    def wait_for_processing(
        self, id: str, *, poll_interval: float = 5.0, max_wait_seconds: float = 30 * 60
    ) -> "FileObject":
        """Waits until a file is processed, or has failed to be, and returns it.

        A file whose status the service leaves out is taken for processed.

        Args:
            id: Id of the file.
            poll_interval: Seconds between looks.
            max_wait_seconds: Seconds to wait at most, looked at after each answer.

        Raises:
            ProcessingTimeout: The time is over; its `seen` is the file as last seen.
        """
        waiting = Waiting(self._door, Patience(poll_interval * 1000, max_wait_seconds))
        return waiting.settle(a_file(id))

    def retrieve_content(
        self,
        file_id: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> str:
        """Downloads a file as text; `content`, which loses nothing, is the better choice."""
        return self.content(
            file_id,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        ).text


class AsyncFiles(generated.AsyncFiles):
    """Operations on `files`, and waiting for one."""

    async def wait_for_processing(
        self, id: str, *, poll_interval: float = 5.0, max_wait_seconds: float = 30 * 60
    ) -> "FileObject":
        """Waits until a file is processed; see `Files.wait_for_processing`."""
        waiting = AsyncWaiting(self._door, Patience(poll_interval * 1000, max_wait_seconds))
        return await waiting.settle(a_file(id))

    async def retrieve_content(
        self,
        file_id: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> str:
        """Downloads a file as text; `content`, which loses nothing, is the better choice."""
        content = await self.content(
            file_id,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
        return content.text
