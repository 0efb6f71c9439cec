"""How Sphinx makes the site out of these pages and of the docstrings: `make docs`."""

import sys
from pathlib import Path

from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).with_name("extensions")))

project = "openai-assistants"
copyright = "the authors; MIT licence"
html_title = project
html_theme = "furo"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "docstrings",
    "public_names",
]
exclude_patterns = ["_build", "extensions"]

# A link to a page, a heading or a file that is not there is a warning, and `make docs` takes
# warnings for errors.
myst_heading_anchors = 4
nitpicky = True
# Types in signatures are written as they are imported, of which only public ones have a place here.
nitpick_ignore_regex = [(r"py:(class|obj|data|exc)", r".*")]
# The same name in several packages is the same object.
suppress_warnings = ["ref.python"]

autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True}
python_use_unqualified_type_names = True
toc_object_entries = False
add_module_names = False
maximum_signature_line_length = 88
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
# Docstrings have names between single backticks, as Markdown has.
default_role = "code"


def setup(app: Sphinx) -> dict[str, bool]:
    """What pages link to beside this folder has a page of the site that includes it."""
    app.connect("source-read", lambda app, page, text: text.append(link_within(text.pop())))
    return {"parallel_read_safe": True}


def link_within(text: str) -> str:
    """A page whose links lead to pages of the site."""
    return text.replace("](../spec/README.md)", "](description.md)")
