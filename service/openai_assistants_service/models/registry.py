"""The models of a service, by the names that assistants and runs give them."""

from collections.abc import Callable, Mapping, Sequence
from fnmatch import fnmatchcase

from attrs import field, frozen

from .base import Model
from .builtin_model import BuiltinModel
from .test_model import TestModel

TEST_MODEL = "test-model"

MODELS: Mapping[str, Callable[[], Model]] = {"builtin": BuiltinModel, TEST_MODEL: TestModel}
"""The models that come with the service, by the names that `--model` takes."""

_GLOB = "*?["


def _test_model() -> Mapping[str, Model]:
    return {TEST_MODEL: TestModel()}


@frozen
class ModelRegistry:
    """Says which model answers to a name.

    Attributes:
        default: answers to every other name, so that an assistant made for a hosted model runs.
        named: the models that answer to a name of their own.
        patterns: those that answer to what a pattern matches; the first that does is taken.
    """

    default: Model = field(factory=BuiltinModel)
    named: Mapping[str, Model] = field(factory=_test_model)
    patterns: Sequence[tuple[str, Model]] = ()

    def get(self, name: str) -> Model:
        """Return the model that answers to a name."""
        if name in self.named:
            return self.named[name]
        matching = (model for pattern, model in self.patterns if fnmatchcase(name, pattern))
        return next(matching, self.default)

    def names(self) -> list[str]:
        """Return the names that were given to models; a pattern is no name."""
        given = [pattern for pattern, _ in self.patterns if not set(pattern) & set(_GLOB)]
        return list(dict.fromkeys([*given, *self.named]))
