"""Each fault is what it says, and what is no fault comes through unchanged."""

import json
import socket
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from random import Random

import httpx
import pytest
from tests.support.faults.kinds import FAULTS, PASSED
from tests.support.faults.proxy import ABANDONED, UNREACHABLE, FaultProxy, Schedule
from tests.support.faults.raw import Received, create, receive, send_creation
from tests.support.faults.stub import Stub

from openai_assistants_service import LocalService


def befallen(kind: str) -> tuple[Received, int]:
    """Send one request that this befalls; return what came back, and how often it was done."""
    with Stub() as stub, FaultProxy(stub.port, share=1, kinds=[kind]) as proxy:
        received = create(proxy.port, "one")
        done = stub.executed["one"]
        assert set(proxy.counts) == {kind}
        assert proxy.executed == done
        if received.ending == "open":
            check_another(proxy.port, received)
        return received, done


def check_another(port: int, first: Received) -> None:
    """Check that a connection that is left open takes further requests."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        for name in ("two", "three"):
            send_creation(connection, name)
            again = receive(connection)
            assert (again.status, again.ending) == (first.status, "open")


ENDINGS = {
    "reset_before": (False, "reset"),
    "close_before": (False, "closed"),
    "reset_after": (True, "reset"),
    "close_after": (True, "closed"),
}


@pytest.mark.parametrize("kind", ENDINGS)
def test_no_answer(kind: str) -> None:
    received, done = befallen(kind)
    executed, ending = ENDINGS[kind]
    assert (received.status, received.ending, done) == (None, ending, executed)


@pytest.mark.parametrize(("kind", "ending"), [("reset_in_body", "reset"), ("truncated", "closed")])
def test_half_an_answer(kind: str, ending: str) -> None:
    received, done = befallen(kind)
    assert (received.status, received.ending, done) == (200, ending, 1)
    assert received.length
    assert len(received.body) == received.length // 2


ERRORS: dict[str, tuple[int, bool, dict[str, list[str]]]] = {
    "429": (429, False, {"retry-after": [], "retry-after-ms": []}),
    "429_retry_after": (429, False, {"retry-after": ["0"]}),
    "429_retry_after_ms": (429, False, {"retry-after-ms": ["3"]}),
    "429_doubled": (429, False, {"retry-after": ["0", "0"], "x-request-id": ["1", "2"]}),
    "408": (408, False, {"retry-after": []}),
    "409_lock": (409, False, {"retry-after-ms": ["0"], "x-should-retry": ["true"]}),
    "503_retry_after": (503, False, {"retry-after": ["0"]}),
    **{f"{n}_before": (n, False, {"retry-after": []}) for n in (500, 502, 503, 504)},
    **{f"{n}_after": (n, True, {"retry-after": []}) for n in (500, 502, 503, 504)},
}


@pytest.mark.parametrize("kind", ERRORS)
def test_an_error(kind: str) -> None:
    received, done = befallen(kind)
    status, executed, headers = ERRORS[kind]
    assert (received.status, received.ending, done) == (status, "open", executed)
    assert {name: received.all(name) for name in headers} == headers
    assert received.all("content-type") == ["application/json"]
    code = "lock_timeout" if kind == "409_lock" else "fault"
    assert json.loads(received.body)["error"]["code"] == code


STRANGE = {
    "html_before": (502, False, ["text/html"], True),
    "html_after": (200, True, ["text/html"], True),
    "empty_before": (503, False, [], False),
    "empty_after": (200, True, [], False),
}


@pytest.mark.parametrize("kind", STRANGE)
def test_a_strange_answer(kind: str) -> None:
    received, done = befallen(kind)
    status, executed, types, page = STRANGE[kind]
    assert (received.status, received.ending, done) == (status, "open", executed)
    assert received.all("content-type") == types
    assert received.body.startswith(b"<html>") == page
    assert bool(received.body) == page


WRAPPED = {
    "slow": (["application/json"], "open"),
    "doubled_headers": (["application/json", "text/plain"], "open"),
    "no_type": ([], "open"),
    "wrong_type": (["text/html"], "open"),
    "no_length": (["application/json"], "closed"),
}


@pytest.mark.parametrize("kind", WRAPPED)
def test_a_whole_answer(kind: str) -> None:
    received, done = befallen(kind)
    types, ending = WRAPPED[kind]
    assert (received.status, received.ending, done) == (200, ending, 1)
    assert received.all("content-type") == types
    assert json.loads(received.body)["name"] == "one"
    assert (received.length is None) == (kind == "no_length")


def test_slow_answers_are_slow_within_bounds() -> None:
    with Stub() as stub:
        times = []
        for pause in (0.0, 0.01):
            with FaultProxy(stub.port, share=1, kinds=["slow"], pause=pause) as proxy:
                start = time.perf_counter()
                create(proxy.port, "one")
                times.append(time.perf_counter() - start)
    assert 0.04 < times[1] < 1


def test_every_kind_is_tried() -> None:
    tried = {*ENDINGS, "reset_in_body", "truncated", *ERRORS, *STRANGE}
    assert tried | set(WRAPPED) == set(FAULTS)
    assert set(WRAPPED) == {name for name, kind in FAULTS.items() if kind.intact}


def drawn(seed: int, number: int = 5000, **options: float) -> list[str]:
    schedule = Schedule(Random(seed), options.get("share", 0.2), list(FAULTS))
    return [schedule.next() for _ in range(number)]


def test_the_schedule_is_that_of_its_seed() -> None:
    assert drawn(1) == drawn(1)
    assert drawn(1) != drawn(2)
    counts = Counter(drawn(1))
    assert set(counts) == {PASSED, *FAULTS}
    assert 0.2 < 1 - counts[PASSED] / 5000 < 0.27
    assert set(drawn(1, share=0)) == {PASSED}
    assert PASSED not in drawn(1, share=1)


def test_storms_come_in_a_row() -> None:
    names = drawn(3, share=0.01)
    pairs = Counter(one for one, other in pairwise(names) if one == other)
    del pairs[PASSED]
    assert pairs
    assert all(FAULTS[name].storm for name in pairs)


def test_all_else_comes_through(tmp_path: Path) -> None:
    """Large bodies both ways, in chunks and in ranges, on one connection."""
    data = bytes(range(256)) * 16_384
    with LocalService(tmp_path / "s.db") as service:
        port = httpx.URL(service.url).port or 0
        with FaultProxy(port, share=0) as proxy, httpx.Client(base_url=proxy.url + "/v1") as http:
            made = http.post("/files", files={"file": data}, data={"purpose": "assistants"})
            path = f"/files/{made.json()['id']}/content"
            assert http.get(path).content == data
            part = http.get(path, headers={"Range": "bytes=5-8"})
            assert (part.status_code, part.content) == (206, data[5:9])
            chunks = (piece for piece in (b'{"model"', b":", b'"m"}'))
            json_type = {"content-type": "application/json"}
            assert (
                http.post("/assistants", content=chunks, headers=json_type).json()["model"] == "m"
            )
            gone = http.delete(f"/files/{made.json()['id']}")
            assert gone.json()["deleted"]
            assert http.get(path).status_code == 404
            assert proxy.counts == {PASSED: 6}


def test_what_was_done_is_counted() -> None:
    """Many clients at once: the service has done as often as the proxy says."""
    with Stub() as stub, FaultProxy(stub.port, seed=5, share=0.3) as proxy:

        def work(number: int) -> None:
            for turn in range(20):
                create(proxy.port, f"{number}.{turn}")

        with ThreadPoolExecutor(8) as pool:
            list(pool.map(work, range(8)))
        assert proxy.counts.total() == 160
        assert stub.executed.total() == proxy.executed < 160
        assert max(stub.executed.values()) == 1


def test_a_service_that_is_not_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with FaultProxy(port, share=0) as proxy:
        assert create(proxy.port, "one").ending == "reset"
        assert +proxy.counts == {UNREACHABLE: 1}


def test_a_service_that_goes_away() -> None:
    with socket.create_server(("127.0.0.1", 0)) as service:
        with FaultProxy(service.getsockname()[1], share=0) as proxy:
            with socket.create_connection(("127.0.0.1", proxy.port), timeout=10) as connection:
                send_creation(connection, "one")
                accepted, _ = service.accept()
                with accepted:
                    assert accepted.recv(1 << 16)
                assert receive(connection).ending == "reset"
            assert +proxy.counts == {UNREACHABLE: 1}


def test_a_client_that_goes_away() -> None:
    with Stub() as stub, FaultProxy(stub.port, share=0) as proxy:
        with socket.create_connection(("127.0.0.1", proxy.port), timeout=10) as connection:
            connection.sendall(b"POST /v1/assistants HTTP/1.1\r\nContent-Length: 9\r\n\r\n{")
        create(proxy.port, "one")
    assert +proxy.counts == {PASSED: 1, ABANDONED: 1}
    assert stub.executed == {"one": 1}


def test_requests_that_are_still_open_do_not_hold_it_up(caplog: pytest.LogCaptureFixture) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, socket.socket() as connection:
        with FaultProxy(silent.getsockname()[1], share=0) as proxy:
            connection.connect(("127.0.0.1", proxy.port))
            send_creation(connection, "one")
            accepted, _ = silent.accept()
            with accepted:
                assert accepted.recv(1 << 16)
        assert receive(connection).status is None
    assert caplog.records == []


def test_connections_that_are_left_open_do_not_hold_it_up() -> None:
    with Stub() as stub, socket.socket() as connection:
        with FaultProxy(stub.port, share=0) as proxy:
            connection.connect(("127.0.0.1", proxy.port))
            send_creation(connection, "one")
            assert receive(connection).ending == "open"
        assert receive(connection).ending in ("closed", "reset")
