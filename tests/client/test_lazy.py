"""What importing loads, and what the package offers."""

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


def heavy(modules: set[str]) -> set[str]:
    """Those of them that should not be loaded yet."""
    return {
        name
        for name in modules
        if name.partition(".")[0] in ("httpx", "httpcore", "anyio", "ssl", "attr", "msgspec")
        or name.startswith("openai_assistants_rest.")
    }


def test_importing_the_package_loads_nothing_heavy() -> None:
    """Neither httpx nor any model."""
    assert heavy(loaded_after("import openai_assistants")) == set()


def test_the_client_class_loads_without_httpx() -> None:
    """httpx comes with the first client, models with the first call."""
    modules = loaded_after("from openai_assistants import AssistantsClient")
    assert "httpx" not in modules
    program = (
        "from openai_assistants import AssistantsClient, OpenAIKeyCredential\n"
        "client = AssistantsClient(OpenAIKeyCredential('k'))"
    )
    modules = loaded_after(program)
    assert "httpx" in modules
    assert not {name for name in modules if name.startswith("openai_assistants_rest.models")}


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
