"""Downloads to disk: all of a file or nothing, taken up where they broke off."""

import asyncio
import fcntl
import gzip
import os
import threading
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.support.client.loopback import Kind, Shelf, Turn

from openai_assistants import (
    APIConnectionError,
    APITimeoutError,
    InternalServerError,
    NotFoundError,
)
from openai_assistants._files import download_state
from openai_assistants._files.download_rule import (
    Append,
    Appended,
    Probe,
    RangeRequest,
    Version,
    download_rule,
)
from openai_assistants._files.partial_file import PartialFile
from openai_assistants.retry import AttemptResult, RetryPolicy

DATA = os.urandom(300_000)
OTHER = os.urandom(200_000)
CUT = Turn(cut=100_000)


@pytest.fixture
def target(tmp_path: Path, shelf: Shelf) -> Path:
    """Where to download to: there is a file already; and something to download."""
    shelf.content = DATA
    path = tmp_path / "data.bin"
    path.write_bytes(b"old")
    return path


def fetch(kind: Kind, shelf: Shelf, target: Path, **options: Any) -> Any:
    """Downloads the file."""
    settings = {
        name: options.pop(name) for name in ("max_retries", "total_timeout") if name in options
    }
    return kind.call(
        shelf, lambda client: client.files.download("file-1", target, **options), **settings
    )


def parts(target: Path) -> list[Path]:
    """What lies beside the target."""
    return [path for path in target.parent.iterdir() if path != target]


def test_a_download(kind: Kind, shelf: Shelf, target: Path) -> None:
    """Takes the place of what was there, and leaves nothing else."""
    seen: list[tuple[int, int | None]] = []
    path = fetch(kind, shelf, str(target), progress=lambda *now: seen.append(now))  # type: ignore[arg-type]
    assert path == target
    assert target.read_bytes() == DATA
    assert parts(target) == []
    assert seen[0] == (0, len(DATA))
    assert seen[-1] == (len(DATA), len(DATA))
    assert seen == sorted(seen)
    assert shelf.asked[0]["accept-encoding"] == "identity"
    assert target.stat().st_mode & 0o777 == 0o666 & ~umask()


