"""The asynchronous transport, which does what the synchronous one does."""

from collections.abc import Awaitable, Callable, Generator
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from openai_assistants_core import AssistantsError, Operation, Request

from .._auth.authenticator import AsyncAuthenticator
from .._http.library import failures, library_of
from ..retry import AttemptResult, Step, attempts
from .call import Call
from .redirects import MAX_REDIRECTS, next_request
from .response import ResponseHandler
from .transport_base import ResultT, ReturnT, StepT, TransportBase

if TYPE_CHECKING:
    from .reconciliation import Lookup

T = TypeVar("T")

STREAMED = "openai_assistants_core:AsyncStreamedResponse"


async def _sleep(seconds: float) -> None:
    import anyio

    await anyio.sleep(seconds)


class AsyncHttpTransport(TransportBase, frozen=True, kw_only=True):
    """The transport of an asynchronous client."""

    authenticator: AsyncAuthenticator
    sleep: Callable[[float], Awaitable[None]] = _sleep

    async def call(self, operation: Operation[T], request: Request) -> T:
        """Sends a request, retries where that is safe, and decodes the response."""
        call = self._new_call(operation, request)
        observer = call.observer
        observer.on_start(call)
        try:
            result = await self.drive(
                attempts(call.kind, self.settings.retry_policy, self.random),
                partial(self._attempt, call),
                partial(observer.on_attempt, call),
            )
            handler = ResponseHandler(call.request, call.call_id, call.redactor, STREAMED)
            value = handler.handle(result)
            observer.on_result(call, value)
        except BaseException as error:
            observer.on_end(call, error)
            raise
        if request.streams and request.options.raw is None:
            self._follow(call, value)
        else:
            observer.on_end(call, None)
        return cast("T", value)

    async def drive(
        self,
        rule: Generator[StepT, ResultT, ReturnT],
        act: Callable[[StepT], Awaitable[ResultT]],
        on_result: Callable[[ResultT, StepT | None], object] | None = None,
    ) -> ReturnT:
        """Follows a rule to its end: waits as its steps say, and sends it their results.

        Args:
            rule: yields steps, is sent their results, and returns the result of all.
            act: carries out a step.
            on_result: called with each result, and the step that follows; None at the end.
        """
        step: StepT | None = next(rule)
        returned: Any = None
        while step is not None:
            if step.wait > 0:
                await self.sleep(step.wait)
            result = await act(step)
            try:
                step = rule.send(result)
            except StopIteration as end:
                step, returned = None, end.value
            if on_result is not None:
                on_result(result, step)
        return cast("ReturnT", returned)

    async def _attempt(self, call: Call, step: Step) -> AttemptResult:
        """One attempt within the deadline; or the search for what an earlier one has created."""
        if step.reconcile:
            return await self._reconcile(call)
        remaining = call.deadline.remaining()
        if remaining is None:
            return await self._attempt_once(call)
        import anyio

        with anyio.move_on_after(remaining):
            return await self._attempt_once(call)
        return call.timed_out(library_of(self.http))

    async def _attempt_once(self, call: Call) -> AttemptResult:
        library = library_of(self.http)
        try:
            auth = await self.authenticator.headers()
        except AssistantsError as error:
            return call.not_attempted(error)
        async with call.prepared.opened_async(auth) as arguments:
            request = self.http.build_request(**arguments, timeout=call.timeout(library))
            call.observer.on_request(call, request)
            try:
                response = await self._send(request, call)
            except failures(library) as error:
                return call.failed(error)
            except RuntimeError as error:
                return call.closed(self.http, error)
        challenge = response.headers.get("www-authenticate")
        challenged = self.authenticator.on_challenge(response.status_code, challenge, auth)
        return call.responded(response, challenged=challenged)

    async def _send(self, request: Any, call: Call) -> Any:
        """Sends a request, follows redirects, and reads the body unless it is to be streamed."""
        response = await self.http.send(request, stream=True, follow_redirects=False)
        try:
            for _ in range(MAX_REDIRECTS):
                following = next_request(response, replayable=call.prepared.replayable)
                if following is None:
                    break
                await response.aclose()
                response = await self.http.send(following, stream=True, follow_redirects=False)
            if not call.leaves_open(response):
                await response.aread()
        except BaseException:
            await response.aclose()
            raise
        return response

    async def _reconcile(self, call: Call) -> AttemptResult:
        transport = self.within(call.deadline)

        async def act(lookup: "Lookup") -> Any:
            return await transport.call(lookup.request.operation, lookup.request)

        try:
            return await self.drive(call.reconcile(), act)
        except AssistantsError as error:
            return call.not_attempted(error)
