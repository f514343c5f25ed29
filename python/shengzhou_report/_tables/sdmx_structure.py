"""The structure message of the SDMX-CSV, as SDMX-ML 2.1: data flow, lists of codes, concepts, data structure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timezone
from xml.etree import ElementTree as ET

from shengzhou_report._core import catalogue

from .sdmx import reports_of
from .sdmx_codes import AGENCY, COMPONENTS, DATAFLOW, STRUCTURE, VERSION, Component, Names, code_lists
from .table import Table

_SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
_MESSAGE, _STRUCTURE, _COMMON = (f"{{{_SCHEMAS}/{part}}}" for part in ("message", "structure", "common"))
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_CONCEPTS = "CS_WORK_REPORT"

#: Lists of which a file has only what it uses.
_PARTIAL = frozenset({"CL_AREA", "CL_UNIT"})


def write(table: Table) -> str:
    """The message that describes the SDMX-CSV of a table."""
    for prefix, part in (("mes", "message"), ("str", "structure"), ("com", "common")):
        ET.register_namespace(prefix, f"{_SCHEMAS}/{part}")
    root = ET.Element(_MESSAGE + "Structure")
    header = ET.SubElement(root, _MESSAGE + "Header")
    now = datetime.now(timezone.utc).replace(microsecond=0, tzinfo=None).isoformat()
    for name, text in (("ID", STRUCTURE), ("Test", "false"), ("Prepared", now)):
        ET.SubElement(header, _MESSAGE + name).text = text
    ET.SubElement(header, _MESSAGE + "Sender", id=AGENCY)
    structures = ET.SubElement(root, _MESSAGE + "Structures")
    flow = _item(_sub(structures, "Dataflows"), "Dataflow", DATAFLOW, "Figures of work reports", "政府工作报告数据")
    _reference(_sub(flow, "Structure"), "datastructure", "DataStructure", STRUCTURE)
    lists = _sub(structures, "Codelists")
    for name, codes in code_lists(reports_of(table)).items():
        _code_list(lists, name, codes)
    scheme = _item(
        _sub(structures, "Concepts"), "ConceptScheme", _CONCEPTS, "Concepts of work reports", "政府工作报告概念"
    )
    for component in COMPONENTS:
        _names(_sub(scheme, "Concept", id=component.id), component.name, component.name_zh)
    _data_structure(_sub(structures, "DataStructures"))
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _sub(parent: ET.Element, name: str, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, _STRUCTURE + name, attributes)


def _item(parent: ET.Element, kind: str, name: str, english: str, chinese: str, **attributes: str) -> ET.Element:
    """Something that the agency maintains."""
    item = _sub(parent, kind, id=name, agencyID=AGENCY, version=VERSION, isFinal="true", **attributes)
    _names(item, english, chinese)
    return item


def _names(parent: ET.Element, english: str, chinese: str) -> None:
    """Names in both languages, of which one may be missing."""
    for language, text in (("en", english), ("zh", chinese)):
        if text:
            ET.SubElement(parent, _COMMON + "Name", {_LANGUAGE: language}).text = text


def _reference(parent: ET.Element, package: str, kind: str, name: str, inside: Mapping[str, str] | None = None) -> None:
    where = {"id": name, "agencyID": AGENCY, "version": VERSION, "package": package, "class": kind} | dict(inside or {})
    ET.SubElement(parent, "Ref", where)


def _code_list(parent: ET.Element, name: str, codes: Names) -> None:
    title = name.removeprefix("CL_").replace("_", " ").lower()
    partial = {"isPartial": "true"} if name in _PARTIAL else {}
    items = _item(parent, "Codelist", name, f"codes of {title}", "", **partial)
    series = {item.id.upper(): item.code for item in catalogue()} if name == "CL_INDICATOR" else {}
    for code, (english, chinese) in codes.items():
        item = _sub(items, "Code", id=code)
        _names(item, english or chinese, chinese)
        if code in series:
            ET.SubElement(item, _COMMON + "Description", {_LANGUAGE: "en"}).text = f"series {series[code]}"


def _data_structure(parent: ET.Element) -> None:
    structure = _item(parent, "DataStructure", STRUCTURE, "Figures of work reports", "政府工作报告数据结构")
    parts = _sub(structure, "DataStructureComponents")
    dimensions = _sub(parts, "DimensionList", id="DimensionDescriptor")
    position = 0
    for component in _of("dimension"):
        position += 1
        _component(dimensions, "Dimension", component, position=str(position))
    for component in _of("time"):
        _component(dimensions, "TimeDimension", component, position=str(position + 1))
    attributes = _sub(parts, "AttributeList", id="AttributeDescriptor")
    for component in _of("attribute"):
        status = "Mandatory" if component.id in ("UNIT_MEASURE", "UNIT_MULT", "OBS_STATUS") else "Conditional"
        element = _component(attributes, "Attribute", component, assignmentStatus=status)
        relation = _sub(element, "AttributeRelationship")
        ET.SubElement(_sub(relation, "PrimaryMeasure"), "Ref", {"id": "OBS_VALUE"})
    measures = _sub(parts, "MeasureList", id="MeasureDescriptor")
    for component in _of("measure"):
        _component(measures, "PrimaryMeasure", component)


def _of(role: str) -> Iterator[Component]:
    return (component for component in COMPONENTS if component.role == role)


def _component(parent: ET.Element, kind: str, component: Component, **attributes: str) -> ET.Element:
    element = _sub(parent, kind, id=component.id, **attributes)
    inside = {"maintainableParentID": _CONCEPTS, "maintainableParentVersion": VERSION}
    concept = {"id": component.id, "agencyID": AGENCY, "package": "conceptscheme", "class": "Concept"}
    ET.SubElement(_sub(element, "ConceptIdentity"), "Ref", concept | inside)
    shape = _sub(element, "LocalRepresentation")
    if component.codes:
        _reference(_sub(shape, "Enumeration"), "codelist", "Codelist", component.codes)
    else:
        _sub(shape, "TextFormat", textType=component.text)
    return element