def umask() -> int:
    """What new files are not allowed."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_it_goes_on_where_it_broke(kind: Kind, shelf: Shelf, target: Path) -> None:
    """As often as it takes, while it gets further."""
    shelf.turns = [CUT, Turn(cut=50_000), Turn(cut=50_000), Turn(cut=50_000)]
    seen: list[int] = []
    fetch(kind, shelf, target, max_retries=1, progress=lambda now, _: seen.append(now))
    assert target.read_bytes() == DATA
    starts = [100_000, 150_000, 200_000, 250_000]
    assert shelf.ranges == [None, *(f"bytes={start}-" for start in starts)]
    assert {headers.get("if-range") for headers in shelf.asked[1:]} == {'"one"'}
    assert kind.waits == [0.5] * 4
    assert seen == sorted(seen)
    assert parts(target) == []


def test_a_service_without_versions(kind: Kind, shelf: Shelf, target: Path) -> None:
    """There it begins anew: nothing says that the rest belongs to what is there."""
    shelf.etag = None
    shelf.turns = [CUT, Turn(cut=20_000)]
    seen: list[int] = []
    fetch(kind, shelf, target, progress=lambda now, _: seen.append(now))
    assert target.read_bytes() == DATA
    assert shelf.ranges == [None, None, None]
    assert seen.count(0) == 3
    assert kind.waits == [0.5, 1.0]
    assert parts(target) == []


@pytest.mark.parametrize("etag", ['W/"weak"', None])
def test_a_date_is_a_version(etag: str | None, kind: Kind, shelf: Shelf, target: Path) -> None:
    """A weak tag is none: it does not promise the same bytes."""
    shelf.etag = date = "Tue, 14 Nov 2023 22:13:20 GMT"
    headers = {"etag": etag, "last-modified": date}
    shelf.turns = [Turn(cut=100_000, headers=headers), Turn(headers=headers)]
    fetch(kind, shelf, target)
    assert target.read_bytes() == DATA
    assert shelf.asked[1]["if-range"] == date
    assert shelf.ranges[1] == "bytes=100000-"


def test_a_file_that_changes_meanwhile(kind: Kind, shelf: Shelf, target: Path) -> None:
    """Comes as it is now, and nothing of what it was."""
    changed = Turn(ranges=False, content=OTHER, headers={"etag": '"two"'})
    shelf.turns = [CUT, broken_off(changed), changed]
    fetch(kind, shelf, target)
    assert target.read_bytes() == OTHER
    assert [headers.get("if-range") for headers in shelf.asked] == [None, '"one"', '"two"']
    assert parts(target) == []


def broken_off(turn: Turn) -> Turn:
    """The same, broken off."""
    return Turn(ranges=turn.ranges, content=turn.content, headers=turn.headers, cut=150_000)


MIRRORED = DATA[::-1]
WRONG = {
    "ranges are ignored": Turn(ranges=False),
    "another place": Turn(
        content=MIRRORED, headers={"content-range": f"bytes 0-{len(DATA) - 1}/{len(DATA)}"}
    ),
    "another size": Turn(content=MIRRORED, headers={"content-range": "bytes 100000-300000/300001"}),
    "another version": Turn(content=MIRRORED, headers={"etag": '"two"'}),
    "no place": Turn(content=MIRRORED, headers={"content-range": None}),
    "no such range": Turn(status=416),
    "no version": Turn(ranges=False, content=b"<html>Sorry", headers={"etag": None}),
}


@pytest.mark.parametrize("what", WRONG)
def test_ranges_that_are_wrong(what: str, kind: Kind, shelf: Shelf, target: Path) -> None:
    """Then all is asked for again, and nothing of another file gets in."""
    shelf.turns = [CUT, WRONG[what]]
    fetch(kind, shelf, target)
    assert target.read_bytes() == DATA
    assert parts(target) == []


def test_wrong_ranges_end_some_time(kind: Kind, shelf: Shelf, target: Path) -> None:
    """After them, there are no more ranges."""
    shelf.turns = [CUT, WRONG["no place"], CUT, CUT, CUT]
    with pytest.raises(APIConnectionError):
        fetch(kind, shelf, target)
    assert shelf.ranges == [None, "bytes=100000-", None]
    shelf.turns, shelf.asked = [CUT, WRONG["no place"]], []
    with pytest.raises(APIConnectionError, match="another range"):
        fetch(kind, shelf, target.with_name("else"), max_retries=1)


def test_it_gives_up(kind: Kind, shelf: Shelf, target: Path) -> None:
    """Once nothing more comes; what was there stays, and what has come, too."""
    nothing = Turn(cut=0)
    shelf.turns = [CUT, nothing, nothing, nothing]
    with pytest.raises(APIConnectionError) as caught:
        fetch(kind, shelf, target)
    assert caught.value.retries_taken == 2
    assert len(shelf.asked) == 3
    assert kind.waits == [0.5, 1.0]
    assert target.read_bytes() == b"old"
    [part] = parts(target)
    assert part.read_bytes() == DATA[:100_000]


def test_a_later_download_goes_on(kind: Kind, shelf: Shelf, target: Path) -> None:
    """With the same file and the same target; the answer tells that it is the same."""
    shelf.turns = [CUT]
    with pytest.raises(APIConnectionError):
        fetch(kind, shelf, target, max_retries=0)
    seen: list[int] = []
    fetch(kind, shelf, target, progress=lambda now, _: seen.append(now))
    assert target.read_bytes() == DATA
    assert shelf.ranges == [None, None, "bytes=100000-"]
    assert seen[0] == 100_000
    assert parts(target) == []


def test_a_later_download_of_another_version_begins_anew(
    kind: Kind, shelf: Shelf, target: Path
) -> None:
    """What is left was of a file that is no more."""
    shelf.turns = [CUT]
    with pytest.raises(APIConnectionError):
        fetch(kind, shelf, target, max_retries=0)
    shelf.content, shelf.etag = OTHER, '"two"'
    fetch(kind, shelf, target)
    assert target.read_bytes() == OTHER
    assert shelf.ranges == [None, None]


@pytest.mark.parametrize("size", [len(DATA), len(DATA) + 1])
def test_what_is_left_may_be_all_or_more(size: int, kind: Kind, shelf: Shelf, target: Path) -> None:
    """All is taken, more is nonsense."""
    shelf.turns = [CUT]
    with pytest.raises(APIConnectionError):
        fetch(kind, shelf, target, max_retries=0)
    [part] = parts(target)
    part.write_bytes((DATA + b"x")[:size])
    fetch(kind, shelf, target)
    assert target.read_bytes() == DATA
    assert shelf.ranges == [None, None]
    assert parts(target) == []


def test_two_at_once_do_not_get_in_each_others_way(kind: Kind, shelf: Shelf, target: Path) -> None:
    """The second takes a part of its own."""
    second: list[Path] = []

    def meanwhile(now: int, _: int | None) -> None:
        if now > 100_000 and not second:
            second.append(target)
            fetch(Kind(httpx, False), shelf, target)
            assert target.read_bytes() == DATA
            target.write_bytes(b"between")

    fetch(kind, shelf, target, progress=meanwhile)
    assert second
    assert target.read_bytes() == DATA
    assert parts(target) == []


def test_without_resuming(kind: Kind, shelf: Shelf, target: Path) -> None:
    """Nothing is gone on with, and nothing left."""
    shelf.turns = [CUT, CUT]
    fetch(kind, shelf, target, resume=False)
    assert target.read_bytes() == DATA
    assert shelf.ranges == [None] * 3
    shelf.turns = [CUT]
    with pytest.raises(APIConnectionError):
        fetch(kind, shelf, target, resume=False, max_retries=0)
    assert parts(target) == []


@pytest.mark.parametrize(("status", "error"), [(404, NotFoundError), (500, InternalServerError)])
def test_what_cannot_be_downloaded(
    status: int, error: type[Exception], kind: Kind, shelf: Shelf, target: Path
) -> None:
    """Is an error like that of any call, and touches nothing."""
    shelf.turns = [Turn(status=status)] * 3
    with pytest.raises(error):
        fetch(kind, shelf, target)
    assert target.read_bytes() == b"old"
    assert parts(target) == []


def test_a_deletion_meanwhile(kind: Kind, shelf: Shelf, target: Path) -> None:
    """The file may be gone when the rest is asked for."""
    shelf.turns = [CUT, Turn(status=404)]
    with pytest.raises(NotFoundError):
        fetch(kind, shelf, target)
    assert target.read_bytes() == b"old"


def test_paths_that_cannot_be_files(kind: Kind, shelf: Shelf, target: Path) -> None:
    """Before anything is asked for."""
    with pytest.raises(IsADirectoryError):
        fetch(kind, shelf, target.parent)
    with pytest.raises(FileNotFoundError):
        fetch(kind, shelf, target.parent / "no" / "folder")
    assert shelf.asked == []


def test_long_names(kind: Kind, shelf: Shelf, target: Path) -> None:
    """The part's is shorter."""
    long = target.with_name("文" * 84)
    shelf.turns = [CUT]
    fetch(kind, shelf, long)
    assert long.read_bytes() == DATA


