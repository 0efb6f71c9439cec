"""The transport: every call of the API goes through here, out to the HTTP library and back."""

import random
import time
import uuid
from collections.abc import Awaitable, Callable, Generator, Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from msgspec import field
from msgspec.structs import replace

from openai_assistants_core import (
    AssistantsError,
    AsyncStreamedResponse,
    Operation,
    Request,
    StreamedResponse,
)
from openai_assistants_core.record import Record

from .._auth.authenticator import AsyncAuthenticator, Authenticator
from .._http.deadline import Budget
from .._http.library import failures, library_of
from .._telemetry.detection import in_use
from ..retry import Outcome, Step
from .call import Exchange
from .driver import Result, S, Seen, ask, ask_async, drive, drive_async
from .settings import Settings

if TYPE_CHECKING:
    from .._telemetry.spans import Telemetry

T = TypeVar("T")

MAX_REDIRECTS = 5


def _new_id() -> str:
    return str(uuid.uuid4())


async def _sleep(seconds: float) -> None:
    import anyio

    await anyio.sleep(seconds)


class TransportBase(Record, frozen=True, kw_only=True):
    """What both transports have.

    Attributes:
        settings: how to call.
        authenticate: what gives the headers that authenticate an attempt.
        http: the client of httpx or httpx2.
        clock: seconds since 1970.
        monotonic: seconds of a clock that only goes forward.
        random: a number from 0 up to 1.
        new_id: what a call is known by on the wire.
        declared: base URLs known to honour idempotency keys.
        telemetry: where calls are traced, if anywhere.
    """

    _hidden = ("authenticate", "declared", "telemetry")

    settings: Settings
    authenticate: Any
    http: Any
    clock: Callable[[], float] = time.time
    monotonic: Callable[[], float] = time.monotonic
    random: Callable[[], float] = random.random
    new_id: Callable[[], str] = _new_id
    declared: set[str] = field(default_factory=set[str])
    telemetry: "Callable[[], Telemetry | None]" = in_use

    def within(self, deadline: Budget) -> Self:
        """This transport, for calls that must end in what is left of another call's time."""
        settings = replace(self.settings, total_timeout=deadline.left())
        return replace(self, settings=settings)

    def _challenged(self, response: Any, auth: Mapping[str, str]) -> bool:
        """Whether the next attempt will carry what this one lacked."""
        challenge = response.headers.get("www-authenticate")
        return bool(self.authenticate.challenged(response.status_code, challenge, auth))


class HttpTransport(TransportBase, frozen=True, kw_only=True):
    """The transport of a synchronous client."""

    authenticate: Authenticator
    sleep: Callable[[float], None] = time.sleep

    def call(self, operation: Operation[T], request: Request) -> T:
        """Sends a request, again where that is safe, and decodes the answer."""
        exchange = Exchange.begin(operation, request, self)

        def act(step: Step) -> Outcome:
            return self._look(exchange) if step.look else self._attempt(exchange)

        with exchange.watched():
            ended = self.drive(exchange.rule(self.random), act)
            return cast("T", exchange.conclude(ended, StreamedResponse))

    def drive(self, rule: Generator[S, Seen, Result], act: Callable[[S], Seen]) -> Result:
        """Follows a rule to its end: waits as its steps say, and sends it what they came to."""
        return drive(rule, act, self.sleep)

    def _attempt(self, exchange: Exchange) -> Outcome:
        library = library_of(self.http)
        try:
            auth = self.authenticate.headers()
        except AssistantsError as error:
            return exchange.refused(error)
        check = exchange.time_to_send(library)
        with exchange.prepared.opened(auth, check) as arguments:
            request = self.http.build_request(**arguments, timeout=exchange.timeout(library))
            exchange.sending(request)
            try:
                response = self._send(request, exchange, library)
            except failures(library) as error:
                return exchange.failed(error)
            except RuntimeError as error:
                return exchange.closed(self.http, error)
        return exchange.answered(response, challenged=self._challenged(response, auth))

    def _send(self, request: Any, exchange: Exchange, library: Any) -> Any:
        response = self.http.send(request, stream=True, follow_redirects=False)
        try:
            for _ in range(MAX_REDIRECTS):
                if (hop := exchange.hop(response)) is None:
                    break
                response.close()
                response = self.http.send(hop, stream=True, follow_redirects=False)
            if not (exchange.opens_stream and response.is_success):
                exchange.budget.bound(response, library)
                response.read()
        except BaseException:
            response.close()
            raise
        return response

    def _look(self, exchange: Exchange) -> Outcome:
        """Looks for what an attempt may have created."""
        transport = replace(self, settings=exchange.settings_to_look())
        try:
            return ask(exchange.looking(), lambda asked: transport.call(asked.operation, asked))
        except AssistantsError as error:
            return exchange.refused(error)


class AsyncHttpTransport(TransportBase, frozen=True, kw_only=True):
    """The transport of an asynchronous client."""

    authenticate: AsyncAuthenticator
    sleep: Callable[[float], Awaitable[None]] = _sleep

    async def call(self, operation: Operation[T], request: Request) -> T:
        """Sends a request, again where that is safe, and decodes the answer."""
        exchange = Exchange.begin(operation, request, self)

        async def act(step: Step) -> Outcome:
            return await (self._look(exchange) if step.look else self._attempt(exchange))

        with exchange.watched():
            ended = await self.drive(exchange.rule(self.random), act)
            return cast("T", exchange.conclude(ended, AsyncStreamedResponse))

    async def drive(
        self, rule: Generator[S, Seen, Result], act: Callable[[S], Awaitable[Seen]]
    ) -> Result:
        """Follows a rule to its end: waits as its steps say, and sends it what they came to."""
        return await drive_async(rule, act, self.sleep)

    async def _attempt(self, exchange: Exchange) -> Outcome:
        left = exchange.budget.left()
        if left is None:
            return await self._unlimited(exchange)
        import anyio

        with anyio.move_on_after(left):
            return await self._unlimited(exchange)
        return exchange.out_of_time(library_of(self.http))

    async def _unlimited(self, exchange: Exchange) -> Outcome:
        library = library_of(self.http)
        try:
            auth = await self.authenticate.headers()
        except AssistantsError as error:
            return exchange.refused(error)
        async with exchange.prepared.opened_async(auth) as arguments:
            request = self.http.build_request(**arguments, timeout=exchange.timeout(library))
            exchange.sending(request)
            try:
                response = await self._send(request, exchange)
            except failures(library) as error:
                return exchange.failed(error)
            except RuntimeError as error:
                return exchange.closed(self.http, error)
        return exchange.answered(response, challenged=self._challenged(response, auth))

    async def _send(self, request: Any, exchange: Exchange) -> Any:
        response = await self.http.send(request, stream=True, follow_redirects=False)
        try:
            for _ in range(MAX_REDIRECTS):
                if (hop := exchange.hop(response)) is None:
                    break
                await response.aclose()
                response = await self.http.send(hop, stream=True, follow_redirects=False)
            if not (exchange.opens_stream and response.is_success):
                await response.aread()
        except BaseException:
            await response.aclose()
            raise
        return response

    async def _look(self, exchange: Exchange) -> Outcome:
        """Looks for what an attempt may have created."""
        transport = replace(self, settings=exchange.settings_to_look())
        try:
            return await ask_async(
                exchange.looking(), lambda asked: transport.call(asked.operation, asked)
            )
        except AssistantsError as error:
            return exchange.refused(error)
