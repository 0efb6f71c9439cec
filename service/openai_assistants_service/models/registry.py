"""The models of a service, by the names that assistants and runs give them."""

from collections.abc import Callable, Mapping

from attrs import field, frozen

from .base import Model
from .builtin_model import BuiltinModel
from .test_model import TestModel

TEST_MODEL = "test-model"

MODELS: Mapping[str, Callable[[], Model]] = {"builtin": BuiltinModel, TEST_MODEL: TestModel}
"""The models that come with the service, by the names that `--model` takes."""


def _test_model() -> Mapping[str, Model]:
    return {TEST_MODEL: TestModel()}


@frozen
class ModelRegistry:
    """Says which model answers to a name.

    Attributes:
        default: answers to every other name, so that an assistant made for a hosted model runs.
        named: the models that answer to a name of their own.
    """

    default: Model = field(factory=BuiltinModel)
    named: Mapping[str, Model] = field(factory=_test_model)

    def get(self, name: str) -> Model:
        """Return the model that answers to a name."""
        return self.named.get(name, self.default)
