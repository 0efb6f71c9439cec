"""Signatures with the schema that becomes of each, written down so that no change goes unseen."""

from typing import Any

# signature, whether it is strict, properties, required, $defs
SIGNATURES: list[tuple[str, bool, dict[str, Any], list[str], dict[str, Any]]] = [
    ("city: str", True, {"city": {"type": "string"}}, ["city"], {}),
    (
        "city: str, days: int = 1",
        True,
        {
            "city": {"type": "string"},
            "days": {
                "description": "(default: 1)",
                "anyOf": [{"type": "integer"}, {"type": "null"}],
            },
        },
        ["city", "days"],
        {},
    ),
    (
        "price: float, sold: bool",
        True,
        {"price": {"type": "number"}, "sold": {"type": "boolean"}},
        ["price", "sold"],
        {},
    ),
    ("", True, {}, [], {}),
    (
        "city: str | None",
        True,
        {"city": {"anyOf": [{"type": "string"}, {"type": "null"}]}},
        ["city"],
        {},
    ),
    (
        "city: Optional[str] = None",
        True,
        {"city": {"anyOf": [{"type": "string"}, {"type": "null"}]}},
        ["city"],
        {},
    ),
    (
        "city: str = None",
        True,
        {"city": {"anyOf": [{"type": "string"}, {"type": "null"}]}},
        ["city"],
        {},
    ),
    (
        "value: int | str | None",
        True,
        {"value": {"anyOf": [{"type": "integer"}, {"type": "string"}, {"type": "null"}]}},
        ["value"],
        {},
    ),
    (
        "value: int | float",
        True,
        {"value": {"anyOf": [{"type": "integer"}, {"type": "number"}]}},
        ["value"],
        {},
    ),
    (
        'unit: Literal["C", "F"] = "C"',
        True,
        {
            "unit": {
                "description": '(default: "C")',
                "anyOf": [{"type": "string", "enum": ["C", "F"]}, {"type": "null"}],
            }
        },
        ["unit"],
        {},
    ),
    (
        'size: Literal[1, "big", None]',
        True,
        {"size": {"type": ["null", "integer", "string"], "enum": [None, 1, "big"]}},
        ["size"],
        {},
    ),
    (
        "color: Color",
        True,
        {"color": {"$ref": "#/$defs/Color"}},
        ["color"],
        {"Color": {"type": "string", "enum": ["blue", "red"]}},
    ),
    (
        "level: Level = Level.LOW",
        True,
        {
            "level": {
                "description": "(default: 1)",
                "anyOf": [{"type": "integer", "enum": [1, 2]}, {"type": "null"}],
            }
        },
        ["level"],
        {},
    ),
    (
        "names: list[str]",
        True,
        {"names": {"type": "array", "items": {"type": "string"}}},
        ["names"],
        {},
    ),
    (
        "names: list[str] = []",
        True,
        {
            "names": {
                "description": "(default: [])",
                "anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "null"}],
            }
        },
        ["names"],
        {},
    ),
    (
        "rows: list[list[int]]",
        True,
        {"rows": {"type": "array", "items": {"type": "array", "items": {"type": "integer"}}}},
        ["rows"],
        {},
    ),
    ("ids: set[int]", True, {"ids": {"type": "array", "items": {"type": "integer"}}}, ["ids"], {}),
    (
        "point: tuple[float, float]",
        True,
        {"point": {"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "number"}}},
        ["point"],
        {},
    ),
    (
        "entry: tuple[str, int]",
        False,
        {
            "entry": {
                "type": "array",
                "minItems": 2,
                "maxItems": 2,
                "prefixItems": [{"type": "string"}, {"type": "integer"}],
                "items": False,
            }
        },
        ["entry"],
        {},
    ),
    (
        "numbers: tuple[int, ...]",
        True,
        {"numbers": {"type": "array", "items": {"type": "integer"}}},
        ["numbers"],
        {},
    ),
    (
        "pair: Pair",
        True,
        {"pair": {"$ref": "#/$defs/Pair"}},
        ["pair"],
        {"Pair": {"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "integer"}}},
    ),
    (
        "counts: dict[str, int]",
        False,
        {"counts": {"type": "object", "additionalProperties": {"type": "integer"}}},
        ["counts"],
        {},
    ),
    ("anything: Any", False, {"anything": {}}, ["anything"], {}),
    ("record: dict", False, {"record": {"type": "object"}}, ["record"], {}),
    ("at: datetime", True, {"at": {"type": "string", "format": "date-time"}}, ["at"], {}),
    (
        "day: date, hour: time",
        True,
        {"day": {"type": "string", "format": "date"}, "hour": {"type": "string", "format": "time"}},
        ["day", "hour"],
        {},
    ),
    ("wait: timedelta", True, {"wait": {"type": "string", "format": "duration"}}, ["wait"], {}),
    ("key: UUID", True, {"key": {"type": "string", "format": "uuid"}}, ["key"], {}),
    (
        "price: Decimal",
        True,
        {"price": {"type": "string", "description": '(format: "decimal")'}},
        ["price"],
        {},
    ),
    (
        "data: bytes",
        True,
        {"data": {"type": "string", "description": '(contentEncoding: "base64")'}},
        ["data"],
        {},
    ),
    (
        'count: Annotated[int, "How many", Meta(ge=1, le=9)]',
        True,
        {"count": {"description": "How many", "type": "integer", "minimum": 1, "maximum": 9}},
        ["count"],
        {},
    ),
    (
        "count: Annotated[int, annotated_types.Interval(ge=1, lt=9)]",
        True,
        {"count": {"type": "integer", "minimum": 1, "exclusiveMaximum": 9}},
        ["count"],
        {},
    ),
    (
        'code: Annotated[str, Field(pattern="^[A-Z]+$", description="Capitals")]',
        True,
        {"code": {"description": "Capitals", "type": "string", "pattern": "^[A-Z]+$"}},
        ["code"],
        {},
    ),
    (
        "name: Annotated[str, Meta(min_length=1, max_length=20)]",
        True,
        {"name": {"type": "string", "description": "(maxLength: 20, minLength: 1)"}},
        ["name"],
        {},
    ),
    (
        "names: Annotated[list[str], annotated_types.Len(1, 3)]",
        True,
        {"names": {"type": "array", "items": {"type": "string"}, "maxItems": 3, "minItems": 1}},
        ["names"],
        {},
    ),
    (
        "point: Point",
        True,
        {"point": {"$ref": "#/$defs/Point"}},
        ["point"],
        {
            "Point": {
                "description": "A place on a map.",
                "type": "object",
                "properties": {
                    "x": {"type": "number", "description": "East."},
                    "y": {
                        "description": "(default: 0.0)",
                        "anyOf": [{"type": "number"}, {"type": "null"}],
                    },
                },
                "required": ["x", "y"],
                "additionalProperties": False,
            }
        },
    ),
    (
        'points: list[Point], center: Annotated[Point, "The middle"]',
        True,
        {
            "points": {"type": "array", "items": {"$ref": "#/$defs/Point"}},
            "center": {
                "description": "The middle",
                "type": "object",
                "properties": {
                    "x": {"type": "number", "description": "East."},
                    "y": {
                        "description": "(default: 0.0)",
                        "anyOf": [{"type": "number"}, {"type": "null"}],
                    },
                },
                "required": ["x", "y"],
                "additionalProperties": False,
            },
        },
        ["points", "center"],
        {
            "Point": {
                "description": "A place on a map.",
                "type": "object",
                "properties": {
                    "x": {"type": "number", "description": "East."},
                    "y": {
                        "description": "(default: 0.0)",
                        "anyOf": [{"type": "number"}, {"type": "null"}],
                    },
                },
                "required": ["x", "y"],
                "additionalProperties": False,
            }
        },
    ),
    (
        "node: Node",
        True,
        {"node": {"$ref": "#/$defs/Node"}},
        ["node"],
        {
            "Node": {
                "type": "object",
                "properties": {
                    "value": {"type": "integer"},
                    "next": {"anyOf": [{"$ref": "#/$defs/Node"}, {"type": "null"}]},
                },
                "required": ["value", "next"],
                "additionalProperties": False,
            }
        },
    ),
    (
        "person: Person",
        True,
        {"person": {"$ref": "#/$defs/Person"}},
        ["person"],
        {
            "Person": {
                "type": "object",
                "properties": {
                    "born": {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]},
                    "name": {"type": "string"},
                },
                "required": ["born", "name"],
                "additionalProperties": False,
            }
        },
    ),
    (
        "place: Place",
        True,
        {"place": {"$ref": "#/$defs/Place"}},
        ["place"],
        {
            "Place": {
                "type": "object",
                "properties": {
                    "name": {"type": "string"},
                    "since": {
                        "anyOf": [{"type": "string", "format": "date-time"}, {"type": "null"}]
                    },
                },
                "required": ["name", "since"],
                "additionalProperties": False,
            }
        },
    ),
    (
        "spot: Spot",
        True,
        {"spot": {"$ref": "#/$defs/Spot"}},
        ["spot"],
        {
            "Spot": {
                "type": "object",
                "properties": {
                    "name": {"type": "string"},
                    "tags": {
                        "description": "(default: [])",
                        "anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "null"}],
                    },
                },
                "required": ["name", "tags"],
                "additionalProperties": False,
            }
        },
    ),
    (
        "shape: Shape",
        True,
        {"shape": {"anyOf": [{"$ref": "#/$defs/Circle"}, {"$ref": "#/$defs/Square"}]}},
        ["shape"],
        {
            "Circle": {
                "type": "object",
                "properties": {
                    "type": {"type": "string", "enum": ["circle"]},
                    "radius": {"type": "number"},
                },
                "required": ["type", "radius"],
                "additionalProperties": False,
            },
            "Square": {
                "type": "object",
                "properties": {
                    "type": {"type": "string", "enum": ["square"]},
                    "side": {"type": "number"},
                },
                "required": ["type", "side"],
                "additionalProperties": False,
            },
        },
    ),
    (
        "model: Model",
        True,
        {"model": {"$ref": "#/$defs/Model"}},
        ["model"],
        {
            "Model": {
                "description": "A model.",
                "properties": {
                    "name": {"type": "string"},
                    "size": {
                        "description": "How big. (default: 1)",
                        "anyOf": [{"minimum": 1, "type": "integer"}, {"type": "null"}],
                    },
                },
                "required": ["name", "size"],
                "type": "object",
                "additionalProperties": False,
            }
        },
    ),
    (
        "model: Model | None = None, models: list[Model] = []",
        True,
        {
            "model": {"anyOf": [{"$ref": "#/$defs/Model"}, {"type": "null"}]},
            "models": {
                "description": "(default: [])",
                "anyOf": [{"type": "array", "items": {"$ref": "#/$defs/Model"}}, {"type": "null"}],
            },
        },
        ["model", "models"],
        {
            "Model": {
                "description": "A model.",
                "properties": {
                    "name": {"type": "string"},
                    "size": {
                        "description": "How big. (default: 1)",
                        "anyOf": [{"minimum": 1, "type": "integer"}, {"type": "null"}],
                    },
                },
                "required": ["name", "size"],
                "type": "object",
                "additionalProperties": False,
            }
        },
    ),
    ("city: str, context: ToolContext", True, {"city": {"type": "string"}}, ["city"], {}),
    (
        "city: str, /, *, days: int = 2",
        True,
        {
            "city": {"type": "string"},
            "days": {
                "description": "(default: 2)",
                "anyOf": [{"type": "integer"}, {"type": "null"}],
            },
        },
        ["city", "days"],
        {},
    ),
]
