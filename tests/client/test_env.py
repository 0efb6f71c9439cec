"""Clients made from environment variables."""

from typing import Any

import pytest
from tests.support.client.wire import Wire

from openai_assistants import (
    AssistantsClient,
    AssistantsError,
    AsyncAssistantsClient,
    AzureKeyCredential,
    AzureOpenAIEndpoint,
    AzureOpenAIV1Endpoint,
    CompatibleEndpoint,
    Endpoint,
    OpenAIEndpoint,
    OpenAIKeyCredential,
)

AZURE = "https://res.openai.azure.com"
A = {"AZURE_OPENAI_ENDPOINT": AZURE, "AZURE_OPENAI_API_KEY": "azure-key"}
O = {"OPENAI_API_KEY": "openai-key"}  # noqa: E741

CASES: list[tuple[dict[str, str], Endpoint, dict[str, str]]] = [
    (O, OpenAIEndpoint(), {"authorization": "Bearer openai-key"}),
    ({"OPENAI_API_KEY": "openai-key\n"}, OpenAIEndpoint(), {"authorization": "Bearer openai-key"}),
    (
        {**O, "OPENAI_ORG_ID": "o", "OPENAI_PROJECT_ID": "p", "OPENAI_API_VERSION": "x"},
        OpenAIEndpoint(organization="o", project="p"),
        {"authorization": "Bearer openai-key", "openai-organization": "o"},
    ),
    (
        {**O, "OPENAI_BASE_URL": "https://proxy.example/v1/"},
        OpenAIEndpoint("https://proxy.example/v1"),
        {"authorization": "Bearer openai-key"},
    ),
    (
        {**O, "OPENAI_BASE_URL": f"{AZURE}/openai/v1"},
        AzureOpenAIV1Endpoint(f"{AZURE}/openai/v1"),
        {"api-key": "openai-key"},
    ),
    (A, AzureOpenAIEndpoint(AZURE), {"api-key": "azure-key"}),
    ({**A, **O}, AzureOpenAIEndpoint(AZURE), {"api-key": "azure-key"}),
    (
        {**A, "AZURE_OPENAI_ENDPOINT": " ", **O},
        OpenAIEndpoint(),
        {"authorization": "Bearer openai-key"},
    ),
    (
        {**A, "OPENAI_API_VERSION": "2024-05-01-preview", "OPENAI_ORG_ID": "o"},
        AzureOpenAIEndpoint(AZURE, "2024-05-01-preview"),
        {"api-key": "azure-key"},
    ),
    (
        {**A, "AZURE_OPENAI_AD_TOKEN": "token"},
        AzureOpenAIEndpoint(AZURE),
        {"authorization": "Bearer token"},
    ),
    (
        {**A, "AZURE_OPENAI_ENDPOINT": f"{AZURE}/openai/v1/", "OPENAI_API_VERSION": "2024-05-01"},
        AzureOpenAIV1Endpoint(f"{AZURE}/openai/v1"),
        {"api-key": "azure-key"},
    ),
    (
        {"AZURE_OPENAI_ENDPOINT": AZURE, "AZURE_OPENAI_KEY": "older-key"},
        AzureOpenAIEndpoint(AZURE),
        {"api-key": "older-key"},
    ),
    ({**A, "AZURE_OPENAI_KEY": "older-key"}, AzureOpenAIEndpoint(AZURE), {"api-key": "azure-key"}),
    (
        {**A, "AZURE_OPENAI_KEY": "older-key", "AZURE_OPENAI_AD_TOKEN": "token"},
        AzureOpenAIEndpoint(AZURE),
        {"authorization": "Bearer token"},
    ),
    (
        {**A, "AZURE_OPENAI_API_VERSION": "2024-05-01-preview"},
        AzureOpenAIEndpoint(AZURE, "2024-05-01-preview"),
        {"api-key": "azure-key"},
    ),
    (
        {**A, "AZURE_OPENAI_API_VERSION": "2024-05-01", "OPENAI_API_VERSION": "2025-03-01-preview"},
        AzureOpenAIEndpoint(AZURE, "2025-03-01-preview"),
        {"api-key": "azure-key"},
    ),
    (
        {**O, "OPENAI_API_BASE": "https://proxy.example/v1", "OPENAI_ORG_ID": "o"},
        OpenAIEndpoint("https://proxy.example/v1", organization="o"),
        {"authorization": "Bearer openai-key", "openai-organization": "o"},
    ),
    (
        {**O, "OPENAI_API_BASE": "https://older.example", "OPENAI_BASE_URL": "https://x.example"},
        OpenAIEndpoint("https://x.example"),
        {"authorization": "Bearer openai-key"},
    ),
    (
        {**O, "OPENAI_API_BASE": f"{AZURE}/", "OPENAI_API_VERSION": "2024-05-01-preview"},
        AzureOpenAIEndpoint(AZURE, "2024-05-01-preview"),
        {"api-key": "openai-key"},
    ),
    (
        {**A, "AZURE_OPENAI_ENDPOINT": f"{AZURE}/openai/assistants?api-version=2024-05-01-preview"},
        AzureOpenAIEndpoint(f"{AZURE}/openai", "2024-05-01-preview"),
        {"api-key": "azure-key"},
    ),
    (
        {
            **A,
            "AZURE_OPENAI_ENDPOINT": f"{AZURE}/openai/assistants?api-version=2024-05-01-preview",
            "OPENAI_API_VERSION": "2025-03-01-preview",
        },
        AzureOpenAIEndpoint(f"{AZURE}/openai", "2025-03-01-preview"),
        {"api-key": "azure-key"},
    ),
    (
        {**O, "OPENAI_BASE_URL": "https://api.openai.com/v1/assistants", "OPENAI_ORG_ID": "o"},
        OpenAIEndpoint(organization="o"),
        {"authorization": "Bearer openai-key", "openai-organization": "o"},
    ),
]


