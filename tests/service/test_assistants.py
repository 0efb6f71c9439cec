"""Assistants: what is written is read, in both API versions."""

from typing import Any

import pytest
from tests.support.service.api import Api

from openai_assistants_service import LocalService


def test_create_read_change_delete(v2: Api) -> None:
    made = v2.post(
        "/assistants",
        model="m",
        name="Name",
        description="What for",
        instructions="Do",
        metadata={"a": "b"},
        temperature=0.5,
        top_p=0.25,
        response_format={"type": "json_object"},
        tools=[{"type": "code_interpreter"}],
    )
    assert made["id"].startswith("asst_")
    assert len(made["id"]) == 29
    assert made == v2.get(f"/assistants/{made['id']}")
    assert made["tool_resources"] == {"code_interpreter": {"file_ids": []}}
    changed = v2.post(f"/assistants/{made['id']}", name=None, metadata={"c": "d"})
    assert changed == {**made, "name": None, "metadata": {"c": "d"}}
    gone = v2.delete(f"/assistants/{made['id']}")
    assert gone == {"id": made["id"], "object": "assistant.deleted", "deleted": True}
    status, error = v2.refused("GET", f"/assistants/{made['id']}")
    assert (status, error["message"]) == (404, f"No assistant found with id '{made['id']}'.")


def test_defaults_are_those_of_the_wire(v2: Api) -> None:
    made = v2.post("/assistants", model="m", tools=[{"type": "file_search"}])
    assert made["temperature"] == made["top_p"] == 1.0
    assert made["response_format"] == "auto"
    assert made["metadata"] == {}
    assert made["instructions"] is None
    assert made["tools"][0]["file_search"]["ranking_options"] == {
        "ranker": "default_2024_08_21",
        "score_threshold": 0.0,
    }


def test_one_object_has_two_views(v1: Api, v2: Api) -> None:
    file = v1.upload("notes.txt", b"notes")
    made = v1.post("/assistants", model="m", tools=[{"type": "retrieval"}], file_ids=[file["id"]])
    assert made["tools"] == [{"type": "retrieval"}]
    assert made["file_ids"] == [file["id"]]
    assert "tool_resources" not in made
    other = v2.get(f"/assistants/{made['id']}")
    assert other["tools"][0]["type"] == "file_search"
    assert "file_ids" not in other
    assert len(other["tool_resources"]["file_search"]["vector_store_ids"]) == 1


def test_v2_resources_read_as_v1_file_ids(v1: Api, v2: Api) -> None:
    code, text = v2.upload("a.csv", b"1,2"), v2.upload("b.txt", b"text")
    made = v2.post(
        "/assistants",
        model="m",
        tools=[{"type": "code_interpreter"}, {"type": "file_search"}],
        tool_resources={
            "code_interpreter": {"file_ids": [code["id"]]},
            "file_search": {"vector_stores": [{"file_ids": [text["id"]]}]},
        },
    )
    assert made["tool_resources"]["code_interpreter"] == {"file_ids": [code["id"]]}
    assert v1.get(f"/assistants/{made['id']}")["file_ids"] == [code["id"], text["id"]]


def test_file_links_of_v1(v1: Api) -> None:
    ids = [v1.upload(f"{n}.txt", b"text")["id"] for n in range(3)]
    made = v1.post("/assistants", model="m", tools=[{"type": "retrieval"}], file_ids=ids[:1])
    path = f"/assistants/{made['id']}/files"
    for file_id in ids[1:]:
        link = v1.post(path, file_id=file_id)
        assert link == {
            "id": file_id,
            "object": "assistant.file",
            "created_at": link["created_at"],
            "assistant_id": made["id"],
        }
    assert [one["id"] for one in v1.get(path, order="asc")["data"]] == ids
    page = v1.get(path, limit=2)
    assert [one["id"] for one in page["data"]] == [ids[2], ids[1]]
    assert page["has_more"] is True
    assert v1.get(path, after=ids[1])["data"] == [v1.get(f"{path}/{ids[0]}")]
    assert v1.delete(f"{path}/{ids[1]}")["object"] == "assistant.file.deleted"
    assert v1.get(f"/assistants/{made['id']}")["file_ids"] == [ids[0], ids[2]]
    status, error = v1.refused("GET", f"{path}/{ids[1]}")
    assert (status, error["message"]) == (404, f"No assistant file found with id '{ids[1]}'.")


def test_v1_file_ids_replace_each_other(v1: Api) -> None:
    first, second = (v1.upload(f"{n}.txt", b"text")["id"] for n in range(2))
    made = v1.post("/assistants", model="m", file_ids=[first])
    changed = v1.post(f"/assistants/{made['id']}", file_ids=[second])
    assert changed["file_ids"] == [second]
    assert v1.post(f"/assistants/{made['id']}", name="n")["file_ids"] == [second]
    assert v1.post(f"/assistants/{made['id']}", file_ids=[])["file_ids"] == []


def test_v2_has_no_file_links(v2: Api) -> None:
    made = v2.post("/assistants", model="m")
    status, error = v2.refused("GET", f"/assistants/{made['id']}/files")
    assert status == 404
    assert error["message"].startswith("Invalid URL (GET /v1/assistants/")


def test_v1_writes_metadata_out_as_text(v1: Api, v2: Api) -> None:
    made = v1.post("/assistants", model="m", metadata={"modified": True, "n": 1})
    assert made["metadata"] == {"modified": "True", "n": "1"}
    status, error = v2.refused("POST", f"/assistants/{made['id']}", json={"metadata": {"a": True}})
    assert (status, error["param"], error["code"]) == (400, "metadata.a", "invalid_type")


@pytest.mark.parametrize("order", ["asc", "desc"])
def test_pages_join_to_the_whole_list(order: str) -> None:
    with LocalService(clock=lambda: 1_700_000_000) as service, Api.of(service) as client:
        empty = client.get("/assistants")
        assert empty == {
            "object": "list",
            "data": [],
            "first_id": None,
            "last_id": None,
            "has_more": False,
        }
        made = [client.post("/assistants", model="m")["id"] for _ in range(7)]
        expected = made if order == "asc" else made[::-1]
        seen: list[str] = []
        query: dict[str, Any] = {"limit": 3, "order": order}
        while True:
            page = client.get("/assistants", **query)
            ids = [one["id"] for one in page["data"]]
            assert (page["first_id"], page["last_id"]) == (ids[0], ids[-1])
            seen += ids
            if not page["has_more"]:
                break
            query["after"] = page["last_id"]
        assert seen == expected
        back = client.get("/assistants", before=expected[5], limit=3, order=order)
        assert [one["id"] for one in back["data"]] == expected[2:5]
        assert back["has_more"] is True
        between = client.get("/assistants", after=expected[0], before=expected[3], order=order)
        assert [one["id"] for one in between["data"]] == expected[1:3]


def test_twenty_to_a_page_newest_first() -> None:
    with LocalService() as service, Api.of(service) as client:
        made = [client.post("/assistants", model="m")["id"] for _ in range(21)]
        page = client.get("/assistants")
        assert [one["id"] for one in page["data"]] == made[:0:-1]
        assert page["has_more"] is True


def test_an_unknown_cursor_is_refused(v2: Api) -> None:
    status, error = v2.refused("GET", "/assistants?after=asst_none")
    assert (status, error["param"]) == (404, "after")