def test_the_caller_may_stop_it(kind: Kind, shelf: Shelf, target: Path) -> None:
    """By an exception; a later download goes on."""

    def stop(now: int, _: int | None) -> None:
        if now > 100_000:
            raise KeyError("enough")

    with pytest.raises(KeyError, match="enough"):
        fetch(kind, shelf, target, progress=stop)
    [part] = parts(target)
    assert 100_000 < part.stat().st_size < len(DATA)
    fetch(kind, shelf, target)
    assert target.read_bytes() == DATA


def test_the_time_of_the_whole_call_is_for_all_of_it(shelf: Shelf, target: Path) -> None:
    """Repetitions included; looked at between any two pieces."""
    kind = Kind(httpx, False)
    with pytest.raises(APITimeoutError, match="9 s of the whole call"):
        fetch(kind, shelf, target, total_timeout=9, progress=lambda *_: kind.tick(4.0))
    assert len(kind.ticks) == 3
    assert len(shelf.asked) == 1
    shelf.turns = [Turn(cut=0)] * 9
    with pytest.raises(APIConnectionError):
        fetch(kind, shelf, target.with_name("else"), total_timeout=1)
    assert kind.waits == [0.5]


def test_the_time_of_the_whole_call_is_for_all_of_it_asynchronously(target: Path) -> None:
    """Also where nothing comes any more."""

    class Silent(httpx.AsyncByteStream):
        async def __aiter__(self) -> Any:
            yield b"x"
            await asyncio.Event().wait()

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, stream=Silent())

    silent = httpx.MockTransport(answer)
    with pytest.raises(APITimeoutError, match="whole call"):
        Kind(httpx, True).call(
            Shelf(url="http://127.0.0.1:1/v1"),
            lambda client: client.files.download("file-1", target),
            transport=silent,
            total_timeout=0.05,
        )
    assert parts(target) == []


def test_what_is_compressed_all_the_same(kind: Kind, shelf: Shelf, target: Path) -> None:
    """Is unpacked; lengths and ranges are of something else then."""
    packed = Turn(content=gzip.compress(DATA), headers={"content-encoding": "gzip"}, ranges=False)
    shelf.turns = [packed]
    seen: list[int | None] = []
    fetch(kind, shelf, target, progress=lambda _, total: seen.append(total))
    assert target.read_bytes() == DATA
    assert set(seen) == {None}


