"""Random annotations, each with documents that fit it or nearly do."""

import dataclasses
import enum
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import (
    Annotated,
    Any,
    Literal,
    NamedTuple,
    NotRequired,
    TypeAlias,
    TypedDict,
    Union,
    get_args,
    get_origin,
)
from uuid import UUID

import attrs
import msgspec
import pydantic
from hypothesis import strategies as st

Documents: TypeAlias = st.SearchStrategy[Any]
Case: TypeAlias = tuple[Any, Documents]
"""An annotation, and documents of it."""


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


_NUMBER = count()
# Subscripted with what only running tells, which type checkers refuse of the types themselves.
LIST: Any = list
TUPLE: Any = tuple
DICT: Any = dict
UNION: Any = Union
ANNOTATED: Any = Annotated

_NAMES = ["alpha", "beta", "gamma"]

# No integral floats and no text that only one side takes for a time: see DIFFERENCES.
INTEGERS = st.integers(-1000, 1000)
FLOATS = st.floats(-1000, 1000).filter(lambda number: number != int(number))
TEXTS = st.sampled_from(["", "a", "red", "hello", "12", "hello there, world"])
TIMES = {
    datetime: ["2026-05-01T10:00:00Z", "2026-05-01T10:00:00.5+02:00"],
    date: ["2026-05-01", "1999-12-31"],
    time: ["10:00:00Z", "23:59:59+01:00"],
    timedelta: ["PT1H", "P1DT2H3M4S"],
    UUID: ["12345678-1234-5678-1234-567812345678"],
}
_LEAVES: list[Case] = [
    (int, INTEGERS),
    (float, FLOATS | INTEGERS),
    (bool, st.booleans()),
    (str, TEXTS),
    (Any, st.none() | INTEGERS | TEXTS),
    *((kind, st.sampled_from(texts)) for kind, texts in TIMES.items()),
    (Colour, st.sampled_from(["red", "blue"])),
    (Level, st.sampled_from([1, 2])),
    (Literal["a", "red"], st.sampled_from(["a", "red"])),
    (Literal[1, "a", None], st.sampled_from([1, "a", None])),
    (Annotated[int, msgspec.Meta(ge=0, lt=10)], st.integers(-1, 10)),
    (Annotated[float, msgspec.Meta(gt=0, le=2.5)], FLOATS),
    (Annotated[int, msgspec.Meta(multiple_of=3)], INTEGERS),
    (Annotated[str, msgspec.Meta(pattern="^[a-h]+$")], TEXTS),
    (Annotated[list[int], msgspec.Meta(min_length=1, max_length=2)], st.lists(INTEGERS)),
]

JSON: Documents = st.recursive(
    st.none() | st.booleans() | INTEGERS | FLOATS | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_NAMES), inner),
    max_leaves=5,
)


class Field(NamedTuple):
    """A field of a class, or a parameter."""

    name: str
    case: Case
    default: Any

    @property
    def optional(self) -> bool:
        return self.default is not dataclasses.MISSING


@st.composite
def fields(draw: st.DrawFn, inner: st.SearchStrategy[Case], least: int = 1) -> list[Field]:
    """Fields; those without a default come first."""
    names = draw(st.lists(st.sampled_from(_NAMES), min_size=least, max_size=3, unique=True))
    defaults = st.sampled_from([dataclasses.MISSING, None, 7, "text"])
    drawn = [Field(name, draw(inner), draw(defaults)) for name in names]
    return sorted(drawn, key=lambda field: field.optional)


@st.composite
def documents_of(draw: st.DrawFn, made_of: list[Field]) -> dict[str, Any]:
    """Objects with these fields: whole, or with one missing, wrong, null or too many."""
    document = {field.name: draw(field.case[1]) for field in made_of}
    change = draw(st.sampled_from(["none", "none", "drop", "wrong", "null", "more"]))
    name = draw(st.sampled_from([field.name for field in made_of])) if made_of else "more"
    if change == "drop":
        document.pop(name, None)
    elif change in {"wrong", "null"} and made_of:
        document[name] = None if change == "null" else draw(JSON)
    elif change == "more":
        document["unknown"] = draw(JSON)
    return document


