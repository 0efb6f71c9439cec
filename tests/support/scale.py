"""How much the slow proofs do: a short version in the tests, the whole of it in `make soak`."""

import os

SOAKING = os.environ.get("SOAK") == "1"


def at_scale(*, tests: int, soak: int) -> int:
    """The number for this run."""
    return soak if SOAKING else tests
