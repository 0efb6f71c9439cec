# Written from resources/_async/runs.py by `make generate`.
# Do not edit: change that file.
"""Runs: waiting for them, and answering their tool calls."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack, cast

from openai_assistants_core import NOT_GIVEN, CallOptions, NotGiven
from openai_assistants_rest.resources import runs as generated

from ...polling.objects import options_from
from ...polling.rule import PollPolicy
from ...polling.run_waiter import RunWaiter
from .._signatures import takes_arguments_of, takes_call_arguments_of
from ..described import takes_python_objects

if TYPE_CHECKING:
    from openai_assistants_rest.models import Run
    from openai_assistants_rest.params import (
        AssistantToolParam,
        CallParams,
        CreateRunParams,
        SubmitToolOutputsParams,
    )

    from ...polling.rule import OnUpdate
    from ...tools.registry import AnyTool, Definition, ToolRegistry
    from ...tools.runner import ApprovalHook

__all__ = ["Runs"]


class Runs(generated.Runs):
    """Operations on `threads.runs`, waiting for runs, and answering their tool calls."""

    create = takes_python_objects(generated.Runs.create)

    def poll(  # noqa: PLR0917 - the parameters of the openai package
        self,
        run_id: str,
        thread_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        deadline: float | None = None,
        on_update: "OnUpdate | None" = None,
        cancel_on_deadline: bool = False,
        raise_on_failure: bool | None = None,
    ) -> "Run":
        """Waits until a run has ended or requires action, and returns it.

        Args:
            run_id: Id of the run.
            thread_id: Id of its thread.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Accepted for code written for other clients, and ignored: a poll is a GET.
            timeout: Seconds to wait for each response, instead of the client's.
            poll_interval_ms: Milliseconds between polls; not given, what the service asks for each
                time (`openai-poll-after-ms`), or a second.
            deadline: Seconds to wait at most, checked after each poll; None waits a minute longer
                than the run can live (`expires_at - created_at`, or 600 seconds).
            on_update: Called with the run after each poll.
            cancel_on_deadline: Whether to cancel the run when the deadline is over.
            raise_on_failure: Whether a run that ends without completing raises; None, as the
                option of the client says.

        Raises:
            RunTimeout: The deadline is over; its `run` is the run as last seen, which may go on.
            RunFailed: The run ended without completing, and that is to be an error.
        """
        waiter = RunWaiter(
            self._transport,
            PollPolicy(poll_interval_ms, deadline, on_update),
            cancel_on_deadline=cancel_on_deadline,
            raise_on_failure=raise_on_failure,
        )
        options = CallOptions(extra_headers=extra_headers, extra_query=extra_query, timeout=timeout)
        return waiter.checked(waiter.wait_for(run_id, thread_id, options))

    @takes_arguments_of(generated.Runs.create)
    def create_and_poll(
        self,
        *,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        thread_id: str,
        deadline: float | None = None,
        on_update: "OnUpdate | None" = None,
        cancel_on_deadline: bool = False,
        raise_on_failure: bool | None = None,
        rate_limit_retries: int = 0,
        **params: "Unpack[CreateRunParams]",
    ) -> "Run":
        """Creates a run and waits for it; see `create` and `poll`.

        Args:
            rate_limit_retries: How often another run is started, after the time that its error
                names, if one fails with `rate_limit_exceeded`; additional_messages are in the
                thread by then and are not sent again.
        """
        waiter = RunWaiter(
            self._transport,
            PollPolicy(poll_interval_ms, deadline, on_update),
            cancel_on_deadline=cancel_on_deadline,
            raise_on_failure=raise_on_failure,
        )
        options = options_from(params)
        while True:
            run = self.create(thread_id, **params)
            ended = waiter.wait_for(run.id, run.thread_id, options)
            if rate_limit_retries < 1 or not waiter.retries(ended):
                return waiter.checked(ended)
            rate_limit_retries -= 1
            params.pop("additional_messages", None)

    @takes_arguments_of(generated.Runs.submit_tool_outputs)
    def submit_tool_outputs_and_poll(
        self,
        *,
        run_id: str,
        thread_id: str,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        deadline: float | None = None,
        on_update: "OnUpdate | None" = None,
        cancel_on_deadline: bool = False,
        raise_on_failure: bool | None = None,
        **params: "Unpack[SubmitToolOutputsParams]",
    ) -> "Run":
        """Answers the tool calls of a run and waits for it; see `submit_tool_outputs`, `poll`."""
        waiter = RunWaiter(
            self._transport,
            PollPolicy(poll_interval_ms, deadline, on_update),
            cancel_on_deadline=cancel_on_deadline,
            raise_on_failure=raise_on_failure,
        )
        run = self.submit_tool_outputs(run_id, thread_id=thread_id, **params)
        return waiter.checked(waiter.wait_for(run.id, run.thread_id, options_from(params)))

    @takes_arguments_of(generated.Runs.create)
    def create_and_process(
        self,
        thread_id: str,
        *,
        approve: "ApprovalHook | None" = None,
        max_rounds: int | None = None,
        tool_timeout: float | None = None,
        rate_limit_retries: int = 0,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        deadline: float | None = None,
        on_update: "OnUpdate | None" = None,
        cancel_on_deadline: bool = False,
        raise_on_failure: bool | None = None,
        **params: "Unpack[CreateRunParams]",
    ) -> "Run":
        """Creates a run, answers its tool calls, and waits until it has ended.

        See `create` and `process`. Functions among the `tools` answer calls; they are sent,
        together with the assistant's own tools, only if the assistant does not define them. Dicts
        are sent as they are.

        Args:
            rate_limit_retries: As for `create_and_poll`.
        """
        from ...tools.registry import ToolRegistry
        from .tool_loop import ToolLoop

        waiter = RunWaiter(
            self._transport,
            PollPolicy(poll_interval_ms, deadline, on_update),
            cancel_on_deadline=cancel_on_deadline,
            raise_on_failure=raise_on_failure,
        )
        registry = ToolRegistry(cast("Iterable[AnyTool]", params.pop("tools", None) or ()))
        loop = ToolLoop(
            self._transport,
            waiter,
            registry,
            options_from(params),
            approve=approve,
            max_rounds=max_rounds,
            timeout=tool_timeout,
        )
        if (definitions := self._to_send(registry, params)) is not None:
            params["tools"] = definitions
        while True:
            ended = loop.process(self.create(thread_id, **params))
            if rate_limit_retries < 1 or not waiter.retries(ended):
                return waiter.checked(ended)
            rate_limit_retries -= 1
            params.pop("additional_messages", None)

    @takes_call_arguments_of(generated.Runs.retrieve)
    def process(
        self,
        run: "Run",
        *,
        tools: "Iterable[AnyTool]" = (),
        approve: "ApprovalHook | None" = None,
        max_rounds: int | None = None,
        tool_timeout: float | None = None,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        deadline: float | None = None,
        on_update: "OnUpdate | None" = None,
        cancel_on_deadline: bool = False,
        raise_on_failure: bool | None = None,
        **params: "Unpack[CallParams]",
    ) -> "Run":
        """Answers the tool calls of a run until it has ended, and returns it.

        The run may require action already, such as one whose program was killed: it is read anew,
        and each output is submitted once. A call that was made before the program was killed, but
        not answered, is made again: its `ToolContext.call_id` tells.

        Args:
            run: The run, in any status.
            tools: What answers the calls: functions, sync or async, or FunctionTools. The calls of
                one round are made at the same time, none of them in the thread of the caller or of
                the event loop, unless it is synchronous.
            approve: Decides on each call before it is made: True, False, or why not.
            max_rounds: How many times outputs are submitted at most; 32 if None.
            tool_timeout: Seconds for a call of a tool that has no timeout of its own; after that
                the model is told that there is no result.
            poll_interval_ms: As for `poll`.
            deadline: As for `poll`; for everything together, the calls of tools included.
            on_update: As for `poll`.
            cancel_on_deadline: As for `poll`.
            raise_on_failure: As for `poll`.

        Raises:
            ToolNotFound: The run calls a function that is not among the tools.
            ToolRoundsExceeded: It asks for outputs more often than allowed.
            UnsupportedAction: It requires something else than tool outputs.
            RunTimeout, RunFailed: As for `poll`.
        """
        from ...tools.registry import ToolRegistry
        from .tool_loop import ToolLoop

        waiter = RunWaiter(
            self._transport,
            PollPolicy(poll_interval_ms, deadline, on_update),
            cancel_on_deadline=cancel_on_deadline,
            raise_on_failure=raise_on_failure,
        )
        loop = ToolLoop(
            self._transport,
            waiter,
            ToolRegistry(tools),
            options_from(params),
            approve=approve,
            max_rounds=max_rounds,
            timeout=tool_timeout,
        )
        if run.status == "requires_action":
            run = self.retrieve(run.id, thread_id=run.thread_id, **params)
        return waiter.checked(loop.process(run))

    def _to_send(
        self, registry: "ToolRegistry", params: "CreateRunParams"
    ) -> "list[AssistantToolParam] | None":
        """The tools to send with a run; None if the assistant's hold."""
        own: Sequence[Definition] = ()
        if registry.needs_assistant_tools:
            from openai_assistants_rest.resources.assistants import Assistants

            assistants = Assistants(self._transport)
            assistant = assistants.retrieve(
                params["assistant_id"], extra_headers=params.get("extra_headers")
            )
            own = [each for each in assistant.tools or () if each is not None]
        return cast("list[AssistantToolParam] | None", registry.to_send(own))
