"""The models of a service, by the names that assistants and runs give them."""

from collections.abc import Mapping

from attrs import field, frozen

from .base import Model
from .builtin_model import BuiltinModel


def _none() -> Mapping[str, Model]:
    return {}


@frozen
class ModelRegistry:
    """Says which model answers to a name.

    Attributes:
        default: answers to every other name, so that an assistant made for a hosted model runs.
        named: the models that answer to a name of their own.
    """

    default: Model = field(factory=BuiltinModel)
    named: Mapping[str, Model] = field(factory=_none)

    def get(self, name: str) -> Model:
        """Return the model that answers to a name."""
        return self.named.get(name, self.default)
