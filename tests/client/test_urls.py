"""The exact URL, query, headers and body of each endpoint."""

from typing import Any

import pytest
from msgspec.structs import replace

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
    StaticTokenCredential,
)
from openai_assistants._settings import ClientOptions
from openai_assistants_rest.operations import OPERATIONS

from .wire import Wire, request

KEY = OpenAIKeyCredential("the-key")
AZURE = "https://res.openai.azure.com"
PROJECT = "https://res.services.ai.azure.com/api/projects/mine"

ENDPOINTS: list[tuple[Endpoint, str, str, dict[str, str]]] = [
    (OpenAIEndpoint(), "https://api.openai.com/v1", "", {"authorization": "Bearer the-key"}),
    (
        OpenAIEndpoint(beta="assistants=v1"),
        "https://api.openai.com/v1",
        "",
        {"authorization": "Bearer the-key"},
    ),
    (
        OpenAIEndpoint("https://proxy.example/tenant/v1/", organization="org-1", project="proj_1"),
        "https://proxy.example/tenant/v1",
        "",
        {
            "authorization": "Bearer the-key",
            "openai-organization": "org-1",
            "openai-project": "proj_1",
        },
    ),
    (
        AzureOpenAIEndpoint(AZURE),
        f"{AZURE}/openai",
        "api-version=2025-03-01-preview",
        {"api-key": "the-key"},
    ),
    (
        AzureOpenAIEndpoint(f"{AZURE}/openai/", api_version="2024-02-15-preview"),
        f"{AZURE}/openai",
        "api-version=2024-02-15-preview",
        {"api-key": "the-key"},
    ),
    (AzureOpenAIV1Endpoint(AZURE), f"{AZURE}/openai/v1", "", {"api-key": "the-key"}),
    (
        AzureOpenAIV1Endpoint(f"{AZURE}/openai/v1", api_version="preview"),
        f"{AZURE}/openai/v1",
        "api-version=preview",
        {"api-key": "the-key"},
    ),
    (FoundryEndpoint(PROJECT), PROJECT, "api-version=v1", {"api-key": "the-key"}),
    (
        CompatibleEndpoint("http://127.0.0.1:8080/v1"),
        "http://127.0.0.1:8080/v1",
        "",
        {"authorization": "Bearer the-key"},
    ),
]

CREDENTIAL_HEADERS = ("api-key", "authorization", "openai-organization", "openai-project")


@pytest.mark.parametrize(("endpoint", "base", "query", "headers"), ENDPOINTS)
@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_every_operation_at_every_endpoint(
    endpoint: Endpoint, base: str, query: str, headers: dict[str, str], name: str
) -> None:
    """Base, path, version, beta header and credential are exactly those of the endpoint."""
    wire = Wire()
    operation = OPERATIONS[name]
    body = {"file": b"x"} if operation.media == "multipart/form-data" else {"a": 1}
    values = [f"id_{number}" for number in range(len(operation.path_params))]
    options: ClientOptions = {"http_client": wire.http(), "check_availability": False}
    client = AssistantsClient(endpoint, KEY, **options)
    call(client, request(operation, *values, body=body))

    path = operation.path
    for param, value in zip(operation.path_params, values, strict=True):
        path = path.replace(f"{{{param}}}", value)
    assert wire.last.url == f"{base}{path}" + (f"?{query}" if query else "")
    assert wire.last.method == operation.method
    sent = wire.last.headers
    assert {name: sent[name] for name in CREDENTIAL_HEADERS if name in sent} == headers
    beta = getattr(endpoint, "beta", None)
    assert sent.get("openai-beta") == (None if path.startswith("/files") else beta)


def call(client: AssistantsClient, made: Any) -> None:
    """Sends a request; what the answer decodes to is of no concern here."""
    operation = made.operation
    door = client._door  # pyright: ignore[reportPrivateUsage]
    if operation.kind == "binary":
        door.call(operation, made)
    else:
        echo = replace(operation, kind="model", response=f"{__package__}.wire:Echo")
        door.call(echo, made)


TOKENS = [
    (OpenAIEndpoint(), ()),
    (AzureOpenAIEndpoint(AZURE), ("https://cognitiveservices.azure.com/.default",)),
    (AzureOpenAIV1Endpoint(AZURE), ("https://cognitiveservices.azure.com/.default",)),
    (FoundryEndpoint(PROJECT), ("https://ai.azure.com/.default",)),
    (CompatibleEndpoint("https://x.example"), ()),
    (CompatibleEndpoint("https://x.example", scope="api://x/.default"), ("api://x/.default",)),
]


@pytest.mark.parametrize(("endpoint", "scopes"), TOKENS)
def test_a_token_is_asked_for_in_the_scope_of_the_endpoint(
    endpoint: Endpoint, scopes: tuple[str, ...]
) -> None:
    """Tokens go into Authorization everywhere, never into api-key."""
    asked: list[tuple[str, ...]] = []

    class Credential(StaticTokenCredential):
        def get_token(self, *scopes: str) -> Any:
            asked.append(scopes)
            return super().get_token(*scopes)

    wire = Wire()
    client = AssistantsClient(endpoint, Credential("tok"), http_client=wire.http())
    call(client, request(OPERATIONS["get_thread"], "t"))
    assert asked == [scopes]
    assert wire.last.headers["authorization"] == "Bearer tok"
    assert "api-key" not in wire.last.headers


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (AZURE, AzureOpenAIEndpoint(AZURE)),
        (f"{AZURE}/openai/v1/", AzureOpenAIV1Endpoint(f"{AZURE}/openai/v1")),
        (PROJECT, FoundryEndpoint(PROJECT)),
        ("https://api.openai.com", OpenAIEndpoint()),
        ("https://api.openai.com/v1", OpenAIEndpoint()),
        ("https://eu.api.openai.com/v1", OpenAIEndpoint("https://eu.api.openai.com/v1")),
        ("http://localhost:1", AzureOpenAIEndpoint("http://localhost:1")),
        ("https://api.openai.com.example", AzureOpenAIEndpoint("https://api.openai.com.example")),
    ],
)
def test_a_url_is_taken_for_what_it_is(url: str, expected: Endpoint) -> None:
    """A URL with a credential is an Azure resource unless it is certainly another's."""
    client = AssistantsClient(url, AzureKeyCredential("k"), http_client=Wire().http())
    assert client.endpoint == expected
