"""Uploads: rows and contents stay together."""

import os
import re
from pathlib import Path
from typing import BinaryIO

import pytest
from tests.support.service.api import Api, count_rows, stored
from tests.support.service.processes import Start

from openai_assistants_service import LocalService

Bad = tuple[dict[str, object], dict[str, str], str]


@pytest.fixture
def contents(database: Path) -> Path:
    return database.with_name(database.name + ".files")


def test_file_life(v2: Api, contents: Path) -> None:
    data = bytes(range(256)) * 5000
    made = v2.upload("data.bin", data, "fine-tune")
    assert made == {
        "object": "file",
        "id": made["id"],
        "purpose": "fine-tune",
        "filename": "data.bin",
        "bytes": len(data),
        "created_at": made["created_at"],
        "expires_at": None,
        "status": "processed",
        "status_details": None,
    }
    assert v2.get(f"/files/{made['id']}") == made
    response = v2.send("GET", f"/files/{made['id']}/content")
    assert response.content == data
    assert response.headers["content-type"] == "application/octet-stream"
    assert response.headers["content-disposition"] == 'attachment; filename="data.bin"'
    assert made["id"] in stored(contents)
    assert v2.delete(f"/files/{made['id']}") == {
        "id": made["id"],
        "object": "file",
        "deleted": True,
    }
    assert made["id"] not in stored(contents)
    for path in (f"/files/{made['id']}", f"/files/{made['id']}/content"):
        status, error = v2.refused("GET", path)
        assert (status, error["message"], error["param"]) == (
            404,
            f"No such File object: {made['id']}",
            "id",
        )


@pytest.mark.parametrize(
    ("asked", "status", "content", "told"),
    [
        ("bytes=2-4", 206, b"234", "bytes 2-4/10"),
        ("bytes=7-", 206, b"789", "bytes 7-9/10"),
        ("bytes=-4", 206, b"6789", "bytes 6-9/10"),
        ("bytes=8-99", 206, b"89", "bytes 8-9/10"),
        ("bytes=10-", 416, b"", "bytes */10"),
        ("bytes=99-100", 416, b"", "bytes */10"),
    ],
)
def test_part_of_the_contents_may_be_asked_for(
    v2: Api, asked: str, status: int, content: bytes, told: str
) -> None:
    file = v2.upload("data.txt", b"0123456789")["id"]
    response = v2.send("GET", f"/files/{file}/content", headers={"Range": asked})
    assert (response.status_code, response.content) == (status, content)
    assert response.headers["content-range"] == told


def test_a_download_can_be_resumed(v2: Api) -> None:
    path = f"/files/{v2.upload('data.txt', b'0123456789')['id']}/content"
    whole = v2.send("GET", path)
    assert whole.headers["accept-ranges"] == "bytes"
    tag = whole.headers["etag"]
    other = v2.send("GET", f"/files/{v2.upload('data.txt', b'0123456789')['id']}/content")
    assert other.headers["etag"] != tag
    for given, status, content in (
        (tag, 206, b"56789"),
        (other.headers["etag"], 200, b"0123456789"),
        ("W/" + tag, 200, b"0123456789"),
    ):
        response = v2.send("GET", path, headers={"Range": "bytes=5-", "If-Range": given})
        assert (response.status_code, response.content) == (status, content)
        assert response.headers["etag"] == tag


def test_large_files_take_little_memory(start: Start, tmp_path: Path) -> None:
    """The most memory the process ever had grows by less than 8 MiB for a file of 256 MiB."""
    process, url = start(tmp_path / "s.db")
    peak = Path(f"/proc/{process.pid}/status")
    if not peak.exists():
        pytest.skip("the system does not tell what memory a process uses")

    def most() -> int:
        found = re.search(r"VmHWM:\s+(\d+) kB", peak.read_text())
        assert found
        return int(found[1])

    large = tmp_path / "large"
    large.touch()
    os.truncate(large, 256 << 20)
    with Api(url + "/v1") as api:

        def there_and_back(name: str, content: bytes | BinaryIO) -> int:
            fields, key = {"purpose": "assistants"}, {"Idempotency-Key": name}
            for _ in range(2):  # the second time it is a replay
                made = api.send("POST", "/files", files={"file": content}, data=fields, headers=key)
            with api.http.stream("GET", f"/files/{made.json()['id']}/content") as response:
                return sum(len(piece) for piece in response.iter_raw())

        assert there_and_back("small", bytes(4 << 20)) == 4 << 20
        before = most()
        with large.open("rb") as content:
            assert there_and_back("large", content) == 256 << 20
        assert most() - before < 8 << 10


