"""Small parts on their own: ids, keys, answers, unions, queries."""

from random import Random
from typing import Any

import pytest

from openai_assistants_service.errors import ApiError, invalid_key
from openai_assistants_service.http.providers import ApiVersion
from openai_assistants_service.http.server import CannotServe, listen, url_of
from openai_assistants_service.http.validation import Checker, read_query
from openai_assistants_service.storage.ids import Ids


def seeded() -> Ids:
    return Ids(Random(7))


def test_ids_look_like_those_of_the_wire() -> None:
    ids = seeded()
    assert ids.new("msg") != ids.new("msg")
    assert seeded().new("run") == seeded().new("run")
    assert ids.new("file").startswith("file-")
    assert len(ids.new("file")) == len("file-") + 24
    assert len(ids.hexadecimal("vs")) == len("vs_") + 32


@pytest.mark.parametrize("key", ["", "short", "sk-a-much-longer-key-0123"])
def test_a_wrong_key_is_not_repeated(key: str) -> None:
    error = invalid_key(key)
    assert error.status == 401
    assert not key or key not in error.message


def check(name: str, body: Any, api_version: ApiVersion = ApiVersion.V2) -> ApiError:
    with pytest.raises(ApiError) as caught:
        Checker().body(name, body, api_version)
    return caught.value


def test_a_union_is_explained_by_the_branch_that_was_meant() -> None:
    tool = {"type": "file_search", "file_search": {"max_num_results": 51}}
    error = check("AssistantCreateRequest", {"model": "m", "tools": [tool]})
    assert error.param == "tools[0].file_search.max_num_results"
    assert error.code == "integer_above_max_value"
    error = check("AssistantCreateRequest", {"model": "m", "response_format": {"type": "xml"}})
    assert error.param == "response_format.type"
    assert "'text', 'json_object', and 'json_schema'" in error.message
    error = check("AssistantCreateRequest", {"model": "m", "response_format": 5})
    assert error.message == (
        "Invalid type for 'response_format': expected one of a string or an object, "
        "but got an integer instead."
    )
    part: dict[str, Any] = {"type": "image_url", "image_url": {}}
    error = check("MessageCreateRequest", {"role": "user", "content": [part]})
    assert error.param == "content[0].image_url.url"
    error = check("MessageCreateRequest", {"role": "user", "content": ["text"]})
    assert error.param == "content[0]"
    assert error.code == "invalid_type"
    strategy = {"type": "last_messages", "last_messages": 0}
    body = {"assistant_id": "a", "truncation_strategy": strategy}
    assert check("RunCreateRequest", body).param == "truncation_strategy.last_messages"


def test_only_v1_takes_other_metadata_than_text() -> None:
    body = {"metadata": {"a": True, "b": 1}}
    Checker().body("ThreadUpdateRequest", body, ApiVersion.V1)
    assert check("ThreadUpdateRequest", body).param == "metadata.a"
    error = check("ThreadUpdateRequest", {"metadata": {"a": []}}, ApiVersion.V1)
    assert error.code == "invalid_type"


def test_queries_are_read_by_their_schema() -> None:
    pairs = [("limit", "5"), ("order", "asc"), ("include[]", "x"), ("timeout", "9")]
    assert read_query("list_run_steps", pairs, ApiVersion.V2) == {
        "limit": 5,
        "order": "asc",
        "include[]": ["x"],
    }
    assert read_query("list_run_steps", [("include", "x")], ApiVersion.V2) == {"include[]": ["x"]}
    assert read_query("list_run_steps", [("limit", "5.0")], ApiVersion.V2) == {"limit": "5.0"}


def test_only_loopback_goes_without_a_key() -> None:
    for host in ("0.0.0.0", "192.0.2.1", "example.com"):
        with pytest.raises(CannotServe, match="loopback only"):
            listen(host, 0, guarded=False)
    with listen("localhost", 0, guarded=False) as server:
        assert url_of(server).startswith("http://127.0.0.1:")
        assert server.proto == 6
