"""A small description is generated, imported and used."""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from codegen.description import DescriptionError

from openai_assistants_core import NOT_GIVEN, Mismatch, Operation, Request, UnknownVariant

from .conftest import Generate

Json = dict[str, Any]


def module(package: ModuleType, name: str) -> Any:
    return __import__(f"{package.__name__}.{name}", fromlist=["*"])


class Recorder:
    """A door that keeps what it is asked."""

    def __init__(self) -> None:
        self.requests: list[Request] = []

    def call(self, operation: Operation[Any], request: Request) -> Any:
        self.requests.append(request)
        return operation.decode({"id": "thing_1"})


def test_an_operation_becomes_a_method(generate: Generate, small: Json) -> None:
    things = module(generate(small), "resources").Things
    door = Recorder()
    answer = things(door).update("thing_1", shape={"type": "circle", "radius": 2}, include=["x"])
    assert answer.id == "thing_1"
    [request] = door.requests
    assert request.url_path() == "/things/thing_1"
    assert request.query == {"include[]": ["x"]}
    assert request.body == {"shape": {"type": "circle", "radius": 2}}


def test_its_signature_and_documentation(generate: Generate, small: Json) -> None:
    resources = module(generate(small), "resources")
    for method in (resources.Things.update, resources.AsyncThings.update):
        parameters = inspect.signature(method).parameters
        assert list(parameters) == [
            *("self", "thing_id", "shape", "include", "note"),
            *("extra_headers", "extra_query", "extra_body", "timeout"),
        ]
        assert parameters["thing_id"].kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
        assert parameters["shape"].kind is inspect.Parameter.KEYWORD_ONLY
        assert parameters["note"].default is NOT_GIVEN
        doc = inspect.getdoc(method) or ""
        assert doc.startswith("Change a thing.")
        assert "`POST /things/{thing_id}`" in doc
        assert "note: A note." in doc
        assert "NotFoundError: No such thing." in doc


def test_models_decode_unions_and_refuse_wrong_types(generate: Generate, small: Json) -> None:
    thing = module(generate(small), "models").Thing
    circle = thing.decode({"id": "a", "shape": {"type": "circle", "radius": 2}})
    assert circle.shape.radius == 2
    assert isinstance(thing.decode({"id": "a", "shape": {"type": "cube"}}).shape, UnknownVariant)
    with pytest.raises(Mismatch, match=r"a number at 'shape\.radius', but got a string"):
        thing.decode({"id": "a", "shape": {"type": "circle", "radius": "2"}})


def test_availability_reaches_the_schemas(generate: Generate, small: Json) -> None:
    package = generate(small)
    schemas = json.loads((Path(package.__file__ or "").parent / "schemas.json").read_text())
    note = schemas["schemas"]["ThingUpdateRequest"]["properties"]["note"]
    assert note["x-availability"] == {"openai-v2": "yes", "openai-v1": "no: split"}
    assert schemas["queries"]["update_thing"]["properties"].keys() == {"include[]"}


def test_what_the_endpoint_sends_is_no_argument(generate: Generate, small: Json) -> None:
    version = {"name": "api-version", "in": "query", "x-endpoint": True}
    schema = {"type": "string"}
    small["components"]["parameters"] = {"Version": {**version, "schema": schema}}
    small["paths"]["/things/{thing_id}"]["parameters"] = [
        {"$ref": "#/components/parameters/Version"}
    ]
    package = generate(small)
    assert package.OPERATIONS["update_thing"].query.keys() == {"include"}
    schemas = json.loads((Path(package.__file__ or "").parent / "schemas.json").read_text())
    assert schemas["queries"]["update_thing"]["properties"].keys() == {"include[]"}


def test_data_of_events_become_models(generate: Generate, small: Json) -> None:
    small["components"]["schemas"]["ThingDelta"] = {
        "x-group": "deltas",
        "type": "object",
        "description": "A piece of a thing.",
        "properties": {"shape": {"$ref": "#/components/schemas/Shape"}},
    }
    small["x-stream-events"] = {
        "thing.delta": {"$ref": "#/components/schemas/ThingDelta"},
        "done": None,
    }
    raw = {"shape": {"type": "circle", "radius": 2}}
    delta = module(generate(small), "models").ThingDelta.decode(raw)
    assert delta.shape.radius == 2


def test_a_map_may_hold_a_union_by_json_type(generate: Generate, small: Json) -> None:
    small["components"]["schemas"] |= {
        "Marks": {
            "x-group": "things",
            "type": "object",
            "description": "Marks by key.",
            "additionalProperties": {"$ref": "#/components/schemas/Mark"},
        },
        "Mark": {
            "x-group": "things",
            "description": "A mark.",
            "anyOf": [{"type": "string"}, {"type": "number"}],
        },
    }
    thing(small)["properties"]["marks"] = {"$ref": "#/components/schemas/Marks"}
    models = module(generate(small), "models")
    assert models.Thing.decode({"id": "a", "marks": {"x": 1, "y": "z"}}).marks["y"] == "z"
    with pytest.raises(Mismatch, match=r"a string or a number at 'marks\.x'"):
        models.Thing.decode({"id": "a", "marks": {"x": True}})


