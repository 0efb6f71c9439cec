"""URLs: the ways to write an endpoint, the scope of its tokens, and what a URL is taken for."""

from typing import Any

import pytest
from tests.support.client.wire import Answer, Wire

from openai_assistants import (
    AssistantsClient,
    AzureKeyCredential,
    AzureOpenAIEndpoint,
    AzureOpenAIV1Endpoint,
    CompatibleEndpoint,
    Endpoint,
    FoundryEndpoint,
    NotFoundError,
    OpenAIEndpoint,
    OpenAIKeyCredential,
    StaticTokenCredential,
)

KEY = OpenAIKeyCredential("the-key")
AZURE = "https://res.openai.azure.com"
PROJECT = "https://res.services.ai.azure.com/api/projects/mine"
PASTED = AzureOpenAIEndpoint(f"{AZURE}/openai", "2024-05-01-preview")

WRITTEN: list[tuple[Endpoint, str, dict[str, str]]] = [
    (
        OpenAIEndpoint("https://proxy.example/tenant/v1/", organization="org-1", project="proj_1"),
        "https://proxy.example/tenant/v1/threads/t",
        {
            "authorization": "Bearer the-key",
            "openai-organization": "org-1",
            "openai-project": "proj_1",
        },
    ),
    (
        AzureOpenAIEndpoint(f"{AZURE}/openai/", api_version="2024-02-15-preview"),
        f"{AZURE}/openai/threads/t?api-version=2024-02-15-preview",
        {"api-key": "the-key"},
    ),
    (
        AzureOpenAIV1Endpoint(f"{AZURE}/openai/v1", api_version="preview"),
        f"{AZURE}/openai/v1/threads/t?api-version=preview",
        {"api-key": "the-key"},
    ),
    (
        FoundryEndpoint(f"{PROJECT}/"),
        f"{PROJECT}/threads/t?api-version=v1",
        {"api-key": "the-key"},
    ),
    (
        CompatibleEndpoint("http://127.0.0.1:8080/v1/"),
        "http://127.0.0.1:8080/v1/threads/t",
        {"authorization": "Bearer the-key"},
    ),
]

CREDENTIAL_HEADERS = ("api-key", "authorization", "openai-organization", "openai-project")


@pytest.mark.parametrize(("endpoint", "url", "headers"), WRITTEN)
def test_an_endpoint_may_be_written_in_other_ways(
    endpoint: Endpoint, url: str, headers: dict[str, str]
) -> None:
    """With a slash at its end, or with its prefix."""
    wire = Wire()
    AssistantsClient(endpoint, KEY, http_client=wire.http()).threads.retrieve("t")
    assert wire.last.url == url
    sent = wire.last.headers
    assert {name: sent[name] for name in CREDENTIAL_HEADERS if name in sent} == headers


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
    client.threads.retrieve("t")
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
        (f"{AZURE}/openai/assistants?api-version=2024-05-01-preview", PASTED),
        (f"{AZURE}/openai/threads/t/runs?api-version=2024-05-01-preview", PASTED),
        (f"{AZURE}/openai?api-version=2024-05-01-preview", PASTED),
        (
            f"{AZURE}?api-version=2024-05-01-preview",
            AzureOpenAIEndpoint(AZURE, "2024-05-01-preview"),
        ),
        (f"{AZURE}/openai/assistants", AzureOpenAIEndpoint(f"{AZURE}/openai")),
        (f"{AZURE}/openai/v1/responses", AzureOpenAIV1Endpoint(f"{AZURE}/openai/v1")),
        (
            f"{AZURE}/openai/v1/assistants?api-version=preview",
            AzureOpenAIV1Endpoint(f"{AZURE}/openai/v1", "preview"),
        ),
        (f"{PROJECT}/assistants?api-version=2025-05-01", FoundryEndpoint(PROJECT, "2025-05-01")),
        (f"{PROJECT}/threads", FoundryEndpoint(PROJECT)),
        ("https://api.openai.com/v1/assistants/asst_1", OpenAIEndpoint()),
        ("https://gw.example/v1/files", AzureOpenAIEndpoint("https://gw.example/v1/files")),
        (f"{AZURE}/openai/team", AzureOpenAIEndpoint(f"{AZURE}/openai/team")),
    ],
)
def test_a_url_is_taken_for_what_it_is(url: str, expected: Endpoint) -> None:
    """A URL with a credential is an Azure resource unless it is certainly another's."""
    client = AssistantsClient(url, AzureKeyCredential("k"), http_client=Wire().http())
    assert client.endpoint == expected


INVALID_URL = {
    "error": {"message": "Invalid URL (GET /threads/t)", "type": "invalid_request_error"}
}
NO_THREAD = {"error": {"message": "No thread found with id 't'.", "type": "invalid_request_error"}}


@pytest.mark.parametrize(
    "endpoint",
    [
        CompatibleEndpoint("http://127.0.0.1:8080"),
        OpenAIEndpoint("https://proxy.example/tenant"),
        CompatibleEndpoint("http://127.0.0.1:8080/v1"),
        AzureOpenAIEndpoint(AZURE),
    ],
)
@pytest.mark.parametrize("body", [b"Not Found", INVALID_URL, NO_THREAD])
def test_a_404_says_where_v1_is_missing(endpoint: Endpoint, body: Any) -> None:
    """Only for base URLs as those of OpenAI, and not where it is an object that is missing."""
    client = AssistantsClient(endpoint, KEY, http_client=Wire(Answer(404, body)).http())
    with pytest.raises(NotFoundError) as caught:
        client.threads.retrieve("t")
    missing = not endpoint.base_url.endswith("/v1") and not endpoint.query()
    advised = "ends in /v1, and this one does not" in str(caught.value)
    assert advised is (missing and body is not NO_THREAD)