def _class(kind: str, made_of: list[Field]) -> Any:
    """A class of a kind with these fields."""
    name = f"{kind.title()}{next(_NUMBER)}"
    types = {field.name: field.case[0] for field in made_of}
    given = {field.name: field.default for field in made_of if field.optional}
    if kind == "typeddict":
        return TypedDict(  # type: ignore[operator]
            name,
            {each: NotRequired[types[each]] if each in given else types[each] for each in types},
        )
    if kind == "attrs":
        members = {each: attrs.field(default=given.get(each, attrs.NOTHING)) for each in types}
        for each, member in members.items():
            member.type = types[each]
        return attrs.make_class(name, members)
    pairs = [(each, types[each], *([given[each]] if each in given else [])) for each in types]
    if kind == "struct":
        return msgspec.defstruct(name, pairs)
    return dataclasses.make_dataclass(
        name,
        [
            (each, types[each], dataclasses.field(default=given.get(each, dataclasses.MISSING)))
            for each in types
        ],
    )


@st.composite
def _classes(draw: st.DrawFn, inner: st.SearchStrategy[Case]) -> Case:
    kind = draw(st.sampled_from(["dataclass", "typeddict", "attrs", "struct"]))
    made_of = draw(fields(inner))
    return _class(kind, made_of), documents_of(made_of)


def _model(number: int, made_of: list[Field]) -> Case:
    """A strict pydantic model; others turn text into numbers."""
    members: Any = {
        field.name: (field.case[0], field.default if field.optional else ...) for field in made_of
    }
    strict = pydantic.ConfigDict(strict=True)
    model = pydantic.create_model(f"Model{number}", __config__=strict, **members)
    return model, documents_of(made_of)


# pydantic knows neither msgspec.Meta nor Structs nor attrs classes, so that they do not stand in a
# model; of times and of integers with names it takes more than its schema says, see DIFFERENCES.
_OF_MODELS = [int, float, bool, str, Any, UUID, Colour, Literal["a", "red"]]
_PLAIN = [case for case in _LEAVES if case[0] in _OF_MODELS]
_PLAIN += [(list[int], st.lists(INTEGERS)), (str | None, st.none() | TEXTS)]
_DEFAULTS = [dataclasses.MISSING, None, 7, "text"]
_MODELS = [
    _model(
        at,
        [
            Field("alpha", case, dataclasses.MISSING),
            Field("beta", _PLAIN[at - 1], _DEFAULTS[at % 4]),
        ],
    )
    for at, case in enumerate(_PLAIN)
]


def _parts(annotation: Any) -> set[Any]:
    """The types that a union is made of, without constraints."""
    if get_origin(annotation) is Annotated:
        return _parts(get_args(annotation)[0])
    if get_origin(annotation) is Union:
        return {part for each in get_args(annotation) for part in _parts(each)}
    return {annotation}


@st.composite
def _containers(draw: st.DrawFn, inner: st.SearchStrategy[Case]) -> Case:
    annotation, documents = draw(inner)
    other, more = draw(inner)
    made: Case = draw(
        st.sampled_from(
            [
                (LIST[annotation], st.lists(documents, max_size=3)),
                (set[int], st.lists(INTEGERS, max_size=3)),
                (TUPLE[annotation, ...], st.lists(documents, max_size=3)),
                (TUPLE[annotation, annotation], st.lists(documents, min_size=1, max_size=3)),
                (TUPLE[annotation, other], st.tuples(documents, more).map(list)),
                (DICT[str, annotation], st.dictionaries(st.sampled_from(_NAMES), documents)),
                (UNION[annotation, None], documents | st.none()),
                # msgspec puts `str | Annotated[str, Meta(...)]` together into one constrained str.
                (UNION[annotation, other], documents | more)
                # It crashes on a fixed tuple besides a type with limits, also within classes.
                if _parts(annotation).isdisjoint(_parts(other))
                and not any(
                    get_origin(part) is tuple for part in _parts(annotation) | _parts(other)
                )
                else (annotation, documents),
                (ANNOTATED[annotation, "described"], documents),
            ]
        )
    )
    return made


CASES: st.SearchStrategy[Case] = st.recursive(
    st.sampled_from(_LEAVES + _MODELS),
    lambda inner: st.one_of(_classes(inner), _containers(inner)),
    max_leaves=6,
)