def test_the_names_of_unions_outlive_the_parse(generate: Generate, small: Json) -> None:
    """It puts members in the place of a union beside null, and of a union within another one."""
    shape = {"$ref": "#/components/schemas/Shape"}
    small["components"]["schemas"]["Figure"] = {
        "x-group": "things",
        "description": "A shape, its name, or nothing.",
        "anyOf": [{"type": "string", "enum": ["zero", "one", "auto"]}, shape],
    }
    properties = small["components"]["schemas"]["ThingUpdateRequest"]["properties"]
    properties["shape"] = {"anyOf": [shape, {"type": "null"}]}
    properties["figures"] = {
        "type": "array",
        "items": {"$ref": "#/components/schemas/Figure"},
    }
    params = module(generate(small), "params")
    annotations = params.ThingUpdateRequest.__annotations__
    assert annotations["shape"].__forward_arg__ == "Required[ShapeParam | None]"
    assert annotations["figures"].__forward_arg__ == "Sequence[FigureParam]"
    assert params.FigureParam == "Literal['zero', 'one', 'auto'] | str | ShapeParam"
    assert params.ShapeParam == "CircleParam | Circle | SquareParam | Square"


def thing(document: Json) -> Json:
    found: Json = document["components"]["schemas"]["Thing"]
    return found


def operation(document: Json) -> Json:
    found: Json = document["paths"]["/things/{thing_id}"]["post"]
    return found


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: thing(d).pop("x-group"), "schema Thing: add x-group"),
        (lambda d: thing(d).update(title="T"), "Thing: no title"),
        (lambda d: thing(d).update(allOf=[]), "Thing: no allOf"),
        (
            lambda d: thing(d)["properties"]["id"].update(default="x"),
            r"Thing\.id: no default",
        ),
        (
            lambda d: thing(d)["properties"].update(inner={"type": "object", "properties": {}}),
            r"Thing\.inner: make this object a named component",
        ),
        (lambda d: operation(d).pop("x-method"), "POST /things/{thing_id}: add x-method"),
        (
            lambda d: operation(d)["responses"].update(default={"description": "x"}),
            "list the statuses instead of a default",
        ),
        (lambda d: operation(d)["responses"].pop("200"), "add a response for 200"),
        (
            lambda d: operation(d)["responses"].update({"4XX": {"description": "x"}}),
            "list the statuses instead of a default or ranges",
        ),
        (
            lambda d: operation(d).update({"x-availability": "nobody"}),
            "x-availability 'nobody' is not among",
        ),
        (
            lambda d: operation(d).update({"x-availability": {"acme": "yes"}}),
            "x-availability knows",
        ),
        (
            lambda d: thing(d)["properties"].update(lost={"$ref": "#/components/schemas/Nowhere"}),
            "the generator warns",
        ),
        (
            lambda d: thing(d)["properties"].update(
                round={"$ref": "#/components/schemas/Circle", "description": "Alone."}
            ),
            r"Thing: refer to the union of \['Circle'\], not to a variant",
        ),
        (
            lambda d: d.update(
                {
                    "x-stream-events": {
                        "thing.rounded": {"$ref": "#/components/schemas/Circle"},
                        "thing.changed": {"$ref": "#/components/schemas/Thing"},
                    }
                }
            ),
            r"an answer or an event: refer to the union of \['Circle'\], not to a variant",
        ),
        (
            lambda d: d["components"]["schemas"]["Shape"]["discriminator"].update(
                propertyName="kind"
            ),
            "Shape: tell the variants apart by 'type'",
        ),
        (
            lambda d: d["components"]["schemas"]["Shape"]["oneOf"].pop(),
            r"lost or renamed these schemas: \['Shape'\]",
        ),
        (
            lambda d: d["components"]["schemas"].update(
                Name={"x-group": "things", "type": "string", "description": "A name."}
            ),
            r"lost or renamed these schemas: \['Name'\]",
        ),
    ],
)
def test_a_description_that_breaks_a_rule_is_refused(
    generate: Generate, small: Json, change: Any, message: str
) -> None:
    change(small)
    with pytest.raises(DescriptionError, match=message):
        generate(small)


def test_groups_that_need_one_another_are_refused(generate: Generate, small: Json) -> None:
    schemas = small["components"]["schemas"]
    schemas["Circle"]["x-group"] = "shapes"
    schemas["Circle"]["properties"]["owner"] = {"$ref": "#/components/schemas/Thing"}
    with pytest.raises(DescriptionError, match="in a circle"):
        generate(small)


def test_quotes_and_backslashes_in_the_description_stay_text(
    generate: Generate, small: Json
) -> None:
    thing(small)["description"] = 'A """thing""" with \\n and \\U and {{ braces }}.'
    doc = module(generate(small), "models").Thing.__doc__
    assert "A '''thing''' with \\n and \\U and {{ braces }}." in doc
