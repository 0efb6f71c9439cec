"""Polls an object until it is settled: the polling rule, driven by the transport.

Runs can be cancelled besides when their time is over, and a run that failed be an error.
"""

from functools import partial
from typing import TYPE_CHECKING, cast

from openai_assistants_core import APIError, AsyncTransport, NotGiven, RunTimeout
from openai_assistants_rest import operations

from .objects import PolledObject, longest_hold
from .rate_limit import rate_limit_delay
from .rule import Poll, PollPolicy, PollResponse, Rule, T, longest_run, poll_rule

if TYPE_CHECKING:
    from openai_assistants_rest.models import Run

    from .._pipeline.async_transport import AsyncHttpTransport


class AsyncPoller:
    """Polls one object; its time counts from when the poller is made."""

    def __init__(self, transport: AsyncTransport, policy: PollPolicy) -> None:
        self._transport = cast("AsyncHttpTransport", transport)
        self._policy = policy
        self._started = self._transport.monotonic()

    def elapsed(self) -> float:
        """Seconds since the poller was made."""
        return self._transport.monotonic() - self._started

    async def wait_for(self, polled: PolledObject[T]) -> T:
        """The object, once its status is no longer pending.

        Raises:
            RunTimeout, ProcessingTimeout: the time is over.
        """

        async def act(poll: Poll) -> PollResponse[T]:
            headers: dict[str, str] = {}
            request = polled.request(headers, poll.hold)
            value = await self._transport.call(polled.operation, request)
            return PollResponse(value, headers, self._transport.monotonic())

        longest = partial(longest_hold, self._transport.settings, polled.options)
        rule: Rule[T] = poll_rule(polled.target, self._policy, self._started, longest)
        try:
            return await self._transport.drive(rule, act)
        except RunTimeout as error:
            await self.timed_out(error)
            raise

    async def timed_out(self, error: RunTimeout) -> None:
        """Called before the error is raised that the time of a run is over."""


class AsyncRunWaiter(AsyncPoller):
    """Polls a run, as often as it has to be waited for."""

    async def remaining(self, seen: "Run") -> float:
        """Seconds that are left for a run.

        Raises:
            RunTimeout: none are.
        """
        timeout = self._policy.timeout
        if timeout is None or isinstance(timeout, NotGiven):
            timeout = longest_run(seen)
        left = timeout - self.elapsed()
        if left > 0:
            return left
        error = RunTimeout(f"run {seen.id} is still {seen.status} after {timeout:g} s", seen)
        await self.timed_out(error)
        raise error

    async def timed_out(self, error: RunTimeout) -> None:
        """Cancels the run of an error, if that is wanted; the error says what came of it."""
        if not self._policy.cancel_on_deadline:
            return
        late: Run = error.run
        path = (late.thread_id, late.id)
        try:
            error.run = await self._transport.call(
                operations.CANCEL_RUN, operations.CANCEL_RUN.request(path)
            )
        except APIError as refusal:
            error.add_note(f"the run could not be cancelled: {refusal}")

    async def retries(self, ended: "Run") -> bool:
        """Waits if a run failed for a rate limit and there is time to start another.

        A deadline of the caller's is for all runs together; without one each has its own time.
        """
        delay = rate_limit_delay(ended)
        if delay is None:
            return False
        timeout = self._policy.timeout
        if timeout is None or isinstance(timeout, NotGiven):
            await self._transport.sleep(delay)
            self._started = self._transport.monotonic()
            return True
        if delay >= timeout - self.elapsed():
            return False
        await self._transport.sleep(delay)
        return True

    def checked(self, ended: "Run") -> "Run":
        """The run itself, unless it ended without completing and that is to be an error.

        Raises:
            RunFailed: that is so.
        """
        wanted = self._policy.raise_on_failure
        if self._transport.settings.raise_on_failure if wanted is None else wanted:
            ended.raise_for_status()
        return ended
