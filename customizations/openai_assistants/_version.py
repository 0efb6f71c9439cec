"""The version of this distribution; pyproject.toml has the same one."""

__version__ = "0.1.0"
