"""x-availability says yes where a provider's own descriptions do, and nowhere else."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest

from openai_assistants_core import Availability
from openai_assistants_core.availability import Profile

Json = dict[str, Any]
Item = tuple[str, str, str]

DATED = ("2024-02-15", "2024-05-01", "2024-07-01", "2024-08-01", "2024-09-01", "2025-03-01")

# Each provider with the descriptions of it. Those of dated Azure describe files apart.
DESCRIPTIONS: dict[Profile, list[str]] = {
    Profile("openai-v1"): ["openai-v1-2023-12-11", "openai-v1-2024-04-15"],
    Profile("openai-v2"): [
        "openai-v2-2024-05-13",
        "openai-v2-2025-03-22",
        "openai-v2-2026-08-21",
    ],
    **{
        Profile("azure", f"{day}-preview"): [
            f"azure-{day}-preview",
            f"azure-files-{day}-preview",
        ]
        for day in DATED
    },
    Profile("azure-v1"): ["azure-v1-aigateway"],
    Profile("foundry"): ["foundry-agents-v1"],
}

# By provider and item: described, though we do not say yes.
HELD_BACK = [
    r"foundry (request|response) \S+ \S+ (\S+\.)?attachments\[\]\.tools\[\]\..*",
]

# Not described for the provider, though we say yes. The reasons stand in spec/README.md.
ADDED = [
    r"azure operation DELETE /threads/\{\}/messages/\{\} .*",
    r"azure operation \w+ /files\S* .*",
    r"openai-v1 query GET /files (after|limit|order)",
    r"openai-v1 request POST /files expires_after(\.\w+)?",
    r"openai-v1 response \S+ \S*/files\S* (first_id|last_id|has_more|(data\[\]\.)?expires_at)",
    r"openai-v\d response \S+ /assistants\S* (data\[\]\.)?(temperature|top_p|response_format.*)",
    r"openai-v2 \w+ \S+ \S+ \S*\.hybrid_search",
    r"openai-v2 response \S+ \S+ \S*(prompt_token|completion_tokens)_details(\.\w+)?",
    r"openai-v2 response \S+ \S+ (data\[\]\.)?(reasoning_effort|tool_resources(\.\S+)?)",
    r"openai-v\d response GET \S+/steps\S* \S*(expires_at|\.attributes)",
    r"openai-v2 response \S+ /vector_stores\S* (data\[\]\.)?description",
    r"azure request POST /threads/\{\}/runs additional_instructions",
    r"azure request POST /threads/runs parallel_tool_calls",
    r"azure response GET \S+/steps\S* (data\[\]\.)?usage(\.\w+)?",
    r"azure\S* response \S+ /files\S* (data\[\]\.)?bytes",
    r"azure response DELETE /files/\{\} (id|object|deleted)",
    r"foundry request POST \S+/submit_tool_outputs tool_outputs\[\]\.type",
    r"foundry response GET \S+ (object|data|first_id|last_id|has_more)",
    r"foundry response \S+ \S+ (data\[\]\.)?content\[\]\.image_file\.detail",
]


@pytest.fixture(scope="module")
def tool(coverage_tool: Path) -> Any:
    """The module that flattens a description."""
    spec = importlib.util.spec_from_file_location("spec_coverage", coverage_tool)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def items(surface: Any) -> set[Item]:
    """Kind, operation and path of every operation, parameter and property."""
    found = {("operation", one, one) for one in surface.operations}
    for kind in ("query", "request", "response"):
        found |= {(kind, operation, path) for operation, path in surface.items[kind]}
    return {one for one in found if one[2] != "api-version"}


def described(tool: Any, references: list[str]) -> set[Item]:
    """All that the descriptions of a provider have, but for what they have by mistake."""
    found: set[Item] = set()
    for name in references:
        path = tool.REFERENCES / f"subset-{name}.json"
        if path.is_file():
            surface = tool.Surface(tool.load(path))
            found |= {one for one in items(surface) if not tool.waived(name, one[0], one[2])}
    assert found
    return found


def available(document: Json, profile: Profile) -> Any:
    """The description without what a provider has not, for all that is known."""
    named = document["x-availabilities"]

    def lacks(node: Any) -> bool:
        mark = node.get("x-availability") if isinstance(node, dict) else None
        if mark is None:
            return False
        mapping = named[mark] if isinstance(mark, str) else mark
        return Availability.from_mapping(mapping).verdict(profile) != "yes"

    def prune(node: Any) -> Any:
        if isinstance(node, list):
            return [prune(one) for one in node if not lacks(one)]
        if not isinstance(node, dict):
            return node
        return {
            key: prune(value)
            for key, value in node.items()
            if key != "discriminator" and not lacks(value)
        }

    return prune({key: value for key, value in document.items() if key != "x-availabilities"})


def operations(found: set[Item]) -> set[Item]:
    return {one for one in found if one[0] == "operation"}


def unexplained(
    profile: Profile, found: set[Item], reasons: list[str], used: set[str]
) -> list[str]:
    left: list[str] = []
    for kind, operation, path in sorted(found):
        line = f"{profile.provider} {kind} {operation} {path}"
        fitting = [one for one in reasons if re.fullmatch(one, line)]
        used.update(fitting)
        if not fitting:
            left.append(f"{line} [{profile.version}]")
    return left


def test_availability_is_what_the_descriptions_say(document: Json, tool: Any) -> None:
    used: set[str] = set()
    wrong: list[str] = []
    for profile, references in DESCRIPTIONS.items():
        theirs = described(tool, references)
        ours = items(tool.Surface(available(document, profile)))
        known = {operation for _, operation, _ in theirs}
        if profile.provider != "azure-v1":  # its older description has no threads
            wrong += unexplained(profile, operations(ours - theirs), ADDED, used)
        wrong += unexplained(profile, theirs - ours, HELD_BACK, used)
        more = {one for one in ours - theirs if one[1] in known}
        wrong += unexplained(profile, more, ADDED, used)
    assert wrong == []
    assert used == {*HELD_BACK, *ADDED}
