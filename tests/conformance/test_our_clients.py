"""Our clients with the code that the openai package is tried with, on every path of the service."""

import asyncio
from collections.abc import Callable
from typing import Any, NamedTuple

import httpx
import pytest
from tests.support.conformance import async_walkthroughs, covered, scenes, walkthroughs
from tests.support.conformance.blocking import Blocking
from tests.support.conformance.journal import Journal
from tests.support.conformance.links import exercise_links
from tests.support.conformance.operations import WRONG_KEY, exercise_all, wrong_key
from tests.support.conformance.scenes import V1, V2, Generation

import openai_assistants
from openai_assistants import (
    AssistantsClient,
    AsyncAssistantsClient,
    AzureKeyCredential,
    AzureOpenAIEndpoint,
    AzureOpenAIV1Endpoint,
    BadRequestError,
    CompatibleEndpoint,
    Endpoint,
    FoundryEndpoint,
    OpenAIEndpoint,
    OpenAIKeyCredential,
)
from openai_assistants_service import LocalService

Credential = type[OpenAIKeyCredential] | type[AzureKeyCredential]


class Way(NamedTuple):
    """A way to the service, and the generation it leads to."""

    endpoint: Callable[[str], Endpoint]
    credential: Credential
    generation: Generation
    operations: set[str]


WAYS = {
    "openai-v2": Way(lambda url: OpenAIEndpoint(f"{url}/v1"), OpenAIKeyCredential, V2, covered.V2),
    "openai-v1": Way(
        lambda url: OpenAIEndpoint(f"{url}/v1", beta="assistants=v1"),
        OpenAIKeyCredential,
        V1,
        covered.V1,
    ),
    "azure-v2": Way(AzureOpenAIEndpoint, AzureKeyCredential, V2, covered.V2),
    "azure-v1": Way(
        lambda url: AzureOpenAIEndpoint(url, api_version="2024-02-15-preview"),
        AzureKeyCredential,
        V1,
        covered.V1,
    ),
    "azure-undated": Way(AzureOpenAIV1Endpoint, AzureKeyCredential, V2, covered.V2),
    "foundry": Way(
        lambda url: FoundryEndpoint(f"{url}{covered.PROJECT}"),
        AzureKeyCredential,
        V2,
        covered.FOUNDRY,
    ),
    "compatible": Way(
        lambda url: CompatibleEndpoint(f"{url}/v1"), OpenAIKeyCredential, V2, covered.V2
    ),
}


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> Way:
    return WAYS[request.param]


def exercise(client: Any, journal: Journal, way: Way) -> None:
    """Every operation that there is, none left out."""
    exercise_all(client, openai_assistants, way.generation)
    if way.generation is V1:
        exercise_links(client, openai_assistants)
    if "list_threads" in way.operations:
        exercise_thread_list(client)
    assert covered.operations_of(journal.requests) == way.operations


def exercise_thread_list(client: Any) -> None:
    """List threads, which only Foundry does."""
    made = [client.threads.create().id for _ in range(3)]
    assert [each.id for each in client.threads.list(limit=3).data] == made[::-1]
    assert [each.id for each in client.threads.list(limit=2)][:3] == made[::-1]
    after = client.threads.list(order="asc", after=made[0]).data
    assert [each.id for each in after] == made[1:]


def test_sync(service: LocalService, key: str, way: Way) -> None:
    journal = Journal()
    with httpx.Client(event_hooks=journal.hooks(), timeout=30) as http:

        def client(key: str) -> AssistantsClient:
            endpoint = way.endpoint(service.url)
            return AssistantsClient(endpoint, way.credential(key), http_client=http, max_retries=0)

        exercise(client(key), journal, way)
        wrong_key(client(WRONG_KEY), openai_assistants)
        for walk in walkthroughs.WALKTHROUGHS:
            assert walk(client(key), way.generation)


def test_async(service: LocalService, key: str, way: Way) -> None:
    journal = Journal()
    http = httpx.AsyncClient(event_hooks=journal.async_hooks(), timeout=30)

    def client(key: str) -> AsyncAssistantsClient:
        endpoint = way.endpoint(service.url)
        return AsyncAssistantsClient(endpoint, way.credential(key), http_client=http, max_retries=0)

    with asyncio.Runner() as runner:
        exercise(Blocking(client(key), runner), journal, way)
        blocking: Any = Blocking(client(WRONG_KEY), runner)
        wrong_key(blocking, openai_assistants)
        for walk in async_walkthroughs.WALKTHROUGHS:
            assert runner.run(walk(client(key), way.generation))
        runner.run(http.aclose())


def test_what_the_service_does_not_serve(service: LocalService, key: str) -> None:
    endpoint = AzureOpenAIEndpoint(service.url)
    with AssistantsClient(endpoint, AzureKeyCredential(key), max_retries=0) as client:
        with pytest.raises(BadRequestError, match="does not support import_file") as caught:
            client.files.import_file(
                content_url="https://x.example/a", filename="a.txt", purpose="assistants"
            )
    assert caught.value.code == "unsupported_operation"


def test_no_key_where_none_is_needed() -> None:
    with (
        LocalService() as service,
        AssistantsClient(CompatibleEndpoint(service.base_url)) as client,
    ):
        talk = walkthroughs.maths_tutor(client, scenes.V2)
    assert "x = 1." in talk[-1]
