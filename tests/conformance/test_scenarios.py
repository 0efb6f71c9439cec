"""Every scenario with every client, and the table of them: docs/conformance.md.

After a change that is meant: `python -m tests.conformance.test_scenarios` writes the table anew.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pytest
from tests.support.conformance import covered
from tests.support.conformance.moved_clock import MovedClock
from tests.support.conformance.scenarios import SCENARIOS

from openai_assistants_service import LocalService

from .conftest import KEY, OPENAI_PYTHON, ROOT, require_environment, require_openai, said_by
from .test_npm_package import require_npm

PAGE = ROOT / "docs" / "conformance.md"
YES, NO = "yes", "no such operation"
GENERATIONS = {"v2": "Second generation (v2)", "v1": "First generation (v1)"}


class Peer(NamedTuple):
    """A client: how the table names it, what plays it, where it is installed."""

    name: str
    kind: str
    environment: str = ""

    def python(self) -> Path:
        """Return the interpreter that has it; skip where there is none."""
        if self.kind.startswith("npm"):
            require_npm()
        elif self.environment == "openai":
            require_openai()
            return OPENAI_PYTHON
        elif self.environment:
            return require_environment(self.environment)
        return Path(sys.executable)


PEERS = (
    Peer("this client", "ours"),
    Peer("`openai` 1.109", "openai", "openai1"),
    Peer("`openai` 2.54", "openai", "openai2"),
    Peer("`openai` 3.54", "openai", "openai"),
    Peer("npm `openai` 6.30", "npm-openai"),
    Peer("`@azure/openai-assistants` 1.0.0-beta.5", "npm-assistants"),
    Peer("`azure-ai-agents` 1.1", "agents", "agents"),
    Peer("`azure-ai-agents` 1.2.0b6", "agents", "agents-preview"),
)

Ways = Mapping[str, Mapping[str, Any]]
"""What a run says: by way, its generation, outcomes and requests."""


def played(peer: Peer) -> Ways:
    """Play everything with a client."""
    python, program = peer.python(), "tests.support.conformance.run_scenarios"
    with TemporaryDirectory() as folder:
        path = Path(folder) / "clock"
        clock = MovedClock(path)
        secure = LocalService(api_key=KEY, clock=clock, tls_self_signed=True)
        with LocalService(api_key=KEY, clock=clock) as plain, secure:
            tls = f"{secure.url},{secure.certificate}"
            arguments = (peer.kind, plain.url, KEY, path, tls)
            said: Ways = said_by(python, "-W", "ignore", "-m", program, *arguments, timeout=180)
    return said


def column(said: Ways, generation: str) -> dict[str, str]:
    """Return what a client's column of the table of a generation says, by scenario."""
    ways = {name: way for name, way in said.items() if way["generation"] == generation}
    if not ways:
        return {}
    return {one.name: cell(one.name, ways) for one in SCENARIOS if one.belongs_to(generation)}


def cell(scenario: str, ways: Ways) -> str:
    """Say in which ways it passed; one whose service does not have it does not count."""
    outcomes = {
        name: way["outcomes"][scenario] for name, way in ways.items() if scenario in way["outcomes"]
    }
    passed = [name for name, outcome in outcomes.items() if outcome == "yes"]
    if not passed:
        return NO
    return YES if len(passed) == len(outcomes) else f"{YES}: {', '.join(passed)}"


def written() -> dict[str, dict[str, dict[str, str]]]:
    """Return the columns of the page, by generation, client and scenario."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    names = {one.title: one.name for one in SCENARIOS}
    for part in PAGE.read_text(encoding="utf-8").split("\n## ")[1:]:
        title, *lines = part.splitlines()
        generation = next((key for key, value in GENERATIONS.items() if value == title), None)
        rows = [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]
        if generation is not None:
            head, *body = rows
            found[generation] = {
                client: {names[row[0]]: row[number] for row in body}
                for number, client in enumerate(head[1:], 1)
            }
    return found


@pytest.fixture(params=PEERS, ids=lambda peer: f"{peer.kind}-{peer.environment}".strip("-"))
def peer(request: pytest.FixtureRequest) -> Peer:
    chosen: Peer = request.param
    return chosen


def test_every_scenario_passes_or_has_no_operation(peer: Peer) -> None:
    """And the table says so."""
    said = played(peer)
    failed = {
        f"{way} {scenario}": outcome
        for way, told in said.items()
        for scenario, outcome in told["outcomes"].items()
        if outcome not in ("yes", "no")
    }
    assert not failed, "\n".join(f"{where}: {what}" for where, what in failed.items())
    for generation in GENERATIONS:
        assert column(said, generation) == written()[generation].get(peer.name, {}), generation
    if peer.kind in ("ours", "openai"):
        covers_everything(peer, said)


def covers_everything(peer: Peer, said: Ways) -> None:
    """No operation that the client has is left out."""
    for way, told in said.items():
        used = covered.operations_of(told["requests"])
        wanted = covered.V1 if told["generation"] == "v1" else covered.V2
        if way.endswith("Foundry"):
            wanted = covered.FOUNDRY
        assert used == wanted - (set() if peer.kind == "ours" else covered.V1_ONLY), way


def test_the_table_is_of_these_clients_and_scenarios() -> None:
    tables = written()
    assert list(tables) == list(GENERATIONS)
    names = {peer.name for peer in PEERS}
    assert set().union(*tables.values()) == names
    for generation, columns in tables.items():
        wanted = [one.name for one in SCENARIOS if one.belongs_to(generation)]
        for said in columns.values():
            assert list(said) == wanted


def test_what_fails_is_no_yes() -> None:
    ways = {
        "a": {"outcomes": {"x": "yes", "y": "no", "z": "yes"}},
        "b": {"outcomes": {"x": "yes", "y": "no", "z": "no"}},
    }
    assert [cell(name, ways) for name in "xyz"] == [YES, NO, "yes: a"]


def page(found: Mapping[str, Ways]) -> str:
    """Return the page, from what was found by client."""
    return "\n".join([INTRODUCTION, *_tables(found)])


def _tables(found: Mapping[str, Ways]) -> Iterator[str]:
    for generation, title in GENERATIONS.items():
        columns = {name: column(said, generation) for name, said in found.items()}
        columns = {name: said for name, said in columns.items() if said}
        yield f"\n## {title}\n"
        yield f"| scenario | {' | '.join(columns)} |"
        yield "|---" * (len(columns) + 1) + "|"
        for one in SCENARIOS:
            if one.belongs_to(generation):
                cells = " | ".join(said[one.name] for said in columns.values())
                yield f"| {one.title} | {cells} |"
    yield ""


INTRODUCTION = """\
# Clients of the local service

Written by `python -m tests.conformance.test_scenarios`, which plays each scenario of
`tests/support/conformance/scenarios.py` with each client, unmodified, against the local service.
*yes*: it passes in every way that the client has there; *no such operation*: the client has no
method or parameter for it. Nothing fails. A test compares this page with what a run finds.

The ways: this client synchronous and asynchronous, as OpenAI in both generations, Azure OpenAI in
both, Azure OpenAI without versions, Foundry and compatible; `openai` as `OpenAI` and
`AzureOpenAI`, and both asynchronous, the first generation by Azure's api-version; the npm packages
at OpenAI's and at Azure's paths; `azure-ai-agents` synchronous and asynchronous, over TLS with a
certificate of the service (`--tls-self-signed`)."""


if __name__ == "__main__":
    PAGE.write_text(page({peer.name: played(peer) for peer in PEERS}), encoding="utf-8")
