# Written from resources/_async/runs.py by `make generate`.
# Do not edit: change that file.
"""Runs and threads, and waiting for runs."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Unpack

from openai_assistants_core import NOT_GIVEN, CallOptions, NotGiven
from openai_assistants_rest.resources import runs as generated_runs
from openai_assistants_rest.resources import threads as generated_threads

from ...polling.objects import options_from
from ...polling.rule import PollPolicy
from ...polling.run_waiter import RunWaiter
from .._signatures import takes_arguments_of

if TYPE_CHECKING:
    from openai_assistants_rest.models import Run
    from openai_assistants_rest.params import (
        CreateRunParams,
        CreateThreadAndRunParams,
        SubmitToolOutputsParams,
    )

    from ...polling.rule import OnUpdate

__all__ = ["Runs", "Threads"]


class Runs(generated_runs.Runs):
    """Operations on `threads.runs`, and waiting for runs."""

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

    @takes_arguments_of(generated_runs.Runs.create)
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

    @takes_arguments_of(generated_runs.Runs.submit_tool_outputs)
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


class Threads(generated_threads.Threads):
    """Operations on `threads`, and waiting for a run of a new one."""

    @cached_property
    def runs(self) -> Runs:
        """Operations on `threads.runs`."""
        return Runs(self._transport)

    @takes_arguments_of(generated_threads.Threads.create_and_run)
    def create_and_run_poll(
        self,
        *,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        deadline: float | None = None,
        on_update: "OnUpdate | None" = None,
        cancel_on_deadline: bool = False,
        raise_on_failure: bool | None = None,
        **params: "Unpack[CreateThreadAndRunParams]",
    ) -> "Run":
        """Creates a thread, runs it and waits for the run; see `create_and_run`, `runs.poll`."""
        waiter = RunWaiter(
            self._transport,
            PollPolicy(poll_interval_ms, deadline, on_update),
            cancel_on_deadline=cancel_on_deadline,
            raise_on_failure=raise_on_failure,
        )
        run = self.create_and_run(**params)
        return waiter.checked(waiter.wait_for(run.id, run.thread_id, options_from(params)))
