"""How a run is streamed."""

from openai_assistants_core import NotGiven
from openai_assistants_rest.params import CallParams


class StreamReadingOptions(CallParams, total=False):
    """How a run is streamed.

    Attributes:
        recover: whether what is missing is got elsewhere if the stream breaks off: by going on with
            it, if the service can do that, else by waiting for the run and reading its steps and
            messages. Otherwise StreamInterrupted is raised; True.
        idle_timeout: seconds without a byte after which a stream counts as broken off; not given,
            as many as the `timeout` of the call lets a read take.
        cancel_on_exit: whether the run is cancelled if the `with` block is left before its end,
            unless it waits for outputs that are not made here; False.
        poll_interval_ms: as for `poll`, where the run has to be waited for.
        raise_on_failure: whether `until_done`, and what waits as it does, raises RunFailed if the
            run ends without completing; None, as the option of the client says.
    """

    recover: bool
    idle_timeout: float | None
    cancel_on_exit: bool
    poll_interval_ms: float | NotGiven
    raise_on_failure: bool | None
