#!/usr/bin/env python3
"""Writes the JSON Schema of tables of statements from the table of their columns, or checks that it is up to date.

    tests/tools/schemas.py            writes it
    tests/tools/schemas.py --check    ends with 1 where what is committed differs

A change that a file written before does not pass needs a new version: another number in the name of the file.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from shengzhou_report._tables.fields import STATEMENT_FIELDS, Field
from shengzhou_report._tables.json import SCHEMA
from shengzhou_report._tables.table import FILE

FILE_OF_SCHEMA = Path(__file__).parents[2] / "python" / "shengzhou_report" / "schema" / SCHEMA


def of_field(field: Field) -> dict[str, Any]:
    """What the cells of a column may be."""
    described = {"title": field.title, "description": field.title_zh}
    if field.words:
        return described | {"enum": list(field.words)}
    if field.type == "text":
        return described | {"type": "string"}
    # Offsets are always known.
    known = field.name in ("start", "end", "byte_start", "byte_end")
    return described | ({"type": "integer", "minimum": 0} if known else {"type": [field.type, "null"]})


def schema() -> dict[str, Any]:
    """The schema of a list of statements."""
    columns = {field.name: of_field(field) for field in STATEMENT_FIELDS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:shengzhou-report:schema:" + SCHEMA.removesuffix(".json").replace("-", ":"),
        "title": "Statements of government work reports",
        "description": "An object a statement, in the order of the text. A number that is missing or infinite is null.",
        "type": "array",
        "items": {
            "type": "object",
            "properties": {FILE: {"title": "file", "type": "string"}} | columns,
            "required": list(columns),
            "additionalProperties": False,
        },
    }


def main() -> int:
    """Writes or checks."""
    text = json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
    if "--check" in sys.argv[1:]:
        same = FILE_OF_SCHEMA.read_text(encoding="utf-8") == text
        print("up to date" if same else f"{FILE_OF_SCHEMA.name} differs: run tests/tools/schemas.py")
        return 0 if same else 1
    FILE_OF_SCHEMA.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
