"""Descriptions from docstrings, against what griffe reads in them."""

import inspect
from typing import Any

import griffe
import pytest

from openai_assistants.tools.docstrings import parse

GOOGLE = """The weather in a city.

    Looks ahead at most ten days: not more.

    Args:
        city: Its name, as on a map
            of the country.
        days (int, optional): How many days.
        unit (Literal["C", "F"]): Of temperatures: celsius or fahrenheit.
        undescribed:

    Returns:
        city: not a parameter.

    Raises:
        ValueError: there is no such city.
    """

NUMPY = """The weather in a city.

    Looks ahead at most ten days: not more.

    Parameters
    ----------
    city : str
        Its name, as on a map
        of the country.
    days : int, optional
        How many days.
    unit : {"C", "F"}
        Of temperatures: celsius or fahrenheit.
    undescribed

    Returns
    -------
    city : str
        Not a parameter.
    """

SPHINX = """The weather in a city.

    Looks ahead at most ten days: not more.

    :param city: Its name, as on a map
        of the country.
    :param int days: How many days.
    :type city: str
    :param unit: Of temperatures: celsius or fahrenheit.
    :returns: city: not a parameter.
    :raises ValueError: there is no such city.
    """

TEXT = "The weather in a city.\n\nLooks ahead at most ten days: not more."
PARAMETERS = {
    "city": "Its name, as on a map of the country.",
    "days": "How many days.",
    "unit": "Of temperatures: celsius or fahrenheit.",
}
STYLES = [("google", GOOGLE), ("numpy", NUMPY), ("sphinx", SPHINX)]


@pytest.mark.parametrize(("style", "docstring"), STYLES)
def test_the_three_styles(style: Any, docstring: str) -> None:
    """The same text and parameters in each, as griffe finds them."""
    parsed = parse(docstring)
    assert (parsed.text, parsed.parameters) == (TEXT, PARAMETERS)
    sections = griffe.Docstring(inspect.cleandoc(docstring)).parse(style, warnings=False)
    named = {
        parameter.name: " ".join(parameter.description.split())
        for section in sections
        if section.kind is griffe.DocstringSectionKind.parameters
        for parameter in section.value
        if parameter.description
    }
    assert parsed.parameters == named
    assert sections[0].value == parsed.text


@pytest.mark.parametrize(
    ("docstring", "text", "parameters"),
    [
        (None, "", {}),
        ("", "", {}),
        ("One line.", "One line.", {}),
        ("Args:\n    city: Its name.", "", {"city": "Its name."}),
        (
            "Text.\n\nArgs:\n    *rest: All.\n    **more: Others.",
            "Text.",
            {"rest": "All.", "more": "Others."},
        ),
        (
            "Text.\n\nParameters\n----------\nx, y : int\n    Place.",
            "Text.",
            {"x": "Place.", "y": "Place."},
        ),
        ("Important:\nread this.", "Important:\nread this.", {}),
        ("Text.\n\nExamples:\n    city: Rome", "Text.", {}),
        (
            "A place.\n\n    Attributes:\n        x: East.\n    ",
            "A place.",
            {"x": "East."},
        ),
        (
            "Text.\n\nArgs:\n    f (Callable[[int], str]): Made: by you.",
            "Text.",
            {"f": "Made: by you."},
        ),
        ("Text.\n:param x: One.\n\nMore.", "Text.", {"x": "One. More."}),
    ],
)
def test_corners(docstring: str | None, text: str, parameters: dict[str, str]) -> None:
    """No section, nothing but a section, stars, names together, headers that are none."""
    parsed = parse(docstring)
    assert (parsed.text, parsed.parameters) == (text, parameters)