def test_names_other_than_ascii_are_kept(v2: Api) -> None:
    made = v2.upload("résumé 1.txt", b"text")
    assert made["filename"] == "résumé 1.txt"
    header = v2.send("GET", f"/files/{made['id']}/content").headers["content-disposition"]
    assert header.startswith('attachment; filename="r_sum_ 1.txt"')
    assert header.endswith("filename*=UTF-8''r%C3%A9sum%C3%A9%201.txt")


def test_lists_by_purpose(v2: Api) -> None:
    one = v2.upload("a.jsonl", b"{}", "batch")["id"]
    two = v2.upload("b.jsonl", b"{}", "batch")["id"]
    v2.upload("c.txt", b"c")
    page = v2.get("/files", purpose="batch")
    assert [file["id"] for file in page["data"]] == [two, one]
    assert [file["id"] for file in v2.get("/files", purpose="batch", limit=1)["data"]] == [two]
    assert [file["id"] for file in v2.get("/files", purpose="batch", after=two)["data"]] == [one]


@pytest.mark.parametrize(
    "bad",
    [
        ({"file": ("a.txt", b"text")}, {"purpose": "world_domination"}, "purpose"),
        ({"file": ("a.txt", b"text")}, {}, "purpose"),
        ({"file": ("a.txt", b"")}, {"purpose": "assistants"}, "file"),
        ({"other": ("a.txt", b"text")}, {"purpose": "assistants"}, "file"),
        (
            {"file": ("a.txt", b"text")},
            {
                "purpose": "assistants",
                "expires_after[anchor]": "created_at",
                "expires_after[seconds]": "5",
            },
            "expires_after.seconds",
        ),
    ],
)
def test_a_bad_upload_leaves_nothing(
    v2: Api,
    database: Path,
    contents: Path,
    bad: Bad,
) -> None:
    files, fields, param = bad
    before = count_rows(database), stored(contents)
    status, error = v2.refused("POST", "/files", files=files, data=fields)
    assert (status, error["param"]) == (400, param)
    assert (count_rows(database), stored(contents)) == before


def test_json_is_no_upload(v2: Api) -> None:
    status, error = v2.refused("POST", "/files", json={"purpose": "assistants"})
    assert (status, error["code"]) == (400, "invalid_content_type")


def test_a_deleted_file_is_gone_from_everywhere(v2: Api, v1: Api, database: Path) -> None:
    before = count_rows(database)
    file = v2.upload("a.txt", b"text")["id"]
    assistant = v1.post(
        "/assistants",
        model="m",
        tools=[{"type": "retrieval"}, {"type": "code_interpreter"}],
        file_ids=[file],
    )["id"]
    thread = v2.thread()
    attachment = {"file_id": file, "tools": [{"type": "file_search"}]}
    v2.post(f"/threads/{thread}/messages", role="user", content="a", attachments=[attachment])
    v2.delete(f"/files/{file}")
    assert v1.get(f"/assistants/{assistant}")["file_ids"] == []
    v2.delete(f"/assistants/{assistant}")
    v2.delete(f"/threads/{thread}")
    after = count_rows(database)
    assert {**after, "vector_stores": before["vector_stores"]} == before


def test_files_expire_when_they_were_told_to(tmp_path: Path) -> None:
    now = [1_700_000_000.0]
    with LocalService(tmp_path / "s.db", clock=lambda: now[0]) as service, Api.of(service) as api:
        fields = {
            "purpose": "assistants",
            "expires_after[anchor]": "created_at",
            "expires_after[seconds]": "3600",
        }
        response = api.send("POST", "/files", files={"file": ("a.txt", b"a")}, data=fields)
        file = response.json()
        assert file["expires_at"] == 1_700_003_600
    now[0] += 3600
    with LocalService(tmp_path / "s.db", clock=lambda: now[0]) as service, Api.of(service) as api:
        assert api.send("GET", f"/files/{file['id']}").status_code == 404
        assert stored(tmp_path / "s.db.files") == []
