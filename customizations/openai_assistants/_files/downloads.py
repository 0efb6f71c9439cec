"""Downloads files to disk: the download rule, driven by a transport."""

from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from openai_assistants_core import (
    APIConnectionError,
    APIStatusError,
    AsyncStreamedResponse,
    AsyncTransport,
    StreamedResponse,
    Transport,
)
from openai_assistants_core.raw_transport import plain
from openai_assistants_rest.operations import GET_FILE_CONTENT

from .._http.library import library_of
from .download_rule import Appended, Probe, RangeRequest, Step
from .download_state import DownloadOptions, DownloadState, DownloadTransport
from .partial_file import PartialFile, check_target

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from ..retry import AttemptResult


class Download:
    """Downloads a file through a synchronous transport."""

    def __init__(self, transport: Transport, options: DownloadOptions) -> None:
        self._transport = cast("DownloadTransport", plain(transport))
        self._state = DownloadState(self._transport, options)
        self._response: StreamedResponse[Any] | None = None

    def run(self) -> Path:
        """The target, once all of the file is there."""
        target = self._state.options.target
        check_target(target)
        try:
            self._transport.drive(self._state.rule(), self._act)
            self._state.publish()
        finally:
            self._state.close()
            self._close_response()
        return target

    def _close_response(self) -> None:
        if self._response is not None:
            self._response.close()

    def _act(self, step: Step) -> Any:
        if isinstance(step, RangeRequest):
            return self._request(step)
        assert self._response is not None
        url = str(self._response.url)
        if isinstance(step, Probe):
            return self._state.probe(step, url)
        return self._append(self._response, self._state.file_for(step, url))

    def _request(self, step: RangeRequest) -> "AttemptResult":
        self._close_response()
        transport = self._transport.within(self._state.deadline)
        try:
            response = transport.call(GET_FILE_CONTENT, self._state.options.request(step))
        except APIStatusError as error:
            return self._state.unsatisfiable(error, step)
        self._response = response
        return self._state.responded(response)

    def _append(self, response: StreamedResponse[Any], file: PartialFile) -> Appended:
        http_response = response.http_response
        self._state.deadline.bound(http_response, library_of(http_response))
        self._state.report(file)
        chunks = response.iter_bytes()
        while True:
            try:
                chunk = next(chunks, None)
            except APIConnectionError as error:
                return self._state.appended(file, error)
            if chunk is None:
                return self._state.appended(file)
            file.write(chunk)
            self._state.report(file)


class AsyncDownload:
    """Downloads a file through an asynchronous transport; threads write the file."""

    def __init__(self, transport: AsyncTransport, options: DownloadOptions) -> None:
        self._transport = cast("DownloadTransport", plain(transport))
        self._state = DownloadState(self._transport, options)
        self._response: AsyncStreamedResponse[Any] | None = None

    async def run(self) -> Path:
        """The target, once all of the file is there."""
        from anyio import CancelScope
        from anyio.to_thread import run_sync

        target = self._state.options.target
        await run_sync(check_target, target)
        try:
            await self._transport.drive(self._state.rule(), self._act)
            await run_sync(self._state.publish)
        finally:
            with CancelScope(shield=True):
                await run_sync(self._state.close)
                await self._close_response()
        return target

    async def _close_response(self) -> None:
        if self._response is not None:
            await self._response.close()

    async def _act(self, step: Step) -> Any:
        from anyio.to_thread import run_sync

        if isinstance(step, RangeRequest):
            return await self._request(step)
        assert self._response is not None
        url = str(self._response.url)
        if isinstance(step, Probe):
            return await run_sync(self._state.probe, step, url)
        file = await run_sync(self._state.file_for, step, url)
        return await self._append_in_time(self._response, file)

    async def _request(self, step: RangeRequest) -> "AttemptResult":
        await self._close_response()
        transport = self._transport.within(self._state.deadline)
        try:
            response = await transport.call(GET_FILE_CONTENT, self._state.options.request(step))
        except APIStatusError as error:
            return self._state.unsatisfiable(error, step)
        self._response = response
        return self._state.responded(response)

    async def _append_in_time(
        self, response: AsyncStreamedResponse[Any], file: PartialFile
    ) -> Appended:
        from anyio import move_on_after

        deadline = self._state.deadline
        with move_on_after(deadline.remaining()):
            return await self._append(response, file)
        timeout = library_of(response.http_response).ReadTimeout
        try:
            with response.guard():
                raise timeout(deadline.reason(), request=response.http_request)
        except APIConnectionError as error:
            return self._state.appended(file, error)

    async def _append(self, response: AsyncStreamedResponse[Any], file: PartialFile) -> Appended:
        from anyio.to_thread import run_sync

        self._state.report(file)
        async with aclosing(cast("AsyncGenerator[bytes]", response.iter_bytes())) as chunks:
            while True:
                try:
                    chunk = await anext(chunks, None)
                except APIConnectionError as error:
                    return self._state.appended(file, error)
                if chunk is None:
                    return self._state.appended(file)
                await run_sync(file.write, chunk)
                self._state.report(file)
