"""Decoding a page of 100 messages to objects, in instructions, as ratios to typed msgspec.

Instructions (valgrind, the difference of two run lengths) do not drift with the machine's load;
without valgrind the best of several timings is taken instead. Exits with 1 past LIMIT.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import timeit
from collections.abc import Callable

import msgspec

from .page import Page, page

LIMIT = 2.6
SHORT, LONG = 3, 13
VALGRIND = ("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null")


def decoder(peer: str) -> Callable[[bytes], object]:
    """What turns the page into objects, for one peer."""
    if peer == "ours":
        from openai_assistants_rest.operations import LIST_MESSAGES

        return LIST_MESSAGES.parse
    if peer == "msgspec untyped":
        return msgspec.json.Decoder().decode
    return msgspec.json.Decoder(Page).decode


def repeat(peer: str, times: int) -> None:
    """Decodes the page some times."""
    decode, data = decoder(peer), page()
    for _ in range(times):
        decode(data)


def instructions(peer: str) -> float:
    """Thousands of instructions a page."""
    counts: list[int] = []
    for times in (SHORT, LONG):
        program = f"from benchmarks.decode import repeat; repeat({peer!r}, {times})"
        result = subprocess.run(
            [*VALGRIND, sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": "0"},
            capture_output=True,
            text=True,
            check=True,
        )
        found = re.search(r"Collected : (\d+)", result.stderr)
        if found is None:
            raise RuntimeError(f"valgrind did not say what it collected: {result.stderr[-500:]}")
        counts.append(int(found[1]))
    return (counts[1] - counts[0]) / (LONG - SHORT) / 1000


def microseconds(peer: str) -> float:
    """The best time a page, in microseconds."""
    decode, data = decoder(peer), page()
    return min(timeit.repeat(lambda: decode(data), number=LONG, repeat=30)) / LONG * 1e6


def ratios() -> dict[str, float]:
    """Each peer's cost, as a multiple of typed msgspec's; prints the table."""
    by_count = shutil.which("valgrind") is not None
    measure, unit = (instructions, "k instr") if by_count else (microseconds, "us")
    costs = {peer: measure(peer) for peer in ("msgspec typed", "msgspec untyped", "ours")}
    for peer, cost in costs.items():
        print(f"{peer:16} {cost:9.0f} {unit}  {cost / costs['msgspec typed']:5.2f}x")
    return {peer: cost / costs["msgspec typed"] for peer, cost in costs.items()}


if __name__ == "__main__":
    sys.exit(ratios()["ours"] > LIMIT)