@pytest.mark.parametrize(("environ", "endpoint", "headers"), CASES)
def test_the_environment_decides(
    environ: dict[str, str], endpoint: Endpoint, headers: dict[str, str]
) -> None:
    """Azure when AZURE_OPENAI_ENDPOINT is set; each key goes only where it belongs."""
    wire = Wire()
    client = AssistantsClient.from_env(environ=environ, http_client=wire.http())
    client.threads.create()
    assert client.endpoint == endpoint
    names = ("api-key", "authorization")
    expected = {name: headers.get(name) for name in names}
    assert {name: wire.last.headers.get(name) for name in names} == expected
    assert wire.last.headers.get("openai-organization") == headers.get("openai-organization")


@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({}, ["AZURE_OPENAI_ENDPOINT", "AZURE_OPENAI_API_KEY", "OPENAI_API_KEY"]),
        ({"OPENAI_API_KEY": ""}, ["OPENAI_API_KEY"]),
        ({"OPENAI_BASE_URL": "https://x/v1"}, ["OPENAI_API_KEY", "OPENAI_BASE_URL"]),
        (
            {"AZURE_OPENAI_ENDPOINT": AZURE, **O},
            ["AZURE_OPENAI_API_KEY", "AZURE_OPENAI_AD_TOKEN", "AZURE_OPENAI_ENDPOINT"],
        ),
    ],
)
def test_what_is_missing_is_named(environ: dict[str, str], named: list[str]) -> None:
    """The error says which variables would do."""
    with pytest.raises(AssistantsError) as caught:
        AssistantsClient.from_env(environ=environ)
    assert [name for name in named if name not in str(caught.value)] == []
    assert "openai-key" not in str(caught.value)


def test_an_argument_comes_before_the_environment() -> None:
    """Endpoint, credential and options alike."""
    http = Wire().http()
    both = {**A, **O, "OPENAI_API_VERSION": "from-env", "OPENAI_ORG_ID": "from-env"}

    def endpoint(*arguments: Any, **options: Any) -> Endpoint:
        client = AssistantsClient.from_env(
            *arguments,
            environ=both,
            http_client=http,
            **options,
        )
        return client.endpoint

    assert endpoint(api_version="mine") == AzureOpenAIEndpoint(AZURE, "mine")
    assert endpoint("https://other") == AzureOpenAIEndpoint("https://other", "from-env")
    assert endpoint("https://api.openai.com") == OpenAIEndpoint(organization="from-env")
    explicit = AzureOpenAIEndpoint("https://other")
    assert endpoint(explicit) == explicit
    assert endpoint(OpenAIEndpoint()) == OpenAIEndpoint()
    key = OpenAIKeyCredential("k")
    assert endpoint(credential=key) == OpenAIEndpoint(organization="from-env")
    assert endpoint(credential=key, organization="o") == OpenAIEndpoint(organization="o")
    assert endpoint(None, AzureKeyCredential("k")) == AzureOpenAIEndpoint(AZURE, "from-env")


def test_no_key_is_taken_for_a_compatible_endpoint() -> None:
    """A key in the environment was not set for some other server."""
    wire = Wire()
    client = AssistantsClient.from_env(
        CompatibleEndpoint("http://127.0.0.1:1/v1"), environ={**A, **O}, http_client=wire.http()
    )
    client.threads.create()
    assert "authorization" not in wire.last.headers


def test_the_variables_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are read when the client is made, for both clients."""
    for name in (*A, *O, "OPENAI_BASE_URL", "AZURE_OPENAI_AD_TOKEN", "OPENAI_API_VERSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OPENAI_API_KEY", "k")
    http = Wire()
    assert AssistantsClient.from_env(http_client=http.http()).endpoint.base_url
    client = AsyncAssistantsClient.from_env(http_client=http.async_http(), project="p")
    assert client.endpoint.headers("/threads")["openai-project"] == "p"
