"""Downloads files to disk: the download rule, carried out through a transport."""

import os
from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct
from msgspec.structs import replace

from openai_assistants_core import (
    APIConnectionError,
    APIStatusError,
    AsyncStreamedResponse,
    AsyncTransport,
    CallOptions,
    Request,
    StreamedResponse,
    Transport,
)
from openai_assistants_core.file_types import Progress
from openai_assistants_core.raw_response import AnyResponse, plain
from openai_assistants_rest.operations import GET_FILE_CONTENT

from .._http.library import library_of
from .._pipeline.deadline import Budget
from .._pipeline.driver import drive, drive_async
from .._pipeline.transport import AsyncHttpTransport, HttpTransport, TransportBase
from ..retry import Failure, Outcome
from .download_rule import Ask, Look, Save, Saved, Step, Version, download
from .partial_file import Part, check_target

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator


class Wanted(Struct, frozen=True, kw_only=True):
    """What is to be downloaded.

    Attributes:
        file_id: of the file.
        path: where to.
        options: of the calls.
        progress: is told how many bytes are there, and how many there are to be.
        resume: whether to go on behind what is there already.
    """

    file_id: str
    path: str | os.PathLike[str]
    options: CallOptions
    progress: Progress | None = None
    resume: bool = True

    @property
    def target(self) -> Path:
        """Where to."""
        return Path(self.path)

    def request(self, asked: Ask) -> Request:
        """One request of its bytes."""
        headers = cast("Any", {**(self.options.extra_headers or {}), **asked.headers})
        options = replace(self.options, extra_headers=headers, raw="stream")
        return GET_FILE_CONTENT.request((self.file_id,), options=options)


class _Transfer:
    """One download: the answer that is being read, and the part it is saved to. One at a time."""

    def __init__(self, transport: TransportBase, wanted: Wanted) -> None:
        self.wanted = wanted
        self.transport = transport
        self.budget = Budget(
            transport.settings.total_timeout, transport.monotonic, transport.monotonic()
        )
        self.part: Part | None = None
        self.version = Version()

    def settings(self) -> Any:
        """Those of the client, within what is left of the time."""
        return replace(self.transport.settings, total_timeout=self.budget.left())

    def rule(self) -> Any:
        """What to do, step by step."""
        policy = self.transport.settings.retry_policy
        return download(policy, self.transport.random, resume=self.wanted.resume)

    def open(self, version: Version, url: str) -> Part:
        """The part for this version."""
        if self.part is None or version.validator != self.version.validator:
            self.leave(keep=False)
            key = None
            if self.wanted.resume and version.validator is not None:
                key = f"{url}\n{version.validator}"
            self.part = Part(self.wanted.target, key)
        self.version = version
        return self.part

    def begin(self, step: Save, url: str) -> Part:
        """The part, ready to be written to."""
        part = self.open(step.version, url)
        part.cut(step.start)
        return part

    def look(self, step: Look, url: str) -> int:
        """How much is left of an earlier download."""
        return self.open(step.version, url).size

    def publish(self) -> None:
        """Puts what was downloaded into its place."""
        if self.part is not None:
            self.part.publish()

    def leave(self, *, keep: bool = True) -> None:
        """Lets go of the part, unless it is published; kept is only what can be gone on with."""
        if self.part is not None:
            self.part.leave(keep=keep)

    def tell(self, part: Part) -> None:
        """Reports how far it is."""
        if self.wanted.progress is not None:
            self.wanted.progress(part.size, self.version.total)

    def outcome(self, **fields: Any) -> Outcome:
        """What an attempt came to, now."""
        return Outcome(at=self.transport.clock(), elapsed=self.budget.elapsed(), **fields)

    def answered(self, answer: AnyResponse[Any]) -> Outcome:
        """An answer whose body is not read yet."""
        return self.outcome(status=answer.status_code, headers=answer.headers)

    def refused(self, error: APIStatusError, asked: Ask) -> Outcome:
        """An answer that there is no such range.

        Raises:
            APIStatusError: it is another.
        """
        if error.status_code != 416 or asked.start == 0:
            raise error
        return self.outcome(status=416, headers=error.response.headers, value=error)

    def saved(self, part: Part, error: Exception | None = None) -> Saved:
        """What reading an answer came to."""
        failure = None if error is None else Failure.LOST
        return Saved(part.size, self.outcome(failure=failure, value=error))


