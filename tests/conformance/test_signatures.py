"""Every method of the openai package is there in our clients, and takes the same parameters."""

from typing import Any

import pytest
from tests.support.conformance import signatures
from tests.support.conformance.signatures import Method

from openai_assistants import AssistantsClient, AsyncAssistantsClient, CompatibleEndpoint

from .conftest import OPENAI_PYTHON, require_openai, said_by

Theirs = dict[str, dict[str, Method]]


@pytest.fixture(scope="module")
def theirs() -> Theirs:
    require_openai()
    program = "tests.support.conformance.signatures"
    found: Theirs = said_by(OPENAI_PYTHON, "-W", "ignore", "-m", program, timeout=60)
    return found


@pytest.fixture(params=["sync", "async"])
def pair(request: pytest.FixtureRequest, theirs: Theirs) -> tuple[dict[str, Method], Any]:
    """Return the methods of their client and of ours."""
    kind = AssistantsClient if request.param == "sync" else AsyncAssistantsClient
    ours = signatures.methods(kind(CompatibleEndpoint("http://127.0.0.1:1/v1")))
    return theirs[request.param], ours


def test_every_method_is_there(pair: tuple[dict[str, Method], dict[str, Method]]) -> None:
    theirs, ours = pair
    assert len(theirs) > 50
    assert set(theirs) <= set(ours)


def test_every_method_takes_the_same(pair: tuple[dict[str, Method], dict[str, Method]]) -> None:
    theirs, ours = pair
    wrong = [
        difference for path in theirs for difference in differences(path, theirs[path], ours[path])
    ]
    assert not wrong, "\n".join(sorted(wrong))


def differences(path: str, theirs: Method, ours: Method) -> list[str]:
    """Return in what a method of ours cannot stand in for theirs."""
    wrong: list[str] = []
    if theirs["awaited"] != ours["awaited"]:
        wrong.append(f"{path}: awaited is {ours['awaited']}, not {theirs['awaited']}")
    names = [each["name"] for each in theirs["parameters"]]
    common = [each for each in ours["parameters"] if each["name"] in names]
    if common != theirs["parameters"]:
        wrong.append(f"{path}: {common} is not {theirs['parameters']}")
    if any(each["required"] for each in ours["parameters"] if each["name"] not in names):
        wrong.append(f"{path}: {ours['parameters']} asks for more")
    first, positional = (
        [each["name"] for each in method["parameters"] if each["kind"] != "KEYWORD_ONLY"]
        for method in (theirs, ours)
    )
    if positional[: len(first)] != first:
        wrong.append(f"{path}: {positional} does not begin with {first}")
    return wrong
