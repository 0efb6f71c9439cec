"""The tokens of runs, counted once for each run."""

from collections import OrderedDict

from openai_assistants_core import run_status

from .span_attributes import field

MAX_RUNS = 10_000
"""How many active runs are remembered; the oldest are forgotten first."""

_COUNTS = {"input": "prompt_tokens", "output": "completion_tokens"}


class RunTokens:
    """Counts the tokens of runs by what calls return, and remembers which runs are active."""

    def __init__(self) -> None:
        self._active = OrderedDict[str, None]()

    def count(self, run: object, *, created: bool) -> dict[str, int]:
        """The tokens, by their type, of a run that has just ended; nothing of any other.

        A run is counted once, and only by a process that has seen it active: neither each time that
        it is read, nor by those who read it later.

        Args:
            run: as a call returned it.
            created: whether that call created it.
        """
        run_id, usage = field(run, "id"), field(run, "usage")
        if not isinstance(run_id, str):
            return {}
        if usage is None or field(run, "status") in run_status.ACTIVE:
            self._active[run_id] = None
            while len(self._active) > MAX_RUNS:
                self._active.popitem(last=False)
            return {}
        seen = self._active.pop(run_id, self) is None
        counts = {kind: field(usage, name) for kind, name in _COUNTS.items()}
        return {
            kind: count
            for kind, count in counts.items()
            if (seen or created) and isinstance(count, int)
        }
