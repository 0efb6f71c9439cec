"""Files in a bucket: what speaks the protocol of S3 is moto's server, on loopback."""

import asyncio
import logging
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import obstore
import pytest
from attrs import evolve
from moto.server import ThreadedMotoServer
from obstore.store import from_url
from tests.support.service.api import Api
from tests.support.service.commits import until
from tests.support.service.databases import Server
from tests.support.service.processes import Start

from openai_assistants_service.storage.blob_folder import ORPHAN_AGE
from openai_assistants_service.storage.bucket_blobs import BucketBlobs
from openai_assistants_service.storage.copying import copy
from openai_assistants_service.storage.database import StorageError
from openai_assistants_service.storage.location import Postgres, locate
from openai_assistants_service.storage.opening import Storage, open_storage

SECRET = "not-a-secret-of-anybody"
FILE = f"file-{'a' * 24}"


class Bucket:
    """A bucket of a server, with its objects by key."""

    def __init__(self, endpoint: str) -> None:
        httpx.put(f"{endpoint}/bucket").raise_for_status()
        self._store = from_url("s3://bucket")

    def __call__(self) -> dict[str, bytes]:
        found = obstore.list(self._store)  # pyright: ignore[reportUnknownMemberType]
        keys = [one["path"] for some in found for one in some]
        return {key: bytes(obstore.get(self._store, key).bytes()) for key in keys}

    def put(self, key: str, content: bytes) -> None:
        obstore.put(self._store, key, content)

    def delete(self, key: str) -> None:
        obstore.delete(self._store, key)


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bucket]:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    for name, value in (
        ("AWS_ENDPOINT_URL", f"http://{host}:{port}"),
        ("AWS_ALLOW_HTTP", "true"),
        ("AWS_ACCESS_KEY_ID", "somebody"),
        ("AWS_SECRET_ACCESS_KEY", SECRET),
        ("AWS_REGION", "us-east-1"),
    ):
        monkeypatch.setenv(name, value)
    yield Bucket(os.environ["AWS_ENDPOINT_URL"])
    httpx.post(f"http://{host}:{port}/moto-api/reset").raise_for_status()
    server.stop()


@pytest.fixture
def at(postgres: Server, bucket: Bucket, tmp_path: Path) -> Postgres:
    return evolve(postgres.at(tmp_path / "s.db"), bucket="s3://bucket/files")


@pytest.fixture
def start() -> Iterator[Start]:
    with Start() as starting:
        yield starting


def named(at: Postgres) -> list[str]:
    return ["--database", at.url, "--files", str(at.bucket)]


