"""All of it in one run: prints a table of ratios, and exits with 1 past any limit."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from typing import NamedTuple

from . import (
    calls,
    cold,
    decoding,
    model_streams,
    service_load,
    service_postgres,
    service_streams,
    streaming,
)

ROUNDS = 31
ROUNDS_WITH_OPENAI = 11
"""Fewer, for the openai package takes nine times as long."""


SNAPSHOTS = "ours, with snapshots"


class Row(NamedTuple):
    """One figure: ours, as a multiple of a peer's, or as it is where there is no peer."""

    what: str
    peer: str
    figure: float
    limit: float | None = None

    @property
    def holds(self) -> bool:
        """Whether it is within its limit, if it has one."""
        return self.limit is None or self.figure <= self.limit

    def __str__(self) -> str:
        limit = "" if self.limit is None else f"{self.limit:9.3f}"
        mark = "" if self.limit is None else "ok" if self.holds else "TOO MUCH"
        return f"{self.what:48} {self.peer:18} {self.figure:9.3f} {limit:9} {mark}".rstrip()


def decoding_rows() -> Iterator[Row]:
    """Decoding, by instructions where they can be counted."""
    counted = decoding.has_valgrind()
    cost = decoding.instructions_a_page if counted else decoding.microseconds_a_page
    unit = "instructions" if counted else "time"
    for shape, limit in (("full", 1.35), ("recorded", 1.75)):
        costs = {name: cost(peer, shape) for name, peer in decoding.DECODERS.items()}
        what = f"decoding a {shape} page, {unit}"
        yield Row(what, "msgspec, typed", costs["ours"] / costs["msgspec"], limit)
        yield Row(what, "openai 3.54", costs["ours"] / costs["openai"], 1 / 8)
    newer, typed = (cost(decoding.DECODERS[name], "newer") for name in ("ours", "msgspec"))
    yield Row(f"... with a field we do not know, {unit}", "msgspec, typed", newer / typed, 6.0)


def memory_rows() -> Iterator[Row]:
    """Memory."""
    for shape in ("full", "recorded"):
        memory = {
            name: decoding.bytes_a_message(peer, shape) for name, peer in decoding.DECODERS.items()
        }
        what = f"memory of a {shape} message"
        yield Row(what, "in bytes", memory["ours"], 2000)
        yield Row(what, "msgspec, typed", memory["ours"] / memory["msgspec"])
        yield Row(what, "openai 3.54", memory["ours"] / memory["openai"])


def call_rows() -> Iterator[Row]:
    """Calls of a warm client, by instructions where they can be counted."""
    if not decoding.has_valgrind():
        return
    costs = {name: calls.instructions_a_call(peer) for name, peer in calls.CLIENTS.items()}
    what = "a small GET through a warm client, instructions"
    yield Row(what, "httpx", costs["ours"] / costs["httpx"], 1.3)
    yield Row(what, "openai 3.54", costs["ours"] / costs["openai"])


