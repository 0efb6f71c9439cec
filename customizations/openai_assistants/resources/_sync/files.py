# Written from resources/_async/files.py by `make generate`.
# Do not edit: change that file.
"""Files: downloading to disk, and waiting until one is processed."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from openai_assistants_core import NOT_GIVEN, CallOptions, NotGiven
from openai_assistants_rest.resources import files as generated

from ..._files.download_state import DownloadOptions
from ..._files.downloads import Download
from ...polling import objects
from ...polling.poller import Poller
from ...polling.rule import PollPolicy
from .._signatures import takes_call_arguments_of

if TYPE_CHECKING:
    from openai_assistants_core.file_types import Progress
    from openai_assistants_rest.models import FileObject
    from openai_assistants_rest.params import CallParams

__all__ = ["Files"]


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
        """Downloads a file to a path, in chunks, and returns the path.

        The path gets the whole file or stays as it was. If the connection breaks, the download is
        resumed as long as more bytes arrive, if the service supports range requests and names the
        version of the file (a strong ETag, or Last-Modified). If it fails in the end, what has
        arrived stays beside the path as `.NAME.KEY.part`, and the next download of the same file to
        the same path resumes it.

        Args:
            file_id: Id of the file.
            path: Where to; a file there is replaced.
            progress: Called with the number of bytes so far and the size of the file, which is
                None if it is unknown; from 0 again if the download has to start again.
            resume: False starts again after each failure, and leaves nothing behind.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            timeout: Seconds to wait for each chunk, instead of the client's.

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
        return Download(self._transport, options).run()

    def wait_for_processing(
        self, id: str, *, poll_interval: float = 5.0, max_wait_seconds: float = 30 * 60
    ) -> "FileObject":
        """Waits until a file is processed, or has failed to be, and returns it.

        A file without a status counts as processed.

        Args:
            id: Id of the file.
            poll_interval: Seconds between polls.
            max_wait_seconds: Seconds to wait at most, checked after each poll.

        Raises:
            ProcessingTimeout: The time is over; its `seen` is the file as last seen.
        """
        policy = PollPolicy(poll_interval * 1000, max_wait_seconds)
        return Poller(self._transport, policy).wait_for(objects.file(id))

    @takes_call_arguments_of(generated.Files.content)
    def retrieve_content(self, file_id: str, **options: "Unpack[CallParams]") -> str:
        """Downloads a file as text; `content`, which loses nothing, is the better choice."""
        content = self.content(file_id, **options)
        return content.text