def test_headers_of_the_caller(kind: Kind, shelf: Shelf, target: Path) -> None:
    """Go with every request; a range of their own would be another file."""
    shelf.turns = [CUT]
    fetch(kind, shelf, target, extra_headers={"x-mine": "1", "Range": "bytes=5-"})
    assert target.read_bytes() == DATA
    assert [headers["x-mine"] for headers in shelf.asked] == ["1", "1"]
    assert shelf.ranges == [None, "bytes=100000-"]


def test_a_cancelled_download_lets_go(shelf: Shelf, target: Path) -> None:
    """Of its file and its lock."""

    async def cancelled(client: Any) -> None:
        def stop(now: int, _: int | None) -> None:
            if now > 100_000:
                task.cancel()

        task = asyncio.ensure_future(client.files.download("file-1", target, progress=stop))
        with pytest.raises(asyncio.CancelledError):
            await task

    Kind(httpx, True).call(shelf, cancelled)
    assert len(parts(target)) == 1
    fetch(Kind(httpx, False), shelf, target)
    assert shelf.ranges[-1] is not None
    assert parts(target) == []


def test_the_event_loop_does_not_write(
    shelf: Shelf, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Threads open the part, write it and move it."""
    users: dict[str, set[int]] = {}

    class Watched(PartialFile):
        def __getattribute__(self, name: str) -> Any:
            users.setdefault(name, set()).add(threading.get_ident())
            return super().__getattribute__(name)

        def __init__(self, *args: Any) -> None:
            users["open"] = {threading.get_ident()}
            super().__init__(*args)

    monkeypatch.setattr(download_state, "PartialFile", Watched)
    fetch(Kind(httpx, True), shelf, target)
    assert target.read_bytes() == DATA
    for name in ("open", "_file", "_path"):
        assert users[name]
        assert threading.get_ident() not in users[name]


def test_a_part_that_became_the_target_meanwhile_is_let_be(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever opened it before, and gets its lock after, would write into the target."""
    first = PartialFile(target, "key")
    first.write(DATA)
    lock = fcntl.flock

    def late(file: Any, how: int) -> None:
        first.publish()
        lock(file, how)

    monkeypatch.setattr(fcntl, "flock", late)
    second = PartialFile(target, "key")
    assert second.size == 0
    second.truncate(0)
    second.close(keep=True)
    assert target.read_bytes() == DATA
    assert parts(target) == []


def test_a_part_of_another_is_let_be(target: Path, tmp_path: Path) -> None:
    """A link in its place could lead anywhere."""
    part = PartialFile(target, "key")
    part.write(DATA)
    part.close(keep=True)
    [path] = parts(target)
    victim = tmp_path / "folder" / "victim"
    victim.parent.mkdir()
    path.replace(victim)
    path.symlink_to(victim)
    other = PartialFile(target, "key")
    assert other.size == 0
    other.close(keep=True)
    assert victim.read_bytes() == DATA


ONE = {"etag": '"one"', "content-length": "10"}


def answer(status: int, headers: dict[str, str]) -> AttemptResult:
    """An answer whose body is not read yet."""
    return AttemptResult(at=0, status=status, headers=headers)


def saved(size: int, *, broken: bool = False) -> Appended:
    """What saving came to."""
    failure = APIConnectionError(message="broken") if broken else None
    return Appended(size, AttemptResult(at=0, failure="lost" if broken else None, value=failure))


def test_the_rule() -> None:
    """Request, probe, append, request the rest."""
    rule = download_rule(RetryPolicy(), lambda: 0.0, resume=True)
    version = Version('"one"', 10)
    assert next(rule) == RangeRequest()
    assert rule.send(answer(200, ONE)) == Probe(version=version)
    assert rule.send(0) == Append(start=0, version=version)
    assert rule.send(saved(4, broken=True)) == RangeRequest(wait=0.5, start=4, version=version)
    rest = {"etag": '"one"', "content-length": "6", "content-range": "bytes 4-9/10"}
    assert rule.send(answer(206, rest)) == Append(start=4, version=version)
    with pytest.raises(StopIteration):
        rule.send(saved(10))


@pytest.mark.parametrize("size", [9, 11])
def test_a_size_that_is_wrong_is_a_failure(size: int) -> None:
    """Even if the connection did not break."""
    rule = download_rule(RetryPolicy(max_retries=0), lambda: 0.0, resume=True)
    next(rule)
    rule.send(answer(200, ONE))
    rule.send(0)
    with pytest.raises(APIConnectionError, match=f"{size} bytes of 10"):
        rule.send(saved(size))


def test_too_much_is_not_gone_on_with() -> None:
    """It begins anew."""
    rule = download_rule(RetryPolicy(), lambda: 0.0, resume=True)
    next(rule)
    rule.send(answer(200, ONE))
    rule.send(0)
    assert rule.send(saved(11)) == RangeRequest(wait=0.5)
