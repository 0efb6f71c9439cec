"""docs/availability.md: who has which operation and field, as tables."""

from collections.abc import Iterator, Sequence

from openai_assistants_core.availability import EVERYWHERE, PROVIDERS, Availability

from .description import Json, ref_name
from .document import Document, Extensions
from .operations import Operation

PAGE = "availability.md"

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


def availability_page(document: Document, operations: Sequence[Operation]) -> str:
    """The page as Markdown."""
    rows = [(_method(one.extensions), one.extensions.availability) for one in operations]
    refused = [
        (f"{_method(one.extensions)} `{path}`", availability)
        for one in operations
        for path, availability in one.limits.items()
    ]
    parameters = [
        (f"{_method(document.operations[operation])} `{one.name}`", one.availability)
        for operation, named in document.parameters.items()
        for one in named.values()
        if one.availability
    ]
    return (
        f"{INTRODUCTION}\n## Operations\n\n{_table('operation', rows)}"
        f"\n## Fields and query parameters that some certainly lack\n\n{_table('field', refused)}"
        f"\n## Query parameters that not everybody has\n\n{_table('parameter', parameters)}"
        f"\n## Fields and kinds of objects that not everybody has\n\n"
        f"{_table('field', sorted(_objects(document.schemas)))}"
    )


def _method(operation: Extensions) -> str:
    return f"`{operation.resource}.{operation.method_name}`"


def _objects(schemas: Json) -> Iterator[Row]:
    """Each availability in an object: of a field, or of a member of a union.

    Both from the document, for what is parsed of it has no extensions (document.py).
    """
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


def _table(first: str, rows: Sequence[Row]) -> str:
    columns = [first, *PROVIDERS.values()]
    head = ["| " + " | ".join(columns) + " |", "|---" * len(columns) + "|"]
    lines = [
        "| " + " | ".join([name, *(_cell(mapping, column) for column in PROVIDERS)]) + " |"
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
