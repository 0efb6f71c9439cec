"""What only Foundry has: stored and shown to Foundry alone, never used."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.support.service.api import Api

from openai_assistants_core import Availability
from openai_assistants_rest.operations import OPERATIONS
from openai_assistants_service import LocalService
from openai_assistants_service.http.unsupported import UNSUPPORTED_FIELDS
from openai_assistants_service.http.validation.schemas import description
from openai_assistants_service.runs.unsupported_tools import UNSUPPORTED_TOOLS, unsupported_tool

QUEUE = {
    "type": "storage_queue",
    "storage_queue": {"queue_service_endpoint": "https://q.example", "queue_name": "q"},
}
FUNCTION = {"name": "add", "description": "Adds.", "parameters": {"type": "object"}}
TOOLS: list[dict[str, Any]] = [
    {"type": "azure_ai_search"},
    {
        "type": "bing_grounding",
        "bing_grounding": {"search_configurations": [{"connection_id": "c", "market": "de"}]},
    },
    {
        "type": "connected_agent",
        "connected_agent": {"id": "asst_x", "name": "other", "description": "Knows."},
    },
    {
        "type": "openapi",
        "openapi": {
            "name": "weather",
            "description": None,
            "spec": {"openapi": "3.1.0", "paths": {}},
            "auth": {"type": "managed_identity", "security_scheme": {"audience": "a"}},
            "default_params": ["units"],
        },
    },
    {
        "type": "azure_function",
        "azure_function": {
            "function": FUNCTION,
            "input_binding": QUEUE,
            "output_binding": QUEUE,
        },
    },
]
SOURCE = {"uri": "azureml://data/a.txt", "type": "uri_asset"}
ELSEWHERE = {"name": "there", "configuration": {"data_sources": [SOURCE]}}
INDEX = {"indexes": [{"index_connection_id": "c", "index_name": "i", "top_k": 5}]}
RESOURCES = {
    "azure_ai_search": INDEX,
    "code_interpreter": {"data_sources": [SOURCE]},
    "file_search": {"vector_stores": [ELSEWHERE]},
}
CODE = {"type": "code_interpreter"}
SEARCH = {"type": "file_search"}


def own(resources: dict[str, Any]) -> dict[str, Any]:
    """Tool resources without what the second API version has, too."""
    shared = {"file_ids", "vector_store_ids"}
    found = {
        tool: {name: value for name, value in fields.items() if name not in shared}
        for tool, fields in resources.items()
    }
    return {tool: fields for tool, fields in found.items() if fields}


@pytest.fixture
def agent(foundry: Api) -> dict[str, Any]:
    return foundry.post("/assistants", model="m", tools=[CODE, *TOOLS], tool_resources=RESOURCES)


def test_there_is_a_reason_for_everything_that_is_not_used() -> None:
    """For each tool that only Foundry has, and each field of a vector store."""

    def only_foundry(verdicts: dict[str, Any]) -> bool:
        found = Availability.from_mapping(verdicts).verdicts
        return found.get("foundry") == "yes" and found.get("openai-v2", "").startswith("no")

    tools = {
        one["$ref"].rpartition("/")[2]
        for one in description()["schemas"]["AssistantTool"]["oneOf"]
        if only_foundry(one.get("x-availability", {}))
    }
    mapping = description()["schemas"]["AssistantTool"]["discriminator"]["mapping"]
    types = {kind for kind, ref in mapping.items() if ref.rpartition("/")[2] in tools}
    assert types == set(UNSUPPORTED_TOOLS) == {tool["type"] for tool in TOOLS}
    fields = {
        name
        for operation in OPERATIONS.values()
        if operation.resource.startswith("vector_stores")
        for name, availability in operation.limits.items()
        if only_foundry(dict(availability.verdicts))
    }
    assert fields == set(UNSUPPORTED_FIELDS)


def test_tools_and_resources_are_given_back_as_sent(foundry: Api, agent: dict[str, Any]) -> None:
    assert agent["tools"] == [CODE, *TOOLS]
    assert own(agent["tool_resources"]) == RESOURCES
    assert foundry.get(f"/assistants/{agent['id']}") == agent
    assert foundry.get("/assistants", limit=1)["data"] == [agent]
    thread = foundry.post("/threads", tool_resources=RESOURCES)
    assert thread["tool_resources"] == RESOURCES
    assert foundry.get(f"/threads/{thread['id']}") == thread


@pytest.mark.parametrize("provider", ["v1", "v2"])
def test_other_providers_do_not_see_them(
    provider: str, foundry: Api, agent: dict[str, Any], request: pytest.FixtureRequest
) -> None:
    other: Api = request.getfixturevalue(provider)
    path = f"/assistants/{agent['id']}"
    seen = other.get(path)
    assert seen["tools"] == [CODE]
    assert own(seen.get("tool_resources", {})) == {}
    other.post(path, name="renamed")
    assert foundry.get(path) == {**agent, "name": "renamed"}
    other.post(path, tools=[])
    assert foundry.get(path)["tools"] == []
    thread = foundry.post("/threads", tool_resources=RESOURCES)["id"]
    assert other.get(f"/threads/{thread}").get("tool_resources", {}) == {}


def test_each_tool_that_is_named_gets_what_is_said(foundry: Api, agent: dict[str, Any]) -> None:
    path = f"/assistants/{agent['id']}"

    def after(resources: Any) -> dict[str, Any]:
        return own(foundry.post(path, tool_resources=resources)["tool_resources"])

    assert after({"code_interpreter": {"file_ids": []}}) == {
        "azure_ai_search": INDEX,
        "file_search": {"vector_stores": [ELSEWHERE]},
    }
    assert after({"azure_ai_search": {}, "file_search": {}}) == {}
    assert after({"file_search": {"vector_stores": [ELSEWHERE]}}) == {
        "file_search": {"vector_stores": [ELSEWHERE]}
    }
    assert after(None) == {}


def test_a_store_with_a_name_is_made_of_files(foundry: Api) -> None:
    file = foundry.upload("a.txt", b"The sky is green.")["id"]
    resources = {"file_search": {"vector_stores": [{"name": "mine", "file_ids": [file]}]}}
    thread = foundry.post("/threads", tool_resources=resources)
    (store,) = thread["tool_resources"]["file_search"]["vector_store_ids"]
    assert foundry.get(f"/vector_stores/{store}")["name"] == "mine"


@pytest.mark.parametrize(
    ("store", "param", "code"),
    [
        ({"configuration": {"data_sources": []}}, "name", "missing_required_parameter"),
        ({**ELSEWHERE, "file_ids": ["file-x"]}, "file_ids", "invalid_value"),
    ],
)
def test_a_store_that_is_neither_here_nor_there(
    foundry: Api, store: dict[str, Any], param: str, code: str
) -> None:
    body = {"thread": {"tool_resources": {"file_search": {"vector_stores": [store]}}}}
    status, error = foundry.refused("POST", "/threads/runs", json={"assistant_id": "a", **body})
    where = "thread.tool_resources.file_search.vector_stores[0]"
    assert (status, error["param"], error["code"]) == (400, f"{where}.{param}", code)


def test_attachments(foundry: Api, v1: Api, v2: Api) -> None:
    thread = foundry.post("/threads")["id"]
    file = foundry.upload("a.txt", b"The sky is green.")["id"]
    search = {"type": "file_search", "file_search": {"max_num_results": 3}}
    attachments: list[dict[str, Any]] = [
        {"file_id": file, "tools": [search, CODE]},
        {"data_source": SOURCE, "tools": [CODE]},
    ]
    body = {"role": "user", "content": "x", "attachments": attachments}
    message = foundry.post(f"/threads/{thread}/messages", **body)
    assert message["attachments"] == attachments
    path = f"/threads/{thread}/messages/{message['id']}"
    assert foundry.get(path) == message
    assert v2.get(path)["attachments"] == [{"file_id": file, "tools": [SEARCH, CODE]}]
    assert v1.get(path)["file_ids"] == [file]


Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def ask(foundry: Api) -> Ask:
    """Ask an assistant something; return the run once it has ended."""

    def asked(question: str, tools: list[Any], **body: Any) -> dict[str, Any]:
        resources = body.pop("assistant_resources", None)
        assistant = foundry.post("/assistants", model="m", tools=tools, tool_resources=resources)[
            "id"
        ]
        thread = foundry.thread(question, tool_resources=body.pop("thread_resources", {}))
        run = foundry.post(f"/threads/{thread}/runs", assistant_id=assistant, **body)
        return foundry.settled(run)

    return asked


def test_tool_outputs_say_what_they_are(foundry: Api, v2: Api) -> None:
    """As clients of 2025-05-15-preview send them; elsewhere they have no type."""
    tools = [{"type": "function", "function": {**FUNCTION, "parameters": PARAMETERS}}]
    assistant = foundry.post("/assistants", model="m", tools=tools)["id"]
    choice = {"type": "function", "function": {"name": "add"}}
    path = f"/threads/{foundry.thread('Add 2 and 3.')}/runs"
    run = foundry.post(path, assistant_id=assistant, tool_choice=choice)
    run = foundry.settled(run, "requires_action")
    calls = run["required_action"]["submit_tool_outputs"]["tool_calls"]
    output = {"type": "function_call_output", "output": "5"}
    outputs = [{"tool_call_id": call["id"], **output} for call in calls]
    path += f"/{run['id']}/submit_tool_outputs"
    status, error = v2.refused("POST", path, json={"tool_outputs": outputs})
    assert (status, error["message"]) == (400, "Unknown parameter: 'tool_outputs[0].type'.")
    other = [{**one, "type": "computer_call_output"} for one in outputs]
    assert foundry.refused("POST", path, json={"tool_outputs": other})[0] == 400
    done = foundry.settled(foundry.post(path, tool_outputs=outputs))
    assert done["status"] == "completed"


PARAMETERS = {
    "type": "object",
    "properties": {"a": {"type": "number"}, "b": {"type": "number"}},
    "required": ["a", "b"],
}


def test_a_run_goes_on_without_what_it_cannot_use(foundry: Api, v2: Api, ask: Ask) -> None:
    run = ask("What is 2 + 3?", [CODE, *TOOLS], tool_resources=RESOURCES)
    assert run["status"] == "completed"
    assert run["tools"] == [CODE, *TOOLS]
    assert run["tool_resources"] == {
        **RESOURCES,
        "code_interpreter": {"file_ids": [], "data_sources": [SOURCE]},
        "file_search": {"vector_store_ids": [], "vector_stores": [ELSEWHERE]},
    }
    assert "5" in foundry.answer(run)["content"][0]["text"]["value"]
    seen = v2.get(f"/threads/{run['thread_id']}/runs/{run['id']}")
    assert seen["tools"] == [CODE]
    assert own(seen["tool_resources"]) == {}


@pytest.mark.parametrize("kind", ["azure_ai_search", "bing_grounding", "connected_agent"])
def test_a_run_that_has_to_use_one_fails(v2: Api, ask: Ask, kind: str) -> None:
    choice = {"type": kind}
    run = ask("What is new?", [CODE, *TOOLS], tool_choice=choice)
    assert (run["status"], run["tool_choice"]) == ("failed", choice)
    assert run["last_error"] == {
        "code": "server_error",
        "message": f"This service cannot use the tool {kind}: {UNSUPPORTED_TOOLS[kind]}.",
    }
    seen = v2.get(f"/threads/{run['thread_id']}/runs/{run['id']}")
    assert (seen["status"], seen["tool_choice"]) == ("failed", "auto")


@pytest.mark.parametrize(
    ("choice", "tools", "fails"),
    [
        ("required", TOOLS, True),
        ("required", [CODE, *TOOLS], False),
        ("required", [], False),
        ("auto", TOOLS, False),
        (None, TOOLS, False),
        ({"type": "code_interpreter"}, [CODE, *TOOLS], False),
    ],
)
def test_what_stands_in_the_way(choice: Any, tools: list[Any], fails: bool) -> None:
    assert (unsupported_tool(choice, tools) is not None) is fails


STORES = {"file_search": {"vector_stores": [ELSEWHERE]}}


@pytest.mark.parametrize(
    "body",
    [
        {"assistant_resources": STORES},
        {"thread_resources": STORES},
        {"tool_resources": STORES},
        {
            "additional_messages": [
                {
                    "role": "user",
                    "content": "Which colour has the sky?",
                    "attachments": [{"data_source": SOURCE, "tools": [SEARCH]}],
                }
            ]
        },
    ],
    ids=["assistant", "thread", "run", "message"],
)
def test_a_search_in_data_kept_elsewhere_fails(ask: Ask, body: dict[str, Any]) -> None:
    run = ask("Which colour has the sky?", [SEARCH], **body)
    assert run["status"] == "failed"
    assert run["last_error"]["code"] == "server_error"
    assert run["last_error"]["message"].startswith(
        "This service cannot search in azureml://data/a.txt: "
    )


def test_a_run_that_names_its_own_stores_does_not_search_the_assistants(ask: Ask) -> None:
    resources: dict[str, Any] = {"file_search": {"vector_store_ids": []}}
    run = ask(
        "Which colour has the sky?", [SEARCH], assistant_resources=STORES, tool_resources=resources
    )
    assert run["status"] == "completed"


def test_a_run_that_need_not_search_goes_on(ask: Ask) -> None:
    run = ask("What is 2 + 3?", [CODE, SEARCH], assistant_resources=STORES)
    assert run["status"] == "completed"


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/vector_stores", {"configuration": ELSEWHERE["configuration"]}, "configuration"),
        ("/vector_stores/{}/files", {"file_id": "file-x", "data_source": SOURCE}, "data_source"),
        ("/vector_stores/{}/file_batches", {"data_sources": [SOURCE]}, "data_sources"),
    ],
)
def test_a_vector_store_cannot_be_filled_from_elsewhere(
    foundry: Api, v2: Api, path: str, body: dict[str, Any], field: str
) -> None:
    store = foundry.post("/vector_stores")["id"]
    status, error = foundry.refused("POST", path.format(store), json=body)
    assert (status, error["param"], error["code"]) == (400, field, "unsupported_parameter")
    assert "POST /files" in error["message"]
    status, error = v2.refused("POST", path.format(store), json=body)
    assert (error["param"], error["code"]) == (field, "unknown_parameter")


@pytest.mark.parametrize(
    ("provider", "version"),
    [("/v1", None), ("/openai", "2025-03-01-preview"), ("/openai/v1", "preview")],
)
@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool["type"])
def test_other_providers_refuse_its_tools(
    service: LocalService, provider: str, version: str | None, tool: dict[str, Any]
) -> None:
    with Api.at(service, provider, version) as other:
        status, error = other.refused("POST", "/assistants", json={"model": "m", "tools": [tool]})
    assert (status, error["param"], error["code"]) == (400, "tools[0].type", "invalid_value")


@pytest.mark.parametrize(
    ("body", "param"),
    [
        ({"tools": [{"type": "retrieval"}]}, "tools[0].type"),
        ({"file_ids": []}, "file_ids"),
        ({"tools": [{"type": "hologram"}]}, "tools[0].type"),
        ({"metadata": {"a": True}}, "metadata.a"),
    ],
)
def test_what_foundry_has_not_is_refused_there(
    foundry: Api, body: dict[str, Any], param: str
) -> None:
    status, error = foundry.refused("POST", "/assistants", json={"model": "m", **body})
    assert (status, error["param"]) == (400, param)
    assert foundry.refused("GET", "/assistants/asst_x/files")[0] == 404
