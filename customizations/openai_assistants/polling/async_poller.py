"""Polls an object until it is settled: the polling rule, driven by the transport."""

from typing import TYPE_CHECKING, cast

from openai_assistants_core import AsyncTransport

from .objects import PolledObject
from .rule import Poll, PollPolicy, PollResponse, Rule, T, poll_rule

if TYPE_CHECKING:
    from .._pipeline.async_transport import AsyncHttpTransport


class AsyncPoller:
    """Polls one object; its time counts from when the poller is made."""

    def __init__(self, transport: AsyncTransport, policy: PollPolicy) -> None:
        self._transport = cast("AsyncHttpTransport", transport)
        self._policy = policy
        self._started = self._transport.monotonic()

    async def wait_for(self, polled: PolledObject[T]) -> T:
        """The object, once its status is no longer pending.

        Raises:
            RunTimeout, ProcessingTimeout: the time is over.
        """

        async def act(_: Poll) -> PollResponse[T]:
            headers: dict[str, str] = {}
            value = await self._transport.call(polled.operation, polled.request(headers))
            return PollResponse(value, headers, self._transport.monotonic())

        rule: Rule[T] = poll_rule(polled.target, self._policy, self._started)
        return await self._transport.drive(rule, act)
