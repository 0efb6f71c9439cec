"""The types that the tables of signatures and annotations use."""

import dataclasses
import enum
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple, NotRequired, Optional, TypedDict, Union
from uuid import UUID

import annotated_types
import attrs
import msgspec
import pydantic
from msgspec import Meta
from pydantic import Field

__all__ = ["UUID", "Annotated", "Any", "Decimal", "Field", "Literal", "Meta", "Optional", "Union"]
__all__ += ["annotated_types", "date", "datetime", "time", "timedelta"]
__all__ += ["Color", "Level", "Model", "Node", "Pair", "Person", "Place", "Point", "Shape", "Spot"]
__all__ += ["Circle", "Square"]


class Color(enum.Enum):
    RED = "red"
    BLUE = "blue"


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


@dataclasses.dataclass
class Point:
    """A place on a map.

    Attributes:
        x: East.
    """

    x: float
    y: float = 0.0


@dataclasses.dataclass
class Node:
    value: int
    next: Optional["Node"] = None


class Person(TypedDict):
    name: str
    born: NotRequired[date]


class Pair(NamedTuple):
    one: int
    other: int


@attrs.define
class Place:
    name: str
    since: datetime | None = None


class Spot(msgspec.Struct):
    name: str
    tags: list[str] = []


class Circle(msgspec.Struct, tag="circle"):
    radius: float


class Square(msgspec.Struct, tag="square"):
    side: float


Shape = Circle | Square


class Model(pydantic.BaseModel):
    """A model."""

    name: str
    size: int = Field(default=1, ge=1, description="How big.")
