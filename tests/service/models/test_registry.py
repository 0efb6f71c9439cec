"""Which model answers to a name."""

from tests.support.service.scripted import answer, follow

from openai_assistants_service.models.builtin_model import BuiltinModel
from openai_assistants_service.models.registry import ModelRegistry


def test_a_name_of_its_own_comes_first() -> None:
    default, special = follow(answer("a")), follow(answer("b"))
    models = ModelRegistry(default, {"special": special})
    assert models.get("special") is special
    assert models.get("gpt-4o") is default


def test_the_built_in_model_answers_to_every_name() -> None:
    assert isinstance(ModelRegistry().get("gpt-4o"), BuiltinModel)
