"""docs/availability.md: who has which operation and field, as tables."""

from openai_assistants_core import EVERYWHERE, Availability

from .description import Json
from .views import Operation, Views

PAGE = "availability.md"

COLUMNS = {
    "openai-v1": "OpenAI v1",
    "openai-v2": "OpenAI v2",
    "azure": "Azure, dated",
    "azure-v1": "Azure /openai/v1",
    "foundry": "Foundry",
}

INTRODUCTION = """\
# Who has what

Made from `spec/assistants.yaml` by `make generate`; do not edit. The words are explained in
[spec/README.md](../spec/README.md): **yes**; **no**, with its evidence (the wire refused it, the
documents rule it out, or the split between the two generations of the API removed it); **?**, no
description mentions it, so it is sent and the service decides. Bounds of Azure versions are meant
inclusively.

A call with a certain *no* raises `UnsupportedOperation` before anything is sent.
"""


def availability_page(views: Views) -> str:
    """The page as Markdown."""
    operations = [(f"`{one.resource}.{one.name}`", one.availability) for one in views.operations]
    fields = [row for one in views.operations for row in _fields(one)]
    return (
        f"{INTRODUCTION}\n## Operations\n\n{_table('operation', operations)}"
        f"\n## Fields and query parameters that not everybody has\n\n{_table('field', fields)}"
    )


def _fields(operation: Operation) -> list[tuple[str, Json | None]]:
    place = f"`{operation.resource}.{operation.name}`"
    return [(f"{place} `{path}`", mapping) for path, mapping in operation.limits.items()]


def _table(first: str, rows: list[tuple[str, Json | None]]) -> str:
    head = ["| " + " | ".join([first, *COLUMNS.values()]) + " |", "|---" * (len(COLUMNS) + 1) + "|"]
    lines = [
        "| " + " | ".join([name, *(_cell(mapping, column) for column in COLUMNS)]) + " |"
        for name, mapping in rows
    ]
    return "\n".join([*head, *lines]) + "\n"


def _cell(mapping: Json | None, provider: str) -> str:
    availability = EVERYWHERE if mapping is None else Availability.from_mapping(mapping)
    verdict = _word(availability.verdicts.get(provider, "undeclared"))
    if provider != "azure" or not (availability.azure_from or availability.azure_until):
        return verdict
    bounds = [("from", availability.azure_from), ("until", availability.azure_until)]
    inside = " ".join(f"{word} {version}" for word, version in bounds if version)
    return f"{inside}; else {_word(availability.azure_otherwise)}"


def _word(verdict: str) -> str:
    if verdict == "undeclared":
        return "?"
    return verdict if verdict == "yes" else f"no ({verdict.partition(': ')[2]})"
