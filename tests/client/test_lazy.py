"""What importing loads, and what the package offers."""

import importlib.util
import inspect
import subprocess
import sys

import pytest

import openai_assistants
from openai_assistants import AssistantsClient, AsyncAssistantsClient
from openai_assistants.resources import (
    AsyncFileBatches,
    AsyncFiles,
    AsyncRuns,
    AsyncThreads,
    AsyncVectorStoreFiles,
    AsyncVectorStores,
    FileBatches,
    Files,
    Runs,
    Threads,
    VectorStoreFiles,
    VectorStores,
)


def loaded_after(program: str) -> set[str]:
    """The modules a new process has loaded after a program."""
    code = f"{program}\nimport sys\nprint('\\n'.join(sys.modules))"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    return set(result.stdout.split())


HEAVY = {
    *("anyio", "asyncio", "attr", "dataclasses", "email", "http", "httpcore", "httpx", "inspect"),
    *("json", "logging", "msgspec", "ssl", "urllib", "uuid"),
}


NOT_IN_AN_ANSWER = {
    *(f"openai_assistants_core.{name}" for name in ("error_parsing", "page_model", "page_view")),
    *(f"openai_assistants_core.{name}" for name in ("pages", "raw_response", "streamed_response")),
    "openai_assistants_core.support_check",
    "openai_assistants._auth.token_provider",
    "openai_assistants._pipeline.reconciliation",
    *(f"openai_assistants._telemetry.{name}" for name in ("call_log", "observed")),
    "openai_assistants._telemetry.stderr_handler",
    "openai_assistants.endpoints.openai",
    "openai_assistants.errors",
}
"""Modules for what a successful answer to one call has nothing to do with."""


def loaded_by(program: str) -> set[str]:
    """The modules that a program loads: those of ours whole, of others the packages."""
    new = loaded_after(program) - loaded_after("pass")
    return {
        name if name.startswith("openai_assistants") else name.partition(".")[0] for name in new
    }


@pytest.mark.parametrize(
    "program", ["import openai_assistants", "from openai_assistants import AssistantsClient"]
)
def test_importing_loads_nothing_heavy(program: str) -> None:
    """Neither httpx nor what it needs, nor any operation or model."""
    modules = loaded_by(program)
    assert modules & HEAVY == set()
    assert not {name for name in modules if name.startswith("openai_assistants_rest")}


def test_a_client_loads_no_models() -> None:
    """httpx comes with the first client, models with the first call."""
    modules = loaded_by(
        "from openai_assistants import AssistantsClient, OpenAIKeyCredential\n"
        "client = AssistantsClient(OpenAIKeyCredential('k'))"
    )
    assert "httpx" in modules
    assert not {name for name in modules if name.startswith("openai_assistants_rest.models")}


NOT_IN_A_FIRST_ANSWER = (
    "openai_assistants._auth.token_provider",
    "openai_assistants._pipeline.reconciliation",
    "openai_assistants.endpoints.openai",
    "openai_assistants.errors",
    "openai_assistants_core.error_parsing",
    "openai_assistants_core.page_model",
    "openai_assistants_core.page_view",
    "openai_assistants_core.pages",
    "openai_assistants_core.query_encoding",
    "openai_assistants_core.raw_response",
    "openai_assistants_core.streamed_response",
    "openai_assistants_core.support_check",
)
"""What a call with a key, of one object that comes as it should, does without."""


@pytest.mark.parametrize("name", NOT_IN_A_FIRST_ANSWER)
def test_what_a_first_answer_does_without_is_there(name: str) -> None:
    """A module of another name would never be loaded, and would prove nothing."""
    assert importlib.util.find_spec(name) is not None


def test_the_first_answer_loads_only_what_it_is_made_of() -> None:
    """No event loop in a synchronous program, no model that is not in the answer, no files."""
    modules = loaded_by(
        "import httpx\n"
        "from openai_assistants import AssistantsClient, CompatibleEndpoint\n"
        "answers = httpx.MockTransport(lambda _: httpx.Response(200, json={'id': 'asst_1'}))\n"
        "http = httpx.Client(transport=answers)\n"
        "where = CompatibleEndpoint('http://127.0.0.1')\n"
        "client = AssistantsClient(where, 'key', http_client=http)\n"
        "assert client.assistants.retrieve('asst_1').id == 'asst_1'"
    )
    files = {"hmac", "secrets", "openai_assistants_core.atomic_file"}
    assert modules & {"asyncio", "attr", "resource", *files} == set()
    assert modules & NOT_IN_AN_ANSWER == set()
    assert {name for name in modules if name.startswith("openai_assistants_rest.")} == {
        "openai_assistants_rest.models",
        "openai_assistants_rest.models.assistants",
        "openai_assistants_rest.models.common",
        "openai_assistants_rest.models.tools",
        "openai_assistants_rest.operations",
        "openai_assistants_rest.resources",
        "openai_assistants_rest.resources.assistants",
    }
    assert not {name for name in modules if name.startswith("openai_assistants.endpoints.azure")}
    assert modules & {*NOT_IN_A_FIRST_ANSWER, "resource"} == set()


def test_every_name_is_there() -> None:
    """__all__ is sorted and holds; an unknown name is an AttributeError."""
    public = [name for name in openai_assistants.__all__ if name != "__version__"]
    for name in public:
        assert getattr(openai_assistants, name) is not None
    assert set(openai_assistants.__all__) <= set(dir(openai_assistants))
    name = "nonsense"
    with pytest.raises(AttributeError, match=name):
        getattr(openai_assistants, name)


PAIRS = [
    (AssistantsClient, AsyncAssistantsClient),
    (Runs, AsyncRuns),
    (Threads, AsyncThreads),
    (Files, AsyncFiles),
    (VectorStores, AsyncVectorStores),
    (VectorStoreFiles, AsyncVectorStoreFiles),
    (FileBatches, AsyncFileBatches),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_both_clients_have_the_same_methods(one: type, other: type) -> None:
    """With the same parameters, by name, kind, order and default."""
    names = {name for name in dir(one) if not name.startswith("_")}
    assert names == {name for name in dir(other) if not name.startswith("_")}
    for name in names:
        method, twin = getattr(one, name), getattr(other, name)
        if callable(method):
            assert shape(method) == shape(twin), name


def shape(function: object) -> list[tuple[str, object, object]]:
    """The parameters of a function."""
    assert callable(function)
    return [
        (parameter.name, parameter.kind, parameter.default)
        for parameter in inspect.signature(function).parameters.values()
    ]
