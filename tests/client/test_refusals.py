"""What an endpoint certainly does not have is refused before anything is sent."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.support.client.wire import Wire

from openai_assistants import (
    AssistantsClient,
    AzureKeyCredential,
    AzureOpenAIEndpoint,
    CompatibleEndpoint,
    FoundryEndpoint,
    OpenAIEndpoint,
    OpenAIKeyCredential,
    UnsupportedOperation,
)
from openai_assistants.endpoints import Endpoint

V1 = OpenAIEndpoint(beta="assistants=v1")
V2 = OpenAIEndpoint()
AZURE_V1 = AzureOpenAIEndpoint("https://res.openai.azure.com", "2024-02-15-preview")
AZURE_V2 = AzureOpenAIEndpoint("https://res.openai.azure.com")
FOUNDRY = FoundryEndpoint("https://res.services.ai.azure.com/api/projects/mine")
ANY = CompatibleEndpoint("http://127.0.0.1:1/v1")

Call = Callable[[AssistantsClient], Any]


def file_ids(client: AssistantsClient) -> Any:
    return client.assistants.create(model="m", file_ids=["file-1"])


def tool_resources(client: AssistantsClient) -> Any:
    return client.assistants.create(model="m", tool_resources={})


def links(client: AssistantsClient) -> Any:
    return client.assistants.files.list("asst_1")


def nested(client: AssistantsClient) -> Any:
    return client.threads.create(messages=[{"role": "user", "content": "x", "file_ids": ["f"]}])


SOURCE: Any = {"uri": "azureml://x", "type": "uri_asset"}


def index(client: AssistantsClient) -> Any:
    return client.assistants.create(model="m", tool_resources={"azure_ai_search": {}})


def data_sources(client: AssistantsClient) -> Any:
    return client.threads.create(tool_resources={"code_interpreter": {"data_sources": [SOURCE]}})


def configuration(client: AssistantsClient) -> Any:
    store: Any = {"name": "n", "configuration": {"data_sources": [SOURCE]}}
    resources: Any = {"file_search": {"vector_stores": [store]}}
    return client.threads.create_and_run(assistant_id="a", thread={"tool_resources": resources})


def attached(client: AssistantsClient) -> Any:
    attachment: Any = {"data_source": SOURCE, "tools": [{"type": "file_search"}]}
    return client.threads.messages.create("t", role="user", content="x", attachments=[attachment])


def retrieval(client: AssistantsClient) -> Any:
    return client.assistants.create(model="m", tools=[{"type": "retrieval"}])


def made(endpoint: Endpoint, wire: Wire, **options: Any) -> AssistantsClient:
    azure = isinstance(endpoint, AzureOpenAIEndpoint | FoundryEndpoint)
    credential = AzureKeyCredential("k") if azure else OpenAIKeyCredential("k")
    return AssistantsClient(endpoint, credential, http_client=wire.http(), **options)


@pytest.mark.parametrize(
    ("endpoint", "call", "what", "who"),
    [
        (V2, file_ids, "'file_ids' of assistants.create", "OpenAI with assistants=v1"),
        (AZURE_V2, file_ids, "'file_ids'", "Azure OpenAI until api-version 2024-04-01-preview"),
        (V1, tool_resources, "'tool_resources'", "OpenAI with assistants=v2"),
        (AZURE_V1, tool_resources, "'tool_resources'", "from api-version 2024-05-01-preview"),
        (V2, links, "assistants.files.list is not available", "OpenAI with assistants=v1"),
        (FOUNDRY, links, "assistants.files.list", "OpenAI with assistants=v1"),
        (V2, nested, "'messages[].file_ids' of threads.create", "OpenAI with assistants=v1"),
        (V2, index, "'tool_resources.azure_ai_search'", "Azure AI Foundry has it"),
        (AZURE_V2, index, "'tool_resources.azure_ai_search'", "Azure AI Foundry has it"),
        (V1, index, "'tool_resources' of", "OpenAI with assistants=v2"),
        (V2, data_sources, "'tool_resources.code_interpreter.data_sources'", "Azure AI Foundry"),
        (V2, configuration, "'thread.tool_resources.file_search.vector_stores[].", "Foundry"),
        (V2, attached, "'attachments[].data_source'", "Azure AI Foundry"),
    ],
)
def test_a_certain_no_is_refused(endpoint: Endpoint, call: Call, what: str, who: str) -> None:
    wire = Wire()
    with pytest.raises(UnsupportedOperation) as caught:
        call(made(endpoint, wire))
    assert what in str(caught.value)
    assert who in str(caught.value)
    assert "check_availability=False" in str(caught.value)
    assert wire.sent == []


@pytest.mark.parametrize(
    ("endpoint", "call"),
    [
        (V1, file_ids),
        (AZURE_V1, file_ids),
        (V2, tool_resources),
        (AZURE_V2, tool_resources),
        (FOUNDRY, tool_resources),
        (FOUNDRY, index),
        (FOUNDRY, data_sources),
        (FOUNDRY, configuration),
        (FOUNDRY, attached),
        (V1, links),
        (V1, nested),
        (ANY, file_ids),
        (ANY, links),
        (V2, retrieval),
        (OpenAIEndpoint(beta=None), links),
    ],
)
def test_what_is_there_or_not_known_is_sent(endpoint: Endpoint, call: Call) -> None:
    wire = Wire()
    call(made(endpoint, wire))
    assert len(wire.sent) == 1


def test_the_check_can_be_turned_off() -> None:
    wire = Wire()
    client = made(V2, wire, check_availability=False)
    file_ids(client)
    assert len(wire.sent) == 1
    with pytest.raises(UnsupportedOperation):
        file_ids(client.with_options(check_availability=True))


def test_extra_body_is_never_refused() -> None:
    wire = Wire()
    made(V2, wire).assistants.create(model="m", extra_body={"file_ids": ["file-1"]})
    assert wire.last.json["file_ids"] == ["file-1"]
