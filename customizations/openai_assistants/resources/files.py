"""Files: downloading to disk, and waiting until one is processed."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openai_assistants_core import NOT_GIVEN, CallOptions, NotGiven
from openai_assistants_rest.resources import files as generated

from .._files.downloads import AsyncDownloading, Downloading, Wanted
from ..polling.poller import AsyncWaiting, Waiting, a_file
from ..polling.rule import Patience

if TYPE_CHECKING:
    from openai_assistants_core.file_types import Progress
    from openai_assistants_rest.models import FileObject

__all__ = ["AsyncFiles", "Files"]


class Files(generated.Files):
    """Operations on `files`, downloads to disk, and waiting for one."""

    def download(
        self,
        file_id: str,
        path: str | os.PathLike[str],
        *,
        progress: "Progress | None" = None,
        resume: bool = True,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Path:
        """Downloads a file to a path, piece by piece, and returns the path.

        The path has all of the file or is left as it was. The download goes on where the connection
        broke, as long as that gets it further, if the service has ranges and names the version of
        what it sends. If it has to be given up, what is there stays beside the path as
        `.NAME.KEY.part`, and the next download of the same file to the same path goes on with it.

        Args:
            file_id: Id of the file.
            path: Where to; a file there is replaced.
            progress: Is called with the bytes there are so far, and with how many there are to be
                or None if that is unknown; again from 0 if the download has to begin anew.
            resume: False begins anew after each failure, and leaves nothing behind.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            timeout: Seconds to wait for each piece, instead of the client's.

        Raises:
            NotFoundError: There is no such file.
            APIConnectionError: The service could not be reached, or the connection broke too often.
            OSError: The path cannot be written to.
        """
        options = CallOptions(extra_headers=extra_headers, extra_query=extra_query, timeout=timeout)
        wanted = Wanted(
            file_id=file_id, path=path, options=options, progress=progress, resume=resume
        )
        return Downloading(self._transport, wanted).run()

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
        waiting = Waiting(self._transport, Patience(poll_interval * 1000, max_wait_seconds))
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
    """Operations on `files`, downloads to disk, and waiting for one."""

    async def download(
        self,
        file_id: str,
        path: str | os.PathLike[str],
        *,
        progress: "Progress | None" = None,
        resume: bool = True,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Path:
        """Downloads a file to a path, which threads write; see `Files.download`."""
        options = CallOptions(extra_headers=extra_headers, extra_query=extra_query, timeout=timeout)
        wanted = Wanted(
            file_id=file_id, path=path, options=options, progress=progress, resume=resume
        )
        return await AsyncDownloading(self._transport, wanted).run()

    async def wait_for_processing(
        self, id: str, *, poll_interval: float = 5.0, max_wait_seconds: float = 30 * 60
    ) -> "FileObject":
        """Waits until a file is processed; see `Files.wait_for_processing`."""
        waiting = AsyncWaiting(self._transport, Patience(poll_interval * 1000, max_wait_seconds))
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
