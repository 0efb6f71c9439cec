"""Files: downloading to disk, and waiting until one is processed."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from openai_assistants_core import NOT_GIVEN, CallOptions, NotGiven
from openai_assistants_rest.resources import files as generated

from ..._files.download_state import DownloadOptions
from ..._files.downloads import AsyncDownload
from ...polling import objects
from ...polling.async_poller import AsyncPoller
from ...polling.rule import PollPolicy
from .._signatures import takes_call_arguments_of

if TYPE_CHECKING:
    from openai_assistants_core.file_types import Progress
    from openai_assistants_rest.models import FileObject
    from openai_assistants_rest.params import CallParams

__all__ = ["AsyncFiles"]


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
        options = DownloadOptions(
            file_id=file_id,
            target=Path(path),
            call=CallOptions(extra_headers=extra_headers, extra_query=extra_query, timeout=timeout),
            progress=progress,
            resume=resume,
        )
        return await AsyncDownload(self._transport, options).run()

    async def wait_for_processing(
        self, id: str, *, poll_interval: float = 5.0, max_wait_seconds: float = 30 * 60
    ) -> "FileObject":
        """Waits until a file is processed, or has failed to be, and returns it.

        A file whose status the service leaves out is taken for processed.

        Args:
            id: Id of the file.
            poll_interval: Seconds between polls.
            max_wait_seconds: Seconds to wait at most, checked after each poll.

        Raises:
            ProcessingTimeout: The time is over; its `seen` is the file as last seen.
        """
        policy = PollPolicy(poll_interval * 1000, max_wait_seconds)
        return await AsyncPoller(self._transport, policy).wait_for(objects.file(id))

    @takes_call_arguments_of(generated.AsyncFiles.content)
    async def retrieve_content(self, file_id: str, **options: "Unpack[CallParams]") -> str:
        """Downloads a file as text; `content`, which loses nothing, is the better choice."""
        content = await self.content(file_id, **options)
        return content.text
