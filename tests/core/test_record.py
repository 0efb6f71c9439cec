"""Records."""

from typing import Any

import pytest

from openai_assistants_core.record import Record


class Pass(Record, frozen=True):
    """Who may enter, with the word to say."""

    _hidden = ("word",)

    name: str
    word: str
    gate: int = 1


def test_what_is_hidden_is_not_printed() -> None:
    assert repr(Pass("Ada", "sesame")) == "Pass(name='Ada', gate=1)"
    assert f"{[Pass('Ada', 'sesame')]}" == "[Pass(name='Ada', gate=1)]"


def test_a_record_cannot_be_changed() -> None:
    one: Any = Pass("Ada", "sesame")
    with pytest.raises(AttributeError):
        one.word = "open"
    assert one == Pass("Ada", "sesame")
    assert one != Pass("Ada", "open")
