"""Objects as another service showed them, read into what is stored here."""

from .checked import check_object
from .rows import to_import
from .writing import different, import_all

__all__ = ["check_object", "different", "import_all", "to_import"]
