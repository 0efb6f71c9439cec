"""Null where absence is allowed means absence, and what a client dumps is taken back."""

from copy import deepcopy
from typing import Any

import pytest
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.service.api import Api
from tests.support.service.bodies import BODIES, Path, places, samples

from openai_assistants_rest.operations import OPERATIONS
from openai_assistants_service import LocalService
from openai_assistants_service.errors import ApiError
from openai_assistants_service.http.providers import ApiVersion
from openai_assistants_service.http.validation import Checker
from openai_assistants_service.http.validation.schemas import description


def put(value: Any, path: Path, *, null: bool) -> Any:
    changed = inner = deepcopy(value)
    for place in path[:-1]:
        inner = inner[place]
    if null:
        inner[path[-1]] = None
    else:
        del inner[path[-1]]
    return changed


def outcome(name: str, body: Any, api_version: ApiVersion) -> Any:
    try:
        return Checker().body(name, body, api_version)
    except ApiError as error:
        return error


def without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: without_nulls(one) for name, one in value.items() if one is not None}
    return [without_nulls(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("api_version", ApiVersion)
@pytest.mark.parametrize("name", BODIES)
def test_null_is_as_good_as_absence(name: str, api_version: ApiVersion) -> None:
    """At every depth of every body: whatever may be absent may be null."""
    for body in samples({"$ref": name}, api_version):
        assert outcome(name, body, api_version) == body
        for path in places(body):
            absent = outcome(name, put(body, path, null=False), api_version)
            if isinstance(absent, ApiError):
                continue
            null = outcome(name, put(body, path, null=True), api_version)
            assert without_nulls(null) == without_nulls(absent), path


@pytest.mark.parametrize("api_version", ApiVersion)
@pytest.mark.parametrize("name", BODIES)
def test_members_of_other_versions_may_be_null(name: str, api_version: ApiVersion) -> None:
    every = description()["schemas"][name]["properties"]
    (body, *_) = samples({"$ref": name}, api_version)
    nulls = dict.fromkeys(set(every) - set(body))
    assert outcome(name, {**nulls, **body}, api_version) == body


@pytest.mark.parametrize("api_version", ApiVersion)
@pytest.mark.parametrize("name", BODIES)
def test_unknown_members_are_refused_at_every_depth(name: str, api_version: ApiVersion) -> None:
    for body in samples({"$ref": name}, api_version):
        for path in [(), *places(body)]:
            changed = inner = deepcopy(body)
            for place in path:
                inner = inner[place]
            if not isinstance(inner, dict) or not inner:
                continue  # free-form objects are empty in the samples
            inner["foo"] = 1
            error = outcome(name, changed, api_version)
            assert isinstance(error, ApiError), path
            assert error.code == "unknown_parameter"
            assert str(error.param).endswith("foo")


@pytest.mark.parametrize(
    "attachment",
    [
        {"data_source": None},
        {"tools": None},
        {"tools": [{"type": "file_search", "file_search": None}]},
    ],
)
def test_a_thread_stays_usable(v2: Api, attachment: dict[str, Any]) -> None:
    file_id = v2.upload("a.txt", b"The sky is green.")["id"]
    tools = [{"type": "file_search"}]
    attached = {"file_id": file_id, "tools": tools, **attachment}
    message = {"role": "user", "content": "What is the sky?", "attachments": [attached]}
    assistant = v2.post("/assistants", model="m", tools=tools)["id"]
    thread = v2.post("/threads", messages=[message])["id"]
    run = v2.post(f"/threads/{thread}/runs", assistant_id=assistant)
    assert v2.settled(run)["status"] == "completed"
    whole = v2.post("/threads/runs", assistant_id=assistant, thread={"messages": [message]})
    assert v2.settled(whole)["status"] == "completed"


@frozen
class Provider:
    """The paths of a provider, and what its clients say there."""

    prefix: str
    api_version: ApiVersion
    version: str | None = None

    def api(self, service: LocalService) -> Api:
        query = {"api-version": self.version} if self.version else None
        beta = "v1" if self.api_version is ApiVersion.V1 else "v2"
        return Api(service.url + self.prefix, {"OpenAI-Beta": f"assistants={beta}"}, query)


PROVIDERS = [
    Provider("/v1", ApiVersion.V1),
    Provider("/v1", ApiVersion.V2),
    Provider("/openai", ApiVersion.V1, "2024-02-15-preview"),
    Provider("/openai", ApiVersion.V2, "2025-03-01-preview"),
    Provider("/openai/v1", ApiVersion.V2, "preview"),
    Provider("/api/projects/p", ApiVersion.FOUNDRY, "v1"),
]


@st.composite
def bodies(draw: st.DrawFn, name: str, api_version: ApiVersion, ids: dict[str, Any]) -> Any:
    """Draw a body with some of its members, which name objects that are there."""
    every = draw(st.sampled_from(samples({"$ref": name}, api_version)))
    every = {key: value for key, value in every.items() if key not in NOT_DUMPED}
    every.update({key: value for key, value in ids.items() if key in every})
    kept = draw(st.sets(st.sampled_from(sorted(every))))
    return {key: every[key] for key in every if key in kept or key == "model"}


NOT_DUMPED = {"chunking_strategy", "configuration", "messages"}


@settings(max_examples=max(5, settings().max_examples // 5))
@given(draws=st.data())
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_what_a_model_dumps_is_taken_back(
    service: LocalService, provider: Provider, draws: st.DataObject
) -> None:
    """Make an object, read it, send what its model dumps: the same comes out, but for its id."""
    with provider.api(service) as api:
        ids: dict[str, Any] = {"file_ids": [api.upload("a.txt", b"The sky is green.")["id"]]}
        ids["tool_resources"] = {"code_interpreter": ids.copy()}
        if provider.api_version is not ApiVersion.V1:
            store = round_trip(api, "/vector_stores", draws, provider, ids)
            ids["tool_resources"]["file_search"] = {"vector_store_ids": [store]}
        if provider.api_version is ApiVersion.FOUNDRY:
            ids["tool_resources"]["azure_ai_search"] = {"indexes": [{"index_name": "i"}]}
        round_trip(api, "/threads", draws, provider, ids)
        if provider.prefix != "/openai/v1":  # which has no assistants
            round_trip(api, "/assistants", draws, provider, ids)


def round_trip(
    api: Api, path: str, draws: st.DataObject, provider: Provider, ids: dict[str, Any]
) -> str:
    """Make, read, dump, make again and compare; return the id of what was made first."""
    operation = next(one for one in OPERATIONS.values() if (one.method, one.path) == ("POST", path))
    assert operation.body is not None
    known = description()["schemas"][operation.body]["properties"]
    body = draws.draw(bodies(operation.body, provider.api_version, ids))
    made = api.post(path, **body)
    decoded = operation.decode(api.get(f"{path}/{made['id']}"))
    dumped = {key: value for key, value in decoded.model_dump().items() if key in known}
    again = api.post(path, **dumped)
    assert {**again, **dict.fromkeys(OWN)} == {**made, **dict.fromkeys(OWN)}
    return str(made["id"])


OWN = ("id", "created_at", "last_active_at", "expires_at", "status", "file_counts", "usage_bytes")


@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_attachments_that_a_model_dumps_are_taken_back(
    service: LocalService, provider: Provider
) -> None:
    with provider.api(service) as api:
        file_id = api.upload("a.txt", b"The sky is green.")["id"]
        attached: dict[str, Any] = {"attachments": [{"file_id": file_id, "tools": CODE}]}
        if provider.api_version is ApiVersion.V1:
            attached = {"file_ids": [file_id]}
        elif provider.api_version is ApiVersion.FOUNDRY:
            source = {"uri": "azureml://data/a.txt", "type": "uri_asset"}
            attached["attachments"].append({"data_source": source, "tools": CODE})
        path = f"/threads/{api.thread()}/messages"
        made = api.post(path, role="user", content="Hello", **attached)
        message = OPERATIONS["get_message"].decode(made)
        one = message.model_dump()
        attachments = [each.model_dump() for each in message.attachments or ()]
        sent = {"attachments": attachments or None, "file_ids": one.get("file_ids")}
        again = api.post(path, role="user", content="Hello", metadata=one["metadata"], **sent)
        assert {**again, **dict.fromkeys(OWN)} == {**made, **dict.fromkeys(OWN)}


CODE = [{"type": "code_interpreter"}]
