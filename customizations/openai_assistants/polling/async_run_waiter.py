"""Waits for runs: polls them, cancels one that takes too long, and raises for one that failed."""

from typing import TYPE_CHECKING, cast

from openai_assistants_core import APIError, AsyncTransport, CallOptions, NotGiven, RunTimeout
from openai_assistants_rest import operations

from .async_poller import AsyncPoller
from .objects import NO_OPTIONS, run
from .rate_limit import rate_limit_delay
from .rule import PollPolicy, longest_run

if TYPE_CHECKING:
    from openai_assistants_rest.models import Run

    from .._pipeline.async_transport import AsyncHttpTransport


class AsyncRunWaiter:
    """Waits for a run, as often as it has to; the time counts from when the waiter is made.

    Args:
        transport: of the client.
        policy: how often to poll, and for how long.
        cancel_on_deadline: whether a run is cancelled whose time is over.
        raise_on_failure: whether an end without completion is an error; None, as the client says.
    """

    def __init__(
        self,
        transport: AsyncTransport,
        policy: PollPolicy,
        *,
        cancel_on_deadline: bool = False,
        raise_on_failure: bool | None = None,
    ) -> None:
        self._transport = cast("AsyncHttpTransport", transport)
        self._policy = policy
        self._cancel_on_deadline = cancel_on_deadline
        client_default = self._transport.settings.raise_on_failure
        self._raises = client_default if raise_on_failure is None else raise_on_failure
        self._poller = AsyncPoller(transport, policy)

    async def wait_for(
        self, run_id: str, thread_id: str, options: CallOptions = NO_OPTIONS
    ) -> "Run":
        """The run once it has ended or requires action.

        Raises:
            RunTimeout: the time is over.
        """
        try:
            return await self._poller.wait_for(run(run_id, thread_id, options))
        except RunTimeout as error:
            if self._cancel_on_deadline:
                await self.cancel(error)
            raise

    async def remaining(self, seen: "Run") -> float:
        """Seconds that are left for a run.

        Raises:
            RunTimeout: none are.
        """
        timeout = self._policy.timeout
        if timeout is None or isinstance(timeout, NotGiven):
            timeout = longest_run(seen)
        left = timeout - self._poller.elapsed()
        if left > 0:
            return left
        error = RunTimeout(f"run {seen.id} is still {seen.status} after {timeout:g} s", seen)
        if self._cancel_on_deadline:
            await self.cancel(error)
        raise error

    async def cancel(self, error: RunTimeout) -> None:
        """Cancels the run of an error, and notes in the error what came of it."""
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
            self._poller = AsyncPoller(self._transport, self._policy)
            return True
        if delay >= timeout - self._poller.elapsed():
            return False
        await self._transport.sleep(delay)
        return True

    def checked(self, ended: "Run") -> "Run":
        """The run itself, unless it ended without completing and that is to be an error.

        Raises:
            RunFailed: that is so.
        """
        if self._raises:
            ended.raise_for_status()
        return ended
