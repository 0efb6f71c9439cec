# Written from resources/_async/runs.py by `make generate`.
# Do not edit: change that file.
"""Runs and threads, and waiting for runs."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Unpack

from openai_assistants_core import NOT_GIVEN, CallOptions, NotGiven
from openai_assistants_rest.resources import runs as generated_runs
from openai_assistants_rest.resources import threads as generated_threads

from ...polling import objects
from ...polling.poller import Poller
from ...polling.rule import PollPolicy
from .._signatures import takes_arguments_of

if TYPE_CHECKING:
    from openai_assistants_rest.models import Run
    from openai_assistants_rest.params import (
        CreateRunParams,
        CreateThreadAndRunParams,
        SubmitToolOutputsParams,
    )

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
            deadline: Seconds to wait at most, checked after each poll; None waits without end.

        Raises:
            RunTimeout: The deadline is over; its `run` is the run as last seen, which may go on.
        """
        poller = Poller(self._transport, PollPolicy(poll_interval_ms, deadline))
        options = CallOptions(extra_headers=extra_headers, extra_query=extra_query, timeout=timeout)
        return poller.wait_for(objects.run(run_id, thread_id, options))

    @takes_arguments_of(generated_runs.Runs.create)
    def create_and_poll(
        self,
        *,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        thread_id: str,
        deadline: float | None = None,
        **params: "Unpack[CreateRunParams]",
    ) -> "Run":
        """Creates a run and waits for it; see `create` and `poll`."""
        poller = Poller(self._transport, PollPolicy(poll_interval_ms, deadline))
        run = self.create(thread_id, **params)
        return poller.wait_for(objects.run_from(run, params))

    @takes_arguments_of(generated_runs.Runs.submit_tool_outputs)
    def submit_tool_outputs_and_poll(
        self,
        *,
        run_id: str,
        thread_id: str,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        deadline: float | None = None,
        **params: "Unpack[SubmitToolOutputsParams]",
    ) -> "Run":
        """Answers the tool calls of a run and waits for it; see `submit_tool_outputs`, `poll`."""
        poller = Poller(self._transport, PollPolicy(poll_interval_ms, deadline))
        run = self.submit_tool_outputs(run_id, thread_id=thread_id, **params)
        return poller.wait_for(objects.run_from(run, params))


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
        **params: "Unpack[CreateThreadAndRunParams]",
    ) -> "Run":
        """Creates a thread, runs it and waits for the run; see `create_and_run`, `runs.poll`."""
        poller = Poller(self._transport, PollPolicy(poll_interval_ms, deadline))
        run = self.create_and_run(**params)
        return poller.wait_for(objects.run_from(run, params))
