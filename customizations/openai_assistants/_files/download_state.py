"""One download: its options, its deadline, and the file that it is written to."""

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any, Protocol, Self, cast

from msgspec import Struct
from msgspec.structs import replace

from openai_assistants_core import APIStatusError, CallOptions, Request
from openai_assistants_core.file_types import Progress
from openai_assistants_core.raw_response import AnyResponse
from openai_assistants_rest.operations import GET_FILE_CONTENT

from .._http.deadline import Deadline
from ..retry import AttemptResult
from .download_rule import (
    Append,
    Appended,
    Probe,
    RangeRequest,
    Step,
    Version,
    download_rule,
)
from .partial_file import PartialFile


class DownloadTransport(Protocol):
    """What a download needs of a transport, synchronous or not, to make calls and to wait."""

    @property
    def settings(self) -> Any: ...
    @property
    def clock(self) -> Callable[[], float]: ...
    @property
    def monotonic(self) -> Callable[[], float]: ...
    @property
    def random(self) -> Callable[[], float]: ...
    def within(self, deadline: Deadline) -> Self: ...
    def call(self, operation: Any, request: Request) -> Any: ...
    def drive(self, rule: Generator[Any, Any, Any], act: Callable[[Any], Any]) -> Any: ...


class DownloadOptions(Struct, frozen=True, kw_only=True):
    """What is to be downloaded, and how.

    Attributes:
        file_id: Id of the file.
        target: where to.
        call: options of each call.
        progress: called with the bytes on disk, and the size of the file if it is known.
        resume: whether to go on from what is on disk already.
    """

    file_id: str
    target: Path
    call: CallOptions
    progress: Progress | None = None
    resume: bool = True

    def request(self, step: RangeRequest) -> Request:
        """A request for the file's bytes, or some of them."""
        headers = cast("Any", {**(self.call.extra_headers or {}), **step.headers})
        options = replace(self.call, extra_headers=headers, raw="stream")
        return GET_FILE_CONTENT.request((self.file_id,), options=options)


class DownloadState:
    """What both kinds of download share. Its methods may block on the disk."""

    def __init__(self, transport: DownloadTransport, options: DownloadOptions) -> None:
        self.options = options
        self.deadline = Deadline(
            transport.settings.total_timeout, transport.monotonic, transport.monotonic()
        )
        self._transport = transport
        self._file: PartialFile | None = None
        self._version = Version()

    def rule(self) -> Generator[Step, Any, None]:
        """What to do, step by step."""
        policy = self._transport.settings.retry_policy
        return download_rule(policy, self._transport.random, resume=self.options.resume)

    def probe(self, step: Probe, url: str) -> int:
        """The size of what an earlier download left."""
        return self._open(step.version, url).size

    def file_for(self, step: Append, url: str) -> PartialFile:
        """The file to append to."""
        file = self._open(step.version, url)
        file.truncate(step.start)
        return file

    def _open(self, version: Version, url: str) -> PartialFile:
        if self._file is None or version.validator != self._version.validator:
            self.close(keep=False)
            key = None
            if self.options.resume and version.validator is not None:
                key = f"{url}\n{version.validator}"
            self._file = PartialFile(self.options.target, key)
        self._version = version
        return self._file

    def publish(self) -> None:
        """Replaces the target with what was downloaded."""
        if self._file is not None:
            self._file.publish()

    def close(self, *, keep: bool = True) -> None:
        """Closes the file, unless it is published, and deletes it unless it can be resumed."""
        if self._file is not None:
            self._file.close(keep=keep)

    def report(self, file: PartialFile) -> None:
        """Calls back with the progress."""
        if self.options.progress is not None:
            self.options.progress(file.size, self._version.total)

    def responded(self, response: AnyResponse[Any]) -> AttemptResult:
        """The result of a request: a response whose body is not read yet."""
        return self._result(status=response.status_code, headers=response.headers)

    def unsatisfiable(self, error: APIStatusError, request: RangeRequest) -> AttemptResult:
        """The result of a range request that was answered with 416.

        Raises:
            APIStatusError: it is another error.
        """
        if error.status_code != 416 or request.start == 0:
            raise error
        return self._result(status=416, headers=error.response.headers, value=error)

    def appended(self, file: PartialFile, error: Exception | None = None) -> Appended:
        """The result of reading a body."""
        failure = None if error is None else "lost"
        return Appended(file.size, self._result(failure=failure, value=error))

    def _result(self, **fields: Any) -> AttemptResult:
        return AttemptResult(at=self._transport.clock(), elapsed=self.deadline.elapsed(), **fields)
