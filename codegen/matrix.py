"""docs/availability.md: who has which operation and field, as tables."""

from collections.abc import Iterator

from openai_assistants_core import EVERYWHERE, Availability

from .description import Json, ref_name
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

A call of an operation, or with a field or query parameter, that has a certain *no* raises
`UnsupportedOperation` before anything is sent.
"""

Row = tuple[str, Json | None]


def availability_page(views: Views) -> str:
    """The page as Markdown."""
    operations: list[Row] = [
        (f"`{one.resource}.{one.name}`", one.availability) for one in views.operations
    ]
    refused = [row for one in views.operations for row in _limits(one)]
    objects = sorted(_objects(views.description.schemas))
    return (
        f"{INTRODUCTION}\n## Operations\n\n{_table('operation', operations)}"
        f"\n## Fields and query parameters that some certainly lack\n\n{_table('field', refused)}"
        f"\n## Query parameters that not everybody has\n\n"
        f"{_table('parameter', _parameters(views))}"
        f"\n## Fields and kinds of objects that not everybody has\n\n{_table('field', objects)}"
    )


def _limits(operation: Operation) -> list[Row]:
    place = f"`{operation.resource}.{operation.name}`"
    return [(f"{place} `{path}`", mapping) for path, mapping in operation.limits.items()]


def _parameters(views: Views) -> list[Row]:
    named = {one.id: f"`{one.resource}.{one.name}`" for one in views.operations}
    return [
        (f"{named[operation['operationId']]} `{one['name']}`", one["x-availability"])
        for path, _, operation in views.description.operations()
        for one in views.description.parameters(path, operation)
        if "x-availability" in one
    ]


def _objects(schemas: Json) -> Iterator[Row]:
    """Each mark of an object: on a field, or on a member of a union."""
    for name, schema in schemas.items():
        for field, sub in schema.get("properties", {}).items():
            if "x-availability" in sub:
                yield f"`{name}.{field}`", sub["x-availability"]
        for member in (*schema.get("oneOf", ()), *schema.get("anyOf", ())):
            if "x-availability" in member:
                yield f"`{name}` as `{_kind(member)}`", member["x-availability"]


def _kind(member: Json) -> str:
    """What a member of a union is: an object, or a JSON type or several."""
    if "$ref" in member:
        return ref_name(member)
    kinds: str | list[str] = member["type"]
    return kinds if isinstance(kinds, str) else " or ".join(kinds)


def _table(first: str, rows: list[Row]) -> str:
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
