"""The synchronous transport: calls go through here, out to the HTTP library and back.

call -> attempts (the retry rule) -> drive -> _attempt -> Authenticator.headers, _send
call -> ResponseHandler.handle -> Operation.parse
"""

import time
from collections.abc import Callable, Generator
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from openai_assistants_core import AssistantsError, Operation, Request

from .._auth.authenticator import Authenticator
from .._http.library import failures, library_of
from ..retry import AttemptResult, Step, attempts
from .call import Call
from .redirects import MAX_REDIRECTS, next_request
from .response import ResponseHandler
from .transport_base import ResultT, ReturnT, StepT, TransportBase

if TYPE_CHECKING:
    from .reconciliation import Lookup

T = TypeVar("T")

STREAMED = "openai_assistants_core:StreamedResponse"


class HttpTransport(TransportBase, frozen=True, kw_only=True):
    """The transport of a synchronous client."""

    authenticator: Authenticator
    sleep: Callable[[float], None] = time.sleep

    def call(self, operation: Operation[T], request: Request) -> T:
        """Sends a request, retries where that is safe, and decodes the response."""
        call = self._new_call(operation, request)
        observer = call.observer
        observer.on_start(call)
        try:
            result = self.drive(
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

    def drive(
        self,
        rule: Generator[StepT, ResultT, ReturnT],
        act: Callable[[StepT], ResultT],
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
                self.sleep(step.wait)
            result = act(step)
            try:
                step = rule.send(result)
            except StopIteration as end:
                step, returned = None, end.value
            if on_result is not None:
                on_result(result, step)
        return cast("ReturnT", returned)

    def _attempt(self, call: Call, step: Step) -> AttemptResult:
        """One attempt; or the search for what an earlier one may have created."""
        if step.reconcile:
            return self._reconcile(call)
        library = library_of(self.http)
        try:
            auth = self.authenticator.headers()
        except AssistantsError as error:
            return call.not_attempted(error)
        check = partial(call.deadline.check, library.WriteTimeout)
        with call.prepared.opened(auth, check) as arguments:
            request = self.http.build_request(**arguments, timeout=call.timeout(library))
            call.observer.on_request(call, request)
            try:
                response = self._send(request, call, library)
            except failures(library) as error:
                return call.failed(error)
            except RuntimeError as error:
                return call.closed(self.http, error)
        challenge = response.headers.get("www-authenticate")
        challenged = self.authenticator.on_challenge(response.status_code, challenge, auth)
        return call.responded(response, challenged=challenged)

    def _send(self, request: Any, call: Call, library: Any) -> Any:
        """Sends a request, follows redirects, and reads the body unless it is to be streamed."""
        response = self.http.send(request, stream=True, follow_redirects=False)
        try:
            for _ in range(MAX_REDIRECTS):
                following = next_request(response, replayable=call.prepared.replayable)
                if following is None:
                    break
                response.close()
                response = self.http.send(following, stream=True, follow_redirects=False)
            if not call.leaves_open(response):
                call.deadline.bound(response, library)
                response.read()
        except BaseException:
            response.close()
            raise
        return response

    def _reconcile(self, call: Call) -> AttemptResult:
        transport = self.within(call.deadline)

        def act(lookup: "Lookup") -> Any:
            return transport.call(lookup.request.operation, lookup.request)

        try:
            return self.drive(call.reconcile(), act)
        except AssistantsError as error:
            return call.not_attempted(error)