def test_machines_share_nothing_but_a_bucket(
    start: Start,
    at: Postgres,
    bucket: Bucket,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each process has a working directory of its own, where its copies are."""
    urls: list[str] = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        urls.append(start.named(named(at))[1])
    with Api(urls[0] + "/v1") as one, Api(urls[1] + "/v1") as other:
        file = one.upload("facts.txt", b"The capital of Ruritania is Strelsau.")["id"]
        assert bucket()[f"files/{file}"] == b"The capital of Ruritania is Strelsau."
        assert other.send("GET", f"/files/{file}/content").content == bucket()[f"files/{file}"]
        store = other.post("/vector_stores", file_ids=[file])["id"]
        until(lambda: other.get(f"/vector_stores/{store}")["status"], "completed".__eq__)
        found = one.post(f"/vector_stores/{store}/search", query="the capital of Ruritania")
        assert [hit["file_id"] for hit in found["data"]] == [file]
        other.delete(f"/files/{file}")
        assert set(bucket()) == {"files/database-id"}
        assert one.send("GET", f"/files/{file}/content").status_code == 404


def blobs_at(folder: Path) -> BucketBlobs:
    return BucketBlobs("s3://bucket/files", folder)


async def place(blobs: BucketBlobs, name: str, content: bytes, folder: Path) -> None:
    path = folder / "source"
    path.write_bytes(content)
    with path.open("rb") as source:
        async with blobs.receive(source) as blob:
            await blobs.place(blob, name)


def test_a_large_file_arrives_whole(bucket: Bucket, tmp_path: Path) -> None:
    """It is sent in several parts."""
    content = os.urandom(20_000_001)

    async def test() -> None:
        one, other = blobs_at(tmp_path / "one"), blobs_at(tmp_path / "other")
        for blobs in (one, other):
            await blobs.claim("d", frozenset())
        await place(one, FILE, content, tmp_path)
        assert await other.head(FILE, 10) == content[:10]
        assert not (tmp_path / "other" / FILE).exists()  # it was not fetched for that
        row = {"id": FILE, "bytes": len(content), "digest": None}
        assert (await other.verified(row)).read_bytes() == content

    asyncio.run(test())


def test_contents_that_were_changed_are_not_given_out(bucket: Bucket, tmp_path: Path) -> None:
    async def test() -> None:
        blobs = blobs_at(tmp_path / "one")
        await blobs.claim("d", frozenset())
        bucket.put(f"files/{FILE}", b"changed")
        with pytest.raises(Exception, match="damaged"):
            await blobs.verified({"id": FILE, "bytes": 7, "digest": "0" * 64})

    asyncio.run(test())


def test_a_path_belongs_to_one_database(bucket: Bucket, tmp_path: Path) -> None:
    async def test() -> None:
        await asyncio.gather(
            *(blobs_at(tmp_path / str(n)).claim("same", frozenset()) for n in range(4))
        )
        with pytest.raises(StorageError, match="files of another database"):
            await blobs_at(tmp_path / "x").claim("other", frozenset())

    asyncio.run(test())


def test_what_no_file_has_goes_into_quarantine_and_back(
    bucket: Bucket, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    now = time.time()

    async def test() -> None:
        nonlocal now
        blobs = BucketBlobs("s3://bucket/files", tmp_path / "one", clock=lambda: now)
        await blobs.claim("d", frozenset())
        await place(blobs, FILE, b"x", tmp_path)
        bucket.put("files/somebody-elses", b"y")
        await blobs.sweep(frozenset())
        assert f"files/{FILE}" in bucket()  # it is young
        now += 2 * ORPHAN_AGE
        await blobs.sweep(frozenset())
        assert set(bucket()) == {
            "files/database-id",
            "files/somebody-elses",
            f"files/quarantine/{FILE}",
        }
        await blobs.sweep({FILE})
        assert f"files/{FILE}" in bucket()
        await blobs.sweep(frozenset())
        assert await blobs.remove_quarantined(frozenset()) == [FILE]
        assert set(bucket()) == {"files/database-id", "files/somebody-elses"}
        caplog.clear()
        await blobs.sweep({FILE})
        assert f"1 files have no contents in s3://bucket/files: {FILE}" in caplog.text

    asyncio.run(test())


def test_a_bucket_that_cannot_be_used(
    bucket: Bucket, at: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason is told, and no secret."""

    async def test() -> str:
        with pytest.raises(StorageError) as raised:
            async with open_storage(evolve(at, bucket="s3://nowhere/files")):
                pass
        return str(raised.value)

    said = asyncio.run(test())
    assert said.startswith("cannot use s3://nowhere/files: ")
    assert SECRET not in said
    assert "\n" not in said


def test_a_bucket_that_goes_away_is_not_ready(bucket: Bucket, tmp_path: Path) -> None:
    async def test() -> None:
        blobs = blobs_at(tmp_path / "one")
        await blobs.claim("d", frozenset())
        await blobs.check()
        bucket.delete("files/database-id")
        with pytest.raises(StorageError, match=r"^the bucket of files cannot be used$"):
            await blobs.check()

    asyncio.run(test())


@pytest.mark.sqlite(reason="copies between both databases, whatever the option says")
def test_files_are_copied_into_a_bucket_and_back(
    start: Start, at: Postgres, bucket: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _, url = start.named(["--database", str(tmp_path / "a.db")])
    with Api(url + "/v1") as api:
        file = api.upload("a.txt", b"some text")["id"]

    async def test() -> bytes:
        await copy(tmp_path / "a.db", at, lambda *_: None)
        await copy(at, tmp_path / "b.db", lambda *_: None)
        async with open_storage(tmp_path / "b.db") as storage:
            return await content(storage, file)

    assert asyncio.run(test()) == b"some text"
    assert bucket()[f"files/{file}"] == b"some text"


async def content(storage: Storage, file: str) -> bytes:
    from openai_assistants_service.storage import files

    async with storage.database.read() as tx:
        row = await files.get(tx, file)
    return (await storage.blobs.verified(row)).read_bytes()


def test_what_names_a_bucket() -> None:
    located = locate("postgresql://u@h/name", "s3://bucket/files")
    assert located == Postgres("postgresql://u@h/name", Path("name.files"), "s3://bucket/files")
    with pytest.raises(ValueError, match="beside it"):
        locate("s.db", "s3://bucket/files")
    with suppress(StorageError):
        BucketBlobs("unknown://b/files", Path("x"))
        raise AssertionError("a scheme that nobody knows was taken")
