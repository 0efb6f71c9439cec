"""Threads and messages."""

from pathlib import Path

from tests.support.service.api import Api, count_rows

from openai_assistants_service import LocalService


def test_thread_life(v2: Api) -> None:
    made = v2.post("/threads", metadata={"a": "b"})
    assert made == {
        "id": made["id"],
        "object": "thread",
        "created_at": made["created_at"],
        "metadata": {"a": "b"},
        "tool_resources": {},
    }
    assert v2.get(f"/threads/{made['id']}") == made
    changed = v2.post(f"/threads/{made['id']}", metadata={})
    assert changed == {**made, "metadata": {}}
    assert v2.delete(f"/threads/{made['id']}")["object"] == "thread.deleted"
    status, error = v2.refused("GET", f"/threads/{made['id']}")
    assert (status, error["message"]) == (404, f"No thread found with id '{made['id']}'.")


def test_a_thread_may_be_made_without_a_body(v2: Api, v1: Api) -> None:
    assert v2.send("POST", "/threads").status_code == 200
    assert "tool_resources" not in v1.send("POST", "/threads").json()


def test_messages_in_the_order_they_were_written(v2: Api) -> None:
    thread = v2.thread("one", "two")
    third = v2.post(f"/threads/{thread}/messages", role="assistant", content="three")
    assert third["content"] == [{"type": "text", "text": {"value": "three", "annotations": []}}]
    assert third["attachments"] == []
    assert third["status"] == "completed"
    page = v2.get(f"/threads/{thread}/messages", order="asc")
    texts = [one["content"][0]["text"]["value"] for one in page["data"]]
    assert texts == ["one", "two", "three"]
    assert v2.get(f"/threads/{thread}/messages")["data"][0] == third


def test_message_life(v2: Api) -> None:
    thread = v2.thread()
    path = f"/threads/{thread}/messages"
    made = v2.post(path, role="user", content="hello", metadata={"a": "b"})
    changed = v2.post(f"{path}/{made['id']}", metadata={"c": "d"})
    assert changed == {**made, "metadata": {"c": "d"}} == v2.get(f"{path}/{made['id']}")
    assert v2.delete(f"{path}/{made['id']}") == {
        "id": made["id"],
        "object": "thread.message.deleted",
        "deleted": True,
    }
    status, error = v2.refused("GET", f"{path}/{made['id']}")
    assert (status, error["message"]) == (404, f"No message found with id '{made['id']}'.")


def test_a_message_belongs_to_its_thread(v2: Api) -> None:
    one, other = v2.thread("one"), v2.thread()
    message = v2.get(f"/threads/{one}/messages")["data"][0]["id"]
    assert v2.refused("GET", f"/threads/{other}/messages/{message}")[0] == 404
    assert v2.refused("DELETE", f"/threads/{other}/messages/{message}")[0] == 404
    assert v2.get(f"/threads/{one}/messages/{message}")["id"] == message


def test_content_in_parts(v2: Api) -> None:
    image = v2.upload("a.png", b"\x89PNG\r\n\x1a\n", "vision")["id"]
    content = [
        {"type": "text", "text": "Look:"},
        {"type": "image_url", "image_url": {"url": "https://example.com/a.png"}},
        {"type": "image_file", "image_file": {"file_id": image, "detail": "low"}},
    ]
    made = v2.post(f"/threads/{v2.thread()}/messages", role="user", content=content)
    assert made["content"] == [
        {"type": "text", "text": {"value": "Look:", "annotations": []}},
        {
            "type": "image_url",
            "image_url": {"url": "https://example.com/a.png", "detail": "auto"},
        },
        {"type": "image_file", "image_file": {"file_id": image, "detail": "low"}},
    ]


def test_any_text_is_kept_as_it_is(v2: Api) -> None:
    text = "Zürich 東京 🎉 \u0000 \r\n 'quoted' \"twice\" \\ %s {x}"
    thread = v2.thread(text)
    assert v2.get(f"/threads/{thread}/messages")["data"][0]["content"][0]["text"]["value"] == text


def test_attachments_and_v1_files_are_the_same(v1: Api, v2: Api) -> None:
    file = v2.upload("notes.txt", b"notes")["id"]
    thread = v1.thread()
    path = f"/threads/{thread}/messages"
    made = v1.post(path, role="user", content="read this", file_ids=[file])
    assert made["file_ids"] == [file]
    assert "attachments" not in made
    seen = v2.get(f"{path}/{made['id']}")
    assert seen["attachments"] == [
        {"file_id": file, "tools": [{"type": "file_search"}, {"type": "code_interpreter"}]}
    ]
    link = v1.get(f"{path}/{made['id']}/files/{file}")
    assert link == {
        "id": file,
        "object": "thread.message.file",
        "created_at": link["created_at"],
        "message_id": made["id"],
    }
    assert v1.get(f"{path}/{made['id']}/files")["data"] == [link]
    status, error = v1.refused("GET", f"{path}/{made['id']}/files/file-none")
    assert (status, error["message"]) == (404, "No message file found with id 'file-none'.")


def test_attachments_become_resources_of_the_thread(v2: Api) -> None:
    text, data = v2.upload("a.txt", b"text")["id"], v2.upload("b.csv", b"1,2")["id"]
    thread = v2.thread()
    attachments = [
        {"file_id": text, "tools": [{"type": "file_search"}]},
        {"file_id": data, "tools": [{"type": "code_interpreter"}]},
    ]
    made = v2.post(
        f"/threads/{thread}/messages", role="user", content="hi", attachments=attachments
    )
    assert made["attachments"] == attachments
    resources = v2.get(f"/threads/{thread}")["tool_resources"]
    assert resources["code_interpreter"] == {"file_ids": [data]}
    (store,) = resources["file_search"]["vector_store_ids"]
    assert store.startswith("vs_")
    v2.post(f"/threads/{thread}/messages", role="user", content="hi", attachments=attachments)
    assert v2.get(f"/threads/{thread}")["tool_resources"] == resources


def test_deletes_cascade(tmp_path: Path) -> None:
    database = tmp_path / "s.db"
    with LocalService(database) as service, Api.of(service) as api:
        before = count_rows(database)
        thread = api.thread("2 + 2")
        assistant = api.post("/assistants", model="m", tools=[{"type": "code_interpreter"}])["id"]
        api.settled(api.post(f"/threads/{thread}/runs", assistant_id=assistant))
        during = count_rows(database)
        assert all(during[name] > before[name] for name in ("messages", "runs", "steps", "events"))
        api.delete(f"/threads/{thread}")
        api.delete(f"/assistants/{assistant}")
        assert count_rows(database) == before


def test_v1_has_no_deletion_of_messages(v1: Api, v2: Api) -> None:
    thread = v2.thread("hello")
    path = f"/threads/{thread}/messages/{v2.get(f'/threads/{thread}/messages')['first_id']}"
    status, error = v1.refused("DELETE", path)
    assert (status, error["message"]) == (404, f"Invalid URL (DELETE /v1{path})")
    assert v2.delete(path)["deleted"] is True