class Downloading:
    """Downloads a file through a synchronous transport."""

    def __init__(self, transport: Transport, wanted: Wanted) -> None:
        self._transport = cast("HttpTransport", plain(transport))
        self._state = _Transfer(self._transport, wanted)
        self._answer: StreamedResponse[Any] | None = None

    def run(self) -> Path:
        """Where the file is, once all of it is there."""
        state = self._state
        check_target(state.wanted.target)
        try:
            drive(state.rule(), self._act, self._transport.sleep)
            state.publish()
        finally:
            state.leave()
            self._close()
        return state.wanted.target

    def _close(self) -> None:
        if self._answer is not None:
            self._answer.close()

    def _act(self, step: Step) -> Any:
        if isinstance(step, Ask):
            return self._ask(step)
        assert self._answer is not None
        url = str(self._answer.url)
        if isinstance(step, Look):
            return self._state.look(step, url)
        return self._save(self._answer, self._state.begin(step, url))

    def _ask(self, asked: Ask) -> Outcome:
        self._close()
        transport = replace(self._transport, settings=self._state.settings())
        try:
            answer: Any = transport.call(GET_FILE_CONTENT, self._state.wanted.request(asked))
        except APIStatusError as error:
            return self._state.refused(error, asked)
        self._answer = answer
        return self._state.answered(answer)

    def _save(self, answer: StreamedResponse[Any], part: Part) -> Saved:
        response = answer.http_response
        self._state.budget.bound(response, library_of(response))
        self._state.tell(part)
        pieces = answer.iter_bytes()
        while True:
            try:
                piece = next(pieces, None)
            except APIConnectionError as error:
                return self._state.saved(part, error)
            if piece is None:
                return self._state.saved(part)
            part.write(piece)
            self._state.tell(part)


class AsyncDownloading:
    """Downloads a file through an asynchronous transport."""

    def __init__(self, transport: AsyncTransport, wanted: Wanted) -> None:
        self._transport = cast("AsyncHttpTransport", plain(transport))
        self._state = _Transfer(self._transport, wanted)
        self._answer: AsyncStreamedResponse[Any] | None = None

    async def run(self) -> Path:
        """Where the file is, once all of it is there."""
        from anyio import CancelScope
        from anyio.to_thread import run_sync

        state = self._state
        await run_sync(check_target, state.wanted.target)
        try:
            await drive_async(state.rule(), self._act, self._transport.sleep)
            await run_sync(state.publish)
        finally:
            with CancelScope(shield=True):
                await run_sync(state.leave)
                await self._close()
        return state.wanted.target

    async def _close(self) -> None:
        if self._answer is not None:
            await self._answer.close()

    async def _act(self, step: Step) -> Any:
        from anyio.to_thread import run_sync

        if isinstance(step, Ask):
            return await self._ask(step)
        assert self._answer is not None
        url = str(self._answer.url)
        if isinstance(step, Look):
            return await run_sync(self._state.look, step, url)
        part = await run_sync(self._state.begin, step, url)
        return await self._save_in_time(self._answer, part)

    async def _ask(self, asked: Ask) -> Outcome:
        await self._close()
        transport = replace(self._transport, settings=self._state.settings())
        try:
            answer: Any = await transport.call(GET_FILE_CONTENT, self._state.wanted.request(asked))
        except APIStatusError as error:
            return self._state.refused(error, asked)
        self._answer = answer
        return self._state.answered(answer)

    async def _save_in_time(self, answer: AsyncStreamedResponse[Any], part: Part) -> Saved:
        from anyio import move_on_after

        budget = self._state.budget
        with move_on_after(budget.left()):
            return await self._save(answer, part)
        late = library_of(answer.http_response).ReadTimeout
        try:
            with answer.guard():
                raise late(budget.reason(), request=answer.http_request)
        except APIConnectionError as error:
            return self._state.saved(part, error)

    async def _save(self, answer: AsyncStreamedResponse[Any], part: Part) -> Saved:
        from anyio.to_thread import run_sync

        self._state.tell(part)
        async with aclosing(cast("AsyncGenerator[bytes]", answer.iter_bytes())) as pieces:
            while True:
                try:
                    piece = await anext(pieces, None)
                except APIConnectionError as error:
                    return self._state.saved(part, error)
                if piece is None:
                    return self._state.saved(part)
                await run_sync(part.write, piece)
                self._state.tell(part)
