"""Attributes of clients, answers and contents that people read in code for the openai package."""

import asyncio
import copy
import pickle
from collections.abc import Callable
from typing import Any

import httpx
import pydantic
import pytest
from tests.support.client.wire import Answer, Wire

from openai_assistants import (
    AssistantsClient,
    AsyncAssistantsClient,
    AzureKeyCredential,
    BinaryContent,
    CompatibleEndpoint,
    OpenAIEndpoint,
    OpenAIKeyCredential,
    StaticTokenCredential,
    SyncPage,
)
from openai_assistants.types import Thread

KEY = "sk-1"
ENDPOINT = OpenAIEndpoint(organization="org-1", project="proj_1")
CLIENTS: list[Any] = [AssistantsClient, AsyncAssistantsClient]
both = pytest.mark.parametrize("kind", CLIENTS, ids=["sync", "async"])


@both
def test_what_a_client_was_made_with(kind: Any) -> None:
    client = kind(ENDPOINT, OpenAIKeyCredential(KEY), timeout=7, max_retries=5)
    assert client.api_key == KEY
    assert client.base_url == httpx.URL("https://api.openai.com/v1/")
    assert (client.organization, client.project) == ("org-1", "proj_1")
    assert (client.timeout, client.max_retries) == (7, 5)
    other = client.with_options(max_retries=0, timeout=None, project="proj_2")
    assert (other.max_retries, other.timeout, other.project) == (0, None, "proj_2")
    assert (other.api_key, client.project) == (KEY, "proj_1")
    unset = kind(CompatibleEndpoint("http://127.0.0.1:1/v1"))
    assert (unset.api_key, unset.organization, unset.project) == (None, None, None)
    assert unset.timeout == httpx.Timeout(600, connect=5)


@both
def test_the_key_is_the_present_one_and_a_token_is_none(kind: Any) -> None:
    class Rotating:
        key = "first"

    credential = Rotating()
    client = kind("https://x.openai.azure.com", credential)
    assert client.api_key == "first"
    credential.key = "second"
    assert client.api_key == "second"
    assert "second" not in repr(client)
    assert kind("https://x.openai.azure.com", "a key").api_key == "a key"
    assert kind("https://x.openai.azure.com", AzureKeyCredential(KEY)).api_key == KEY
    assert kind("https://x.openai.azure.com", StaticTokenCredential("token")).api_key is None


@both
def test_headers_and_query_of_every_call(kind: Any) -> None:
    client = kind(
        ENDPOINT,
        OpenAIKeyCredential(KEY),
        default_headers={"X-Mine": "1", "OpenAI-Project": None},
        default_query={"a": "b"},
    )
    headers = client.default_headers
    assert headers["x-mine"] == "1"
    assert headers["openai-organization"] == "org-1"
    assert headers["openai-beta"] == "assistants=v2"
    assert headers["user-agent"].startswith("openai-assistants-python/")
    assert "openai-project" not in headers
    assert KEY not in str(headers)
    assert client.default_query == {"a": "b"}


def test_whether_a_client_is_closed() -> None:
    client = AssistantsClient(OpenAIKeyCredential(KEY))
    assert not client.is_closed()
    client.close()
    assert client.is_closed()
    given = httpx.Client()
    borrowed = AssistantsClient(OpenAIKeyCredential(KEY), http_client=given)
    borrowed.close()
    assert not borrowed.is_closed()
    given.close()
    assert borrowed.is_closed()

    async def run() -> None:
        async with AsyncAssistantsClient(OpenAIKeyCredential(KEY)) as client:
            assert not client.is_closed()
        assert client.is_closed()

    asyncio.run(run())


def answered(ask: Callable[[AssistantsClient], Any], body: Any) -> Any:
    wire = Wire(Answer(body=body, headers={"x-request-id": "req_1"}))
    return ask(AssistantsClient(OpenAIKeyCredential(KEY), http_client=wire.http()))


def test_answers_say_what_the_service_calls_their_request() -> None:
    thread = answered(lambda c: c.threads.retrieve("thread_1"), {"id": "thread_1", "zz": 1})
    assert thread._request_id == "req_1"
    for same in (copy.copy(thread), copy.deepcopy(thread), pickle.loads(pickle.dumps(thread))):
        assert (same, same._request_id) == (thread, "req_1")
    assert thread.to_dict() == {"id": "thread_1", "zz": 1}
    page = answered(lambda c: c.assistants.list(), {"data": [{"id": "asst_1"}]})
    assert page._request_id == "req_1"
    assert page.data[0]._request_id is None
    assert pickle.loads(pickle.dumps(page))._request_id == "req_1"
    deleted = answered(lambda c: c.threads.delete("thread_1"), b"")
    assert deleted._request_id == "req_1"
    raw = answered(lambda c: c.threads.with_raw_response.retrieve("thread_1"), {"id": "t"})
    assert raw.parse()._request_id == "req_1"


def test_a_content_has_the_response_it_came_in() -> None:
    content = answered(lambda c: c.files.content("file-1"), "é".encode("latin-1"))
    assert content.response.status_code == 200
    assert content.response.headers["x-request-id"] == content.headers["x-request-id"] == "req_1"
    assert (content.encoding, content.charset_encoding) == ("utf-8", None)
    assert BinaryContent(b"", {}).response is None
    latin = BinaryContent(b"", {"content-type": "text/plain; charset=latin-1"})
    assert (latin.encoding, latin.charset_encoding) == ("latin-1", "latin-1")


@both
def test_pydantic_models_can_have_clients_and_pages_as_fields(kind: Any) -> None:
    class Holder(pydantic.BaseModel):
        client: kind
        threads: SyncPage[Thread] | None = None

    client = kind(OpenAIKeyCredential(KEY))
    assert Holder(client=client).client is client
    with pytest.raises(pydantic.ValidationError, match="instance of"):
        Holder(client="https://api.openai.com")
    page = answered(lambda c: c.assistants.list(), {"data": []})
    assert Holder(client=client, threads=page).threads is page
