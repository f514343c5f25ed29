"""The site: `sphinx-build -W docs build/site` where the package and the group `docs` of pyproject.toml are installed.

Doxygen reads the headers where it is installed; without it the reference of C++ is one page that says so. Nothing of
the site is loaded from elsewhere, and building it asks nothing of the net.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

import headers
import reference

import shengzhou_report as sr

ROOT = Path(__file__).resolve().parents[1]
DOXYGEN = ROOT / "build" / "doxygen"
read = headers.run(ROOT / "include" / "shengzhou_report", DOXYGEN)
reference.write_pages(ROOT / "docs" / "reference" / "generated", read)

project = "shengzhou_report"
author = "the shengzhou_report authors"
project_copyright = author
version = release = sr.__version__
language = "en"

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "mathml",
    "stub_signatures",
]
if read is not None:
    extensions.append("breathe")
breathe_projects = {"shengzhou_report": str(DOXYGEN / "xml")}
breathe_default_project = "shengzhou_report"
breathe_show_define_initializer = False
breathe_show_include = False
#: The page of each header opens the one namespace of all.
suppress_warnings = ["duplicate_declaration.cpp"]

source_suffix = {".rst": "restructuredtext", ".md": "myst-nb", ".ipynb": "myst-nb"}
exclude_patterns = ["_ext", "notebooks/examples/api"]
#: Outputs are those that stand in the notebooks, which a step of tests/run executes.
nb_execution_mode = "off"
myst_enable_extensions = ["dollarmath", "colon_fence", "deflist"]
myst_heading_anchors = 4
html_math_renderer = "mathml"

#: `name` in a docstring is code, and a link where it is a name of the package.
default_role = "py:obj"
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
#: Two thousand entries of objects in the tree of pages would cost a minute; the pages have tables of them.
toc_object_entries = False
python_maximum_signature_line_length = 100
python_use_unqualified_type_names = True

html_theme = "furo"
html_title = f"shengzhou_report {release}"
html_copy_source = False
html_show_sphinx = False
html_static_path = ["_static"]
html_css_files = ["site.css"]
pygments_style = "friendly"
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
