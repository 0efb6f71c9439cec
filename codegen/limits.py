"""Which fields and query parameters of an operation some provider certainly does not have."""

from .description import Description, Json, is_object


def limits_of(description: Description, path: str, operation: Json) -> dict[str, Json]:
    """Availabilities with a "no", by the path of the field: `messages[].file_ids`.

    Members of unions are left out: to a client they are values, and values are never refused.
    """
    found: dict[str, Json] = {}
    for parameter in description.parameters(path, operation):
        if parameter["in"] == "query" and _has_no(parameter):
            found[parameter["name"]] = parameter["x-availability"]
    if body := description.body(operation):
        _collect(description, description.schemas[body[1]], "", (body[1],), found)
    return dict(sorted(found.items()))


def _collect(
    description: Description, schema: Json, prefix: str, trail: tuple[str, ...], found: Json
) -> None:
    for name, sub in schema.get("properties", {}).items():
        place = f"{prefix}{name}"
        if _has_no(sub):
            found[place] = sub["x-availability"]
        for target, steps in _objects(sub):
            if target not in trail:
                inner = description.schemas[target]
                _collect(description, inner, f"{place}{steps}.", (*trail, target), found)


def _objects(schema: Json) -> list[tuple[str, str]]:
    """The components a property leads to, each with "[]" for every array in between."""
    if "$ref" in schema:
        return [(schema["$ref"].rpartition("/")[2], "")]
    if "items" in schema:
        return [(target, f"[]{steps}") for target, steps in _objects(schema["items"])]
    return [found for one in schema.get("anyOf", ()) for found in _objects(one)]


def _has_no(node: Json) -> bool:
    verdicts: Json = node.get("x-availability", {})
    azure = verdicts.get("azure")
    otherwise = azure.get("otherwise", "") if is_object(azure) else ""
    return any(str(verdict).startswith("no") for verdict in [*verdicts.values(), otherwise])
