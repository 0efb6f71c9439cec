"""The door: every call of the API goes through here, out to httpx and back."""

import asyncio
import random
import time
import uuid
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar, cast

import attrs
import httpx

from openai_assistants_core import Operation, Request

from ._auth import Authenticate, AuthenticateAsync
from ._drive import drive, drive_async
from ._http import ReadInThreads
from ._outcome import answered, conclude, failed, next_hop
from ._request import Prepared, prepare
from ._settings import Settings
from .retry import Outcome, RetryPolicy, attempts

T = TypeVar("T")

MAX_REDIRECTS = 5


def _new_id() -> str:
    return str(uuid.uuid4())


@attrs.frozen(kw_only=True)
class HttpDoor:
    """The door of a synchronous client."""

    settings: Settings
    authenticate: Authenticate = attrs.field(repr=False)
    http: httpx.Client
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.time
    monotonic: Callable[[], float] = time.monotonic
    random: Callable[[], float] = random.random
    new_id: Callable[[], str] = _new_id

    def call(self, operation: Operation[T], request: Request) -> T:
        """Sends a request, again where that is safe, and decodes the answer."""
        prepared = prepare(request, self.settings, self.new_id())
        rule = attempts(prepared.method, policy_for(self.settings, prepared), self.random)
        return conclude(
            operation, request, drive(rule, lambda: self._attempt(prepared), self.sleep)
        )

    def _attempt(self, prepared: Prepared) -> Outcome:
        with prepared.opened(self.authenticate()) as arguments:
            try:
                response = self.http.send(
                    self.http.build_request(**arguments), follow_redirects=False
                )
                for _ in range(MAX_REDIRECTS):
                    if (hop := next_hop(response)) is None:
                        break
                    response = self.http.send(hop, follow_redirects=False)
            except httpx.RequestError as error:
                return failed(error, self.clock())
        return answered(response, self.clock())


@attrs.frozen(kw_only=True)
class AsyncHttpDoor:
    """The door of an asynchronous client."""

    settings: Settings
    authenticate: AuthenticateAsync = attrs.field(repr=False)
    http: httpx.AsyncClient
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    clock: Callable[[], float] = time.time
    monotonic: Callable[[], float] = time.monotonic
    random: Callable[[], float] = random.random
    new_id: Callable[[], str] = _new_id

    async def call(self, operation: Operation[T], request: Request) -> T:
        """Sends a request, again where that is safe, and decodes the answer."""
        prepared = prepare(request, self.settings, self.new_id())
        rule = attempts(prepared.method, policy_for(self.settings, prepared), self.random)
        outcome = await drive_async(rule, lambda: self._attempt(prepared), self.sleep)
        return conclude(operation, request, outcome)

    async def _attempt(self, prepared: Prepared) -> Outcome:
        with prepared.opened(await self.authenticate()) as arguments:
            try:
                request = self.http.build_request(**arguments)
                if prepared.form is not None and prepared.form.reads_files:
                    request.stream = ReadInThreads(cast("Iterable[bytes]", request.stream))
                response = await self.http.send(request, follow_redirects=False)
                for _ in range(MAX_REDIRECTS):
                    if (hop := next_hop(response)) is None:
                        break
                    response = await self.http.send(hop, follow_redirects=False)
            except httpx.RequestError as error:
                return failed(error, self.clock())
        return answered(response, self.clock())


def policy_for(settings: Settings, prepared: Prepared) -> RetryPolicy:
    """How often a request may be repeated: not at all if its body can be read only once."""
    return RetryPolicy(max_retries=settings.max_retries if prepared.replayable else 0)
