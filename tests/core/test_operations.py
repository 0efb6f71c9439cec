"""Operations as data, and requests made of them."""

from __future__ import annotations

import pytest

from openai_assistants_core import (
    NOT_GIVEN,
    Availability,
    Profile,
    ResponseDecodeError,
)
from openai_assistants_rest import OPERATIONS


def test_there_are_all_operations() -> None:
    assert len(OPERATIONS) == 52
    assert {"get_file_content", "delete_message"} <= set(OPERATIONS)
    assert all(name == operation.id for name, operation in OPERATIONS.items())


def test_a_path_value_stays_one_segment() -> None:
    request = OPERATIONS["get_message"].request(("t..x", "msg ü?#%2F"))
    assert request.url_path() == "/threads/t..x/messages/msg%20%C3%BC%3F%23%252F"


@pytest.mark.parametrize("value", ["", "  ", ".", "..", "a\nb", "\x00", "a/b", "a\\b"])
def test_a_path_value_that_would_reach_elsewhere_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="thread_id must be an id"):
        OPERATIONS["get_thread"].request((value,)).url_path()


def test_a_path_value_must_be_a_string() -> None:
    with pytest.raises(TypeError, match="thread_id must be a string, not NoneType"):
        OPERATIONS["get_thread"].request((None,)).url_path()  # type: ignore[arg-type]


def test_what_is_not_given_is_left_out_and_null_is_kept() -> None:
    request = OPERATIONS["create_run"].request(
        ("thread_1",),
        {"include": ["x"]},
        {"assistant_id": "asst_1", "model": None, "tools": NOT_GIVEN},
    )
    assert request.body == {"assistant_id": "asst_1", "model": None}
    assert request.query == {"include[]": ["x"]}


def test_an_operation_without_a_body_sends_none() -> None:
    assert OPERATIONS["cancel_run"].request(("t", "r")).body is None
    assert OPERATIONS["create_thread"].request().body == {}


@pytest.mark.parametrize(
    ("data", "path", "message"),
    [
        (b"<html>", "", "get_thread: the response is not JSON"),
        (b"[]", "", "get_thread: expected an object as the whole body, but got an array"),
        (b'{"id": 5}', "id", "get_thread: expected a string at 'id', but got an integer"),
    ],
)
def test_an_answer_that_is_not_as_described(data: bytes, path: str, message: str) -> None:
    with pytest.raises(ResponseDecodeError, match=message) as caught:
        OPERATIONS["get_thread"].parse(data)
    assert caught.value.path == path


def test_a_wrong_item_of_a_page_says_which() -> None:
    with pytest.raises(ResponseDecodeError) as caught:
        OPERATIONS["list_messages"].parse(b'{"data": [{"id": "a"}, {"id": 1}]}')
    assert caught.value.path == "data[1].id"


@pytest.mark.parametrize(
    ("profile", "verdict"),
    [
        (Profile("openai-v1"), "no: split"),
        (Profile("openai-v2"), "yes"),
        (Profile("azure", "2024-02-15-preview"), "no: split"),
        (Profile("azure", "2024-05-01-preview"), "yes"),
        (Profile("azure", "2024-05-01"), "yes"),
        (Profile("azure"), "yes"),
        (Profile("foundry"), "undeclared"),
    ],
)
def test_availability_by_provider_and_version(profile: Profile, verdict: str) -> None:
    availability = Availability.from_mapping(
        {
            "openai-v1": "no: split",
            "openai-v2": "yes",
            "azure": {"from": "2024-05-01-preview", "otherwise": "no: split"},
        }
    )
    assert availability.verdict(profile) == verdict
    assert availability.refused(profile) is verdict.startswith("no")


def test_the_v1_links_are_refused_for_v2_only() -> None:
    links = OPERATIONS["list_assistant_files"].availability
    assert links.refused(Profile("openai-v2"))
    assert not links.refused(Profile("openai-v1"))
    assert not links.refused(Profile("azure", "2024-02-15-preview"))
    assert links.refused(Profile("azure", "2024-05-01-preview"))
