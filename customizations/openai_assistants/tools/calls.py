"""Makes the calls that a run waits for, all at the same time, and asks whether they may be made.

Both forms are written by hand: threads here, tasks there.
"""

import inspect
import time
from collections.abc import Awaitable, Sequence
from concurrent.futures import Future
from contextvars import copy_context
from threading import Thread
from typing import cast

from .runner import ApprovalHook, AsyncApprovalHook, Decision, FunctionCall


def decide(hook: ApprovalHook, calls: Sequence[FunctionCall]) -> list[Decision]:
    """What a hook decides on each call, one after another.

    Raises:
        TypeError: the hook is asynchronous, which only the asynchronous client awaits.
    """
    decisions: list[Decision] = []
    for call in calls:
        decided = cast("object", hook(call))
        if inspect.iscoroutine(decided):
            decided.close()
        if inspect.isawaitable(decided):
            raise TypeError("this client does not await approval: use AsyncAssistantsClient")
        decisions.append(cast("Decision", decided))
    return decisions


async def async_decide(hook: AsyncApprovalHook, calls: Sequence[FunctionCall]) -> list[Decision]:
    """What a hook decides on each call, one after another."""
    import anyio.to_thread

    decisions: list[Decision] = []
    decided: Decision | Awaitable[Decision]
    for call in calls:
        if inspect.iscoroutinefunction(hook):
            decided = hook(call)
        else:
            plain = cast("ApprovalHook", hook)
            decided = await anyio.to_thread.run_sync(plain, call, abandon_on_cancel=True)
        decisions.append(await decided if inspect.isawaitable(decided) else decided)
    return decisions


def call_all(calls: Sequence[FunctionCall]) -> list[str]:
    """The outputs of calls, in order; each is made in a thread of its own.

    A thread cannot be stopped: one that takes longer than its timeout goes on, and its result is
    dropped. The threads are daemons, which do not keep the interpreter from exiting.
    """
    began = time.monotonic()
    futures = [_started(call) for call in calls]
    outputs: list[str] = []
    for call, future in zip(calls, futures, strict=True):
        left = None
        if call.timeout is not None:
            left = max(0.0, began + call.timeout - time.monotonic())
        # A TimeoutError of the tool's own is in its output, so this one is of the waiting.
        try:
            outputs.append(future.result(left))
        except TimeoutError:
            outputs.append(call.timed_out())
    return outputs


def _started(call: FunctionCall) -> Future[str]:
    future: Future[str] = Future()

    def work() -> None:
        try:
            future.set_result(call.tool.call(call.arguments, call.context))
        except BaseException as error:  # such as SystemExit: raised where the result is asked for
            future.set_exception(error)

    Thread(target=copy_context().run, args=(work,), name=call.tool.name, daemon=True).start()
    return future


async def async_call_all(calls: Sequence[FunctionCall]) -> list[str]:
    """The outputs of calls, in order; each is made in a task of its own.

    A function that is not asynchronous runs in a thread, so that the event loop goes on; how many
    do at once is what anyio allows, 40 unless it is told otherwise. Cancellation reaches the
    asynchronous ones; the result of a thread is dropped.
    """
    import anyio

    outputs: dict[int, str] = {}

    async def work(position: int, call: FunctionCall) -> None:
        with anyio.move_on_after(call.timeout):
            outputs[position] = await _called(call)
            return
        outputs[position] = call.timed_out()

    async with anyio.create_task_group() as group:
        for position, call in enumerate(calls):
            group.start_soon(work, position, call)
    return [outputs[position] for position in range(len(calls))]


async def _called(call: FunctionCall) -> str:
    if call.tool.is_async:
        return await call.tool.call_async(call.arguments, call.context)
    import anyio.to_thread

    return await anyio.to_thread.run_sync(
        call.tool.call, call.arguments, call.context, abandon_on_cancel=True
    )
