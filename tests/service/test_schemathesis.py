"""Requests made up from our description get the answers that it describes, with every provider."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import frozen
from hypothesis import settings
from tests.support.scale import at_scale
from tests.support.service.api import Api

from openai_assistants_rest.operations import OPERATIONS
from openai_assistants_service import LocalService

HERE = Path(__file__).parent
DESCRIPTION = HERE.parents[1] / "spec" / "assistants.yaml"
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
)
CASES = at_scale(tests=1_000, soak=20_000)
"""How many requests there are at least, over all providers."""
DELETIONS = sum(one.method == "DELETE" for one in OPERATIONS.values())


def furnish(api: Api) -> dict[str, str]:
    """Make one object of every kind; return their ids by the names of the path parameters."""
    file = api.upload("facts.txt", b"The capital of Ruritania is Strelsau.")["id"]
    store = api.post("/vector_stores", file_ids=[file])["id"]
    batch = api.post(f"/vector_stores/{store}/file_batches", file_ids=[file])["id"]
    assistant = api.post(
        "/assistants",
        model="m",
        tools=[{"type": "file_search"}],
        tool_resources={"file_search": {"vector_store_ids": [store]}},
    )["id"]
    thread = api.thread("What is the capital of Ruritania?")
    run = api.settled(api.post(f"/threads/{thread}/runs", assistant_id=assistant))
    return {
        "assistant_id": assistant,
        "thread_id": thread,
        "message_id": api.answer(run)["id"],
        "run_id": run["id"],
        "step_id": api.steps(run)[0]["id"],
        "file_id": file,
        "vector_store_id": store,
        "batch_id": batch,
    }


def examine(url: str, folder: Path, parameters: dict[str, str], *options: str) -> str:
    """Run schemathesis with a fixed seed; return what it says, once it found nothing."""
    lines = [f"{json.dumps(name)} = {json.dumps(value)}\n" for name, value in parameters.items()]
    config = folder / "schemathesis.toml"
    config.write_text("[parameters]\n" + "".join(lines), "utf-8")
    ids = {name.partition(".")[2]: one for name, one in parameters.items() if "path." in name}
    known = {
        "SCHEMATHESIS_HOOKS": str(HERE.parent / "support" / "service" / "known_ids.py"),
        "KNOWN_IDS": json.dumps(ids),
    }
    command = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(config)]
    command += ["run", str(DESCRIPTION), "--url", url, "--checks", ",".join(CHECKS)]
    examples = max(6, settings().max_examples // 30)
    command += ["--seed", "1", "--max-examples", str(examples)]
    command += ["--generation-database", "none", "--continue-on-failure", "--no-color"]
    done = subprocess.run(
        [*command, *options],
        cwd=folder,
        env={**os.environ, **known},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-10_000:] + done.stderr[-2_000:]
    return done.stdout


def operations_in(report: str) -> int:
    return counted(r"Tested: (\d+)", report)


def cases_in(report: str) -> int:
    return counted(r"(\d+) generated, \1 passed", report)


def counted(pattern: str, report: str) -> int:
    found = re.search(pattern, report)
    assert found, report
    return int(found[1])


def test_every_operation(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with LocalService() as service:
        report = examine(service.base_url, tmp_path, {})
    assert operations_in(report) == len(OPERATIONS)
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


@frozen
class Provider:
    """A way in: its path, what it is asked for there, and how thorough to be."""

    path: str
    api_version: str
    version: str | None = None
    phases: str = "fuzzing"

    def __str__(self) -> str:
        return f"{self.path} {self.version or self.api_version}"


PROVIDERS = [
    Provider("/v1", "v2", phases="coverage,fuzzing"),
    Provider("/v1", "v1"),
    Provider("/openai", "v2", "2025-03-01-preview"),
    Provider("/openai", "v1", "2024-02-15-preview"),
    Provider("/openai/v1", "v2", "preview"),
    Provider("/api/projects/p", "v2", "v1"),
]


@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_objects_that_exist(
    provider: Provider, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with LocalService() as service:
        with Api.of(service) as api:
            parameters = {f"path.{name}": one for name, one in furnish(api).items()}
        if provider.version is not None:
            parameters["query.api-version"] = provider.version
        header = f"OpenAI-Beta: assistants={provider.api_version}"
        options = ("--exclude-method", "DELETE", "--phases", provider.phases, "-H", header)
        report = examine(service.url + provider.path, tmp_path, parameters, *options)
    assert operations_in(report) == len(OPERATIONS) - DELETIONS
    assert cases_in(report) >= CASES // len(PROVIDERS)
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []
