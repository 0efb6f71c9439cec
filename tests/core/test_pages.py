"""Pages that go on through those behind them, with either kind of transport."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from tests.support.documents import SCHEMAS

from openai_assistants_core import AsyncPaginator, Operation, Page, Request, SyncPage, first_page
from openai_assistants_rest import OPERATIONS
from openai_assistants_rest.resources import AsyncMessages, Messages

LIST = OPERATIONS["list_messages"]
IDS = [f"msg_{number}" for number in range(5)]


class Shelf:
    """Answers list requests from IDS, two at a time unless asked otherwise, as a service would."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []

    def call(self, operation: Operation[Any], request: Request) -> Any:
        self.asked.append(dict(request.query))
        limit = request.query.get("limit", 2)
        if "before" in request.query:
            stop = IDS.index(request.query["before"])
            found, more = IDS[max(0, stop - limit) : stop], stop > limit
        else:
            start = IDS.index(request.query["after"]) + 1 if "after" in request.query else 0
            found, more = IDS[start : start + limit], start + limit < len(IDS)
        return operation.decode(
            {
                "object": "list",
                "data": [{"id": one} for one in found],
                "first_id": found[0] if found else None,
                "last_id": found[-1] if found else None,
                "has_more": more,
            }
        )


class AsyncShelf(Shelf):
    async def call(self, operation: Operation[Any], request: Request) -> Any:
        return super().call(operation, request)


def test_iterating_goes_through_all_pages() -> None:
    shelf = Shelf()
    page = Messages(shelf).list("thread_1", order="asc")
    assert [message.id for message in page] == IDS
    assert shelf.asked == [
        {"order": "asc"},
        {"order": "asc", "after": "msg_1"},
        {"order": "asc", "after": "msg_3"},
    ]


def test_one_page_at_a_time() -> None:
    page = Messages(Shelf()).list("thread_1")
    assert [message.id for message in page.data] == ["msg_0", "msg_1"]
    assert (page.first_id, page.last_id, page.has_more, page.object) == (
        "msg_0",
        "msg_1",
        True,
        "list",
    )
    assert page.has_next_page()
    assert [message.id for message in page.get_next_page().data] == ["msg_2", "msg_3"]
    assert [len(one.data) for one in page.iter_pages()] == [2, 2, 1]


def test_the_last_page_says_so() -> None:
    page = Messages(Shelf()).list("thread_1", limit=9)
    assert not page.has_next_page()
    with pytest.raises(RuntimeError, match="has_next_page"):
        page.get_next_page()


def test_a_page_has_all_that_any_page_is_described_with() -> None:
    described = [one["properties"] for one in SCHEMAS.values() if one.get("x-page")]
    assert set().union(*described) == set(Page._fields())


def test_a_page_of_a_search_says_what_was_looked_for() -> None:
    body = {"data": [], "has_more": True, "next_page": "p", "search_query": ["x", "y"]}

    class Found:
        def call(self, operation: Operation[Any], request: Request) -> Any:
            return operation.decode(body)

    search = OPERATIONS["search_vector_store"]
    page: SyncPage[Any] = first_page(Found(), search, search.request(("vs_1",)))
    assert (page.next_page, page.search_query) == ("p", ["x", "y"])
    assert page.to_dict() == body
    assert not page.has_next_page()
    messages = Messages(Shelf()).list("thread_1")
    assert (messages.next_page, messages.search_query) == (None, None)


def test_going_backwards_follows_before() -> None:
    shelf = Shelf()
    page = Messages(shelf).list("thread_1", before="msg_4")
    assert [[m.id for m in one.data] for one in page.iter_pages()] == [
        ["msg_2", "msg_3"],
        ["msg_0", "msg_1"],
    ]


def test_a_service_that_keeps_naming_one_cursor_does_not_hold_us() -> None:
    class Stuck:
        def call(self, operation: Operation[Any], request: Request) -> Any:
            return operation.decode({"data": [{"id": "msg_0"}], "has_more": True})

    request = LIST.request(("thread_1",))
    page: SyncPage[Any] = first_page(Stuck(), LIST, request)
    assert len(list(page)) == 2


def test_a_list_without_cursors_is_one_page() -> None:
    class Bare:
        def call(self, operation: Operation[Any], request: Request) -> Any:
            return operation.decode({"object": "list", "data": [{"id": "a"}, {"id": "b"}]})

    page: SyncPage[Any] = first_page(Bare(), LIST, LIST.request(("thread_1",)))
    assert [one.id for one in page] == ["a", "b"]
    assert page.to_dict() == {"object": "list", "data": [{"id": "a"}, {"id": "b"}]}


def test_an_async_list_can_be_awaited_or_iterated() -> None:
    async def both() -> tuple[list[str], list[str], list[int]]:
        messages = AsyncMessages(AsyncShelf())
        listed: AsyncPaginator[Any] = messages.list("thread_1")
        page = await listed
        pages = [len(one.data) async for one in page.iter_pages()]
        return [one.id for one in page.data], [one.id async for one in listed], pages

    first, everything, pages = asyncio.run(both())
    assert first == ["msg_0", "msg_1"]
    assert everything == IDS
    assert pages == [2, 2, 1]
