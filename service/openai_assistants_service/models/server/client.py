"""Ask a model server, and read the events that it streams.

httpx, which the client stands on already, and httpx-sse read the stream: the openai package would
bring 15 MB and pydantic for two requests, and waits for its retries where a cancelled run cannot.
"""

import asyncio
import json
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from typing import Any

import httpx
from attrs import field, frozen
from httpx_sse import EventSource, ServerSentEvent

from ...json_types import JsonObject, as_object
from ..base import ModelError
from . import failures
from .config import ServerConfig
from .failures import ServerFailure
from .retry import RetryPolicy, hinted_delay

_JSON_TO_EVENTS = {"Content-Type": "application/json", "Accept": "text/event-stream"}
_CONNECT = 5.0
_DONE = "[DONE]"
_AFTER_DONE = 0.05
_MOST_ERROR = 64 * 1024


@frozen
class Question:
    """What a model server is asked.

    Attributes:
        path: behind the base URL.
        images: whether the body has any, for the words of a failure.
        error: returns the error that an event stands for, if it does.
    """

    path: str
    body: JsonObject
    images: bool
    error: Callable[[JsonObject], JsonObject | None]


@frozen
class ModelServer:
    """One model server; closing a stream of events ends the request at once."""

    http: httpx.AsyncClient
    config: ServerConfig
    retries: RetryPolicy = field(factory=RetryPolicy)
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep
    clock: Callable[[], float] = time.time

    async def events(self, question: Question) -> AsyncGenerator[JsonObject]:
        """Yield the events of an answer; it is asked for again while nothing has come of it.

        Raises:
            ModelError: there is no answer, or no more of it.
        """
        tries = 0
        while True:
            begun = False
            try:
                async with aclosing(self._attempt(question)) as coming:
                    async for event in coming:
                        begun = True
                        yield event
                return
            except ServerFailure as failure:
                delay = None if begun else self.retries.delay(tries, failure)
                if delay is None:
                    raise
            tries += 1
            await self.sleep(delay)

    async def _attempt(self, question: Question) -> AsyncGenerator[JsonObject]:
        answered = False
        try:
            async with self.http.stream(
                "POST",
                self.config.at(question.path),
                content=json.dumps(question.body),  # in ASCII: a lone surrogate is no error
                headers={**self.config.headers, **_JSON_TO_EVENTS},
                timeout=httpx.Timeout(self.config.limits.timeout, connect=_CONNECT),
            ) as response:
                await self._check(response, question)
                answered = True
                async with aclosing(EventSource(response).aiter_sse()) as coming:
                    async for sent in coming:
                        if sent.data == _DONE:
                            await _read_to_end(coming)
                            return
                        if sent.data:
                            yield self._event(sent.data, question)
        except httpx.ReadTimeout as error:
            raise failures.silent(self.config) from error
        except httpx.TransportError as error:
            reason = str(error) or type(error).__name__
            if answered:
                raise failures.cut_short(self.config, reason) from error
            raise failures.unreachable(self.config, reason) from error

    async def _check(self, response: httpx.Response, question: Question) -> None:
        """Raise what an answer means that is not a stream."""
        kind = response.headers.get("content-type", "").partition(";")[0]
        if not response.is_success:
            raise self._refused(
                response.status_code,
                await _error_body(response),
                question,
                hinted_delay(response.headers, self.clock()),
            )
        if kind != "text/event-stream":
            raise failures.unintelligible(self.config, f"{kind or 'nothing'} instead of events")

    def _event(self, data: str, question: Question) -> JsonObject:
        try:
            event = as_object(json.loads(data))
        except ValueError:
            event = None
        if event is None:
            raise failures.unintelligible(self.config, f"an event is no JSON object: {data[:80]}")
        if error := question.error(event):
            code = error.get("code")
            status = code if isinstance(code, int) and 400 <= code < 600 else 500
            raise self._refused(status, error, question)
        return event

    def _refused(
        self, status: int, body: Any, question: Question, retry_after: float | None = None
    ) -> ModelError:
        model, images = question.body.get("model", ""), question.images
        answer = failures.Answer(status, body, str(model), images, retry_after)
        return failures.refused(self.config, answer)


async def _read_to_end(coming: AsyncGenerator[ServerSentEvent]) -> None:
    """Read what follows the last event, which is nothing, so that the connection can be kept."""
    try:
        async with asyncio.timeout(_AFTER_DONE):
            async for _ in coming:
                pass
    except (TimeoutError, httpx.TransportError):
        pass


async def _error_body(response: httpx.Response) -> Any:
    """Return the body of an error: JSON, or what there is of text."""
    read = bytearray()
    async for piece in response.aiter_bytes():
        read += piece
        if len(read) > _MOST_ERROR:
            break
    text = read.decode("utf-8", "replace")
    try:
        return json.loads(text)
    except ValueError:
        return text if "<html" not in text.lower() else ""
