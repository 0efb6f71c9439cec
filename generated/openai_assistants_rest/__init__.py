# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""The Assistants REST API, as its description has it: models, operations and resources. No I/O.

Modules are loaded on first use; `OPERATIONS` holds every operation by its id.
"""

from typing import TYPE_CHECKING

from openai_assistants_core.lazy import lazy_exports

if TYPE_CHECKING:
    from .operations import OPERATIONS

__all__ = ["OPERATIONS"]

__getattr__, __dir__ = lazy_exports(__name__, {"operations": ("OPERATIONS",)})
