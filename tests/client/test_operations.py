"""Every operation that a provider has: the exact URL, query, headers and body of its call."""

from email import message_from_bytes
from typing import Any

import attrs
import pytest
from tests.support.client.calls import CALLS, Call
from tests.support.client.wire import Answer, Sent, Wire

from openai_assistants import (
    AssistantsClient,
    AzureKeyCredential,
    AzureOpenAIEndpoint,
    AzureOpenAIV1Endpoint,
    CompatibleEndpoint,
    Endpoint,
    FoundryEndpoint,
    OpenAIEndpoint,
    OpenAIKeyCredential,
    UnsupportedOperation,
)
from openai_assistants_rest.operations import OPERATIONS

RESOURCE = "https://res.openai.azure.com"
PROJECT = "https://res.services.ai.azure.com/api/projects/mine"
BEARER = {"authorization": "Bearer the-key"}
API_KEY = {"api-key": "the-key"}

LINKS = {
    "create_assistant_file",
    "list_assistant_files",
    "get_assistant_file",
    "delete_assistant_file",
    "list_message_files",
    "get_message_file",
}
STORES = {name for name in OPERATIONS if "vector_store" in name}
LATER = {"search_vector_store", "update_vector_store_file", "get_vector_store_file_content"}


@attrs.frozen
class Provider:
    """A provider.

    Attributes:
        endpoint: where it is.
        base: what every path is appended to.
        query: what every query begins with.
        headers: the credential, and the beta header by its value.
        lacks: the operations it certainly does not have.
    """

    endpoint: Endpoint
    base: str
    query: str
    headers: dict[str, str]
    lacks: set[str]
    beta: str | None = None


PROVIDERS = {
    "openai-v2": Provider(
        OpenAIEndpoint(),
        "https://api.openai.com/v1",
        "",
        BEARER,
        LINKS | {"list_threads", "import_file"},
        "assistants=v2",
    ),
    "openai-v1": Provider(
        OpenAIEndpoint(beta="assistants=v1"),
        "https://api.openai.com/v1",
        "",
        BEARER,
        STORES | {"list_threads", "import_file", "delete_message"},
        "assistants=v1",
    ),
    "azure-v1-generation": Provider(
        AzureOpenAIEndpoint(RESOURCE, "2024-02-15-preview"),
        f"{RESOURCE}/openai",
        "api-version=2024-02-15-preview",
        API_KEY,
        STORES - LATER,
    ),
    "azure-first-v2": Provider(
        AzureOpenAIEndpoint(RESOURCE, "2024-05-01-preview"),
        f"{RESOURCE}/openai",
        "api-version=2024-05-01-preview",
        API_KEY,
        LINKS,
    ),
    "azure": Provider(
        AzureOpenAIEndpoint(RESOURCE),
        f"{RESOURCE}/openai",
        "api-version=2025-03-01-preview",
        API_KEY,
        LINKS,
    ),
    "azure-undated": Provider(
        AzureOpenAIV1Endpoint(RESOURCE), f"{RESOURCE}/openai/v1", "", API_KEY, LINKS
    ),
    "azure-preview": Provider(
        AzureOpenAIV1Endpoint(RESOURCE, "preview"),
        f"{RESOURCE}/openai/v1",
        "api-version=preview",
        API_KEY,
        LINKS,
    ),
    "foundry": Provider(FoundryEndpoint(PROJECT), PROJECT, "api-version=v1", API_KEY, LINKS),
    "compatible": Provider(
        CompatibleEndpoint("http://127.0.0.1:8080/v1"),
        "http://127.0.0.1:8080/v1",
        "",
        BEARER,
        set(),
        "assistants=v2",
    ),
}


def cases(*, lacked: bool) -> list[Any]:
    """Pairs of provider and operation."""
    return [
        pytest.param(provider, name, id=f"{provider_name}-{name}")
        for provider_name, provider in PROVIDERS.items()
        for name in CALLS
        if (name in provider.lacks) is lacked
    ]


def test_no_operation_is_left_out() -> None:
    assert set(CALLS) == set(OPERATIONS)
    assert len(CALLS) == 52


def made(provider: Provider, wire: Wire, *, check: bool = True) -> AssistantsClient:
    azure = provider.headers is API_KEY
    credential = AzureKeyCredential("the-key") if azure else OpenAIKeyCredential("the-key")
    return AssistantsClient(
        provider.endpoint, credential, http_client=wire.http(), check_availability=check
    )


@pytest.mark.parametrize(("provider", "name"), cases(lacked=False))
def test_what_is_sent(provider: Provider, name: str) -> None:
    wire = Wire(Answer(200, {}))
    CALLS[name].act(made(provider, wire))
    check_sent(provider, name, wire)


def check_sent(provider: Provider, name: str, wire: Wire) -> None:
    """One request, and all of it as it has to be."""
    (sent,) = wire.sent
    call = CALLS[name]
    method, _, rest = call.sent.partition(" ")
    path, _, query = rest.partition("?")
    query = "&".join(part for part in (provider.query, query) if part)
    assert (sent.method, sent.url) == (
        method,
        f"{provider.base}{path}" + (f"?{query}" * bool(query)),
    )
    assert own_headers(sent) == expected_headers(provider, call, name, path)
    if call.form is not None:
        assert parts_of(sent) == call.form
    elif call.body is not None:
        assert sent.json == call.body
    else:
        assert sent.body == b""


def own_headers(sent: Sent) -> dict[str, str]:
    """All headers that are not httpx's own, which are checked for what matters of them."""
    headers = dict(sent.headers)
    assert headers.pop("user-agent").startswith("openai-assistants-python/")
    call_id = headers.pop("x-ms-client-request-id")
    assert len(call_id) == 36
    assert headers.pop("idempotency-key", None) == (None if sent.method == "GET" else call_id)
    assert int(headers.pop("content-length", "0")) == len(sent.body)
    for name in ("host", "connection", "accept-encoding"):
        headers.pop(name)
    kind = headers.get("content-type", "")
    if kind.startswith("multipart/form-data; boundary="):
        headers["content-type"] = "multipart/form-data"
    return headers


def expected_headers(provider: Provider, call: Call, name: str, path: str) -> dict[str, str]:
    binary = name == "get_file_content"
    headers = {"accept": "*/*" if binary else "application/json", **provider.headers}
    if provider.beta is not None and not path.startswith("/files"):
        headers["openai-beta"] = provider.beta
    if call.form is not None:
        headers["content-type"] = "multipart/form-data"
    elif call.body is not None:
        headers["content-type"] = "application/json"
    return headers


def parts_of(sent: Sent) -> dict[str, tuple[str | None, bytes]]:
    """The parts of a multipart body."""
    head = f"content-type: {sent.headers['content-type']}\r\n\r\n".encode()
    found: dict[str, tuple[str | None, bytes]] = {}
    parts: Any = message_from_bytes(head + sent.body).get_payload()
    for part in parts:
        name = part.get_param("name", header="content-disposition")
        assert name not in found
        found[name] = (part.get_filename(), part.get_payload(decode=True))
    return found


@pytest.mark.parametrize(("provider", "name"), cases(lacked=True))
def test_what_a_provider_lacks_is_not_sent(provider: Provider, name: str) -> None:
    """Unless the check is turned off."""
    wire = Wire(Answer(200, {}))
    with pytest.raises(UnsupportedOperation):
        CALLS[name].act(made(provider, wire))
    assert wire.sent == []
    CALLS[name].act(made(provider, wire, check=False))
    check_sent(provider, name, wire)