def stream_rows() -> Iterator[Row]:
    """Streams, by instructions where they can be counted; and their memory."""
    ours, snapshots = streaming.READERS["ours"], streaming.READERS[SNAPSHOTS]
    what = "a stream of 2,000 deltas, instructions"
    if decoding.has_valgrind():
        cost = streaming.instructions_a_stream
        bare = cost(streaming.READERS["httpx"])
        whole = cost(snapshots)
        yield Row(what, "httpx, json", cost(ours) / bare, 1.05)
        yield Row(f"{what}, snapshots", "httpx, json", whole / bare, 1.4)
        # The openai package takes so long that a quarter has to do.
        quarter = {
            name: cost(streaming.READERS[name], deltas=streaming.DELTAS // 4)
            for name in ("ours", SNAPSHOTS, "openai", "openai, with snapshots")
        }
        yield Row(what, "openai 3.54", quarter["ours"] / quarter["openai"], 0.15)
        theirs = quarter["openai, with snapshots"]
        yield Row(f"{what}, snapshots", "openai 3.54", quarter[SNAPSHOTS] / theirs, 0.15)
        grown = whole / 4 / quarter[SNAPSHOTS]
        yield Row("an event of 200 kB of text", "of 50 kB", grown, 1.05)
    memory = {deltas: streaming.peak_bytes(ours, deltas=deltas) for deltas in (2000, 8000)}
    yield Row("memory of a stream of 8,000 deltas", "of 2,000", memory[8000] / memory[2000], 1.2)


def cold_rows() -> Iterator[Row]:
    """Cold processes, by processor time."""
    near = {name: peer for name, peer in cold.FIRST.items() if name != "openai"}
    what = "first typed answer of a cold process"
    with cold.server() as url:
        near |= {"tls": cold.WITH_TLS, "floor": cold.FLOOR}
        seconds = cold.in_turn(near, url, rounds=ROUNDS)
        far = cold.in_turn(cold.FIRST, url, rounds=ROUNDS_WITH_OPENAI)
    yield Row(what, "httpx", seconds["ours"] / seconds["httpx"], 1.10)
    yield Row(what, "httpx and msgspec", seconds["ours"] / seconds["floor"], 1.35)
    yield Row(f"{what}, TLS ready", "httpx", seconds["tls"] / seconds["httpx"])
    yield Row(what, "openai 3.54", far["ours"] / far["openai"], 0.115)
    imports = cold.in_turn(cold.IMPORTS, rounds=ROUNDS)
    for name, statement in (
        ("package", "import openai_assistants"),
        ("client", "from ... import AssistantsClient"),
    ):
        yield Row(statement, "import httpx", imports[name] / imports["httpx"], 0.3)
    yield Row("import openai_assistants", "import openai", imports["package"] / imports["openai"])
    yield Row(
        "an interpreter that imports nothing", "import httpx", imports["nothing"] / imports["httpx"]
    )


def service_rows() -> Iterator[Row]:
    """Streams of the service, one and 200 at once; as they are, for there is no peer."""
    for streams, rounds in ((1, 31), (200, 3)):
        load = service_streams.measure(streams, rounds)
        what = f"service, {streams} at once"
        yield Row(f"{what}: first event, median", "in ms", load.first_median * 1000)
        yield Row(f"{what}: first event, 95 of 100", "in ms", load.first_95th * 1000)
        yield Row(f"{what}: events a second", "", load.events_a_second)


def load_rows() -> Iterator[Row]:
    """Many runs at once, beside what the machine does without the service in between."""
    bare = service_load.bare_runs_a_second(16, 2000)
    waiting = 1000 / 150
    kinds = (
        ("polled", service_load.polled, 1000 / 80),
        ("waiting GETs", service_load.waited, waiting),
        ("streams", service_load.streamed, waiting),
    )
    with service_load.service() as (url, pid):
        for at_once, total in ((16, 600), (500, 1000)):
            for name, run, limit in kinds:
                rate = service_load.runs_a_second(url, at_once, total, run)
                what = f"a run, {at_once} at once, {name}"
                yield Row(what, "in ms", 1000 / rate, limit)
                yield Row(what, "bare Starlette", bare / rate)
            p99 = service_load.poll_p99_under_load(url, at_once, total)
            yield Row("... a GET meanwhile, 99 of 100", "in ms", p99 * 1000, 25)
        rate = service_load.messages_a_second(url, 16, 3000)
        commits = service_load.bare_commits_a_second(20_000)
        yield Row("a message, 16 writers", "in ms", 1000 / rate, 1000 / 800)
        yield Row("a message, 16 writers", "a bare commit", commits / rate)
        time.sleep(3)
        idle = service_load.idle_share(pid, 30)
        yield Row("a service with nothing to do", "% of a core", idle * 100, 0.5)
    yield Row("from start to the first answer", "in s", service_load.start_seconds(5), 0.7)
    grown = service_load.memory_growth(1000, 10_000) / 2**20
    yield Row("memory after 10,000 runs", "MB over 1,000's", grown, 50)


def postgres_rows() -> Iterator[Row]:
    """Runs on PostgreSQL, beside what its queue does without the service."""
    with service_postgres.server() as database:
        claims = {
            workers: service_postgres.bare_claims_a_second(database, workers) for workers in (1, 4)
        }
        yield Row("a bare claim by SKIP LOCKED, one worker", "in ms", 1000 / claims[1])
        yield Row("... four workers", "in ms", 1000 / claims[4])
        for at_once, total in ((16, 300), (500, 1000)):
            rate = service_postgres.runs_a_second(database, at_once, total)
            what = f"a run on PostgreSQL, {at_once} at once"
            yield Row(what, "in ms", 1000 / rate)
            yield Row(what, "a bare claim", claims[1] / rate)
        rates = {
            workers: service_postgres.runs_a_second_by_workers(database, workers, 512)
            for workers in (1, 2)
        }
        what = "a run by two workers, a model of fixed latency"
        yield Row(what, "by one", rates[1] / rates[2], 1 / 1.6)


def model_rows() -> Iterator[Row]:
    """The service in front of a model server of fixed pace, one run and 16 at once."""
    for runs in (1, 16):
        added = model_streams.measure(runs)
        what = f"a model through the service, {runs} at once"
        yield Row(f"{what}: first token", "in ms, added", added.first * 1000, 30)
        yield Row(f"{what}: tokens", "share lost", added.lost, 0.05)


def main() -> int:
    """0 if every figure is within its limit."""
    print(f"{'ours':48} {'as a multiple of':18} {'figure':>9} {'at most':>9}")
    rows: list[Row] = []
    parts = (
        decoding_rows,
        memory_rows,
        call_rows,
        stream_rows,
        cold_rows,
        service_rows,
        model_rows,
        load_rows,
        postgres_rows,
    )
    for part in parts:
        for row in part():
            print(row, flush=True)
            rows.append(row)
    return int(not all(row.holds for row in rows))


if __name__ == "__main__":
    sys.exit(main())
