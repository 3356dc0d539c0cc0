"""The JSON schemas of what operations take and answer, made of the classes their rooms name in `shapes`."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any, Literal

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from chalicelib.core.lists import List
from chalicelib.core.operations import Operation
from chalicelib.core.shapes import Problem

Json = dict[str, Any]
Mode = Literal["validation", "serialization"]

_REF = "#/components/schemas/"
_CURSOR = {"type": ["string", "null"]}


class _Plain(GenerateJsonSchema):
    """Without a title for each field, which would only repeat its name."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False


class Schemas:
    """The schemas of some operations, those with a name in `components`."""

    def __init__(self, operations: Sequence[Operation]) -> None:
        wanted = {key for operation in operations for key in _keys(operation)}
        inputs = [(key, mode, TypeAdapter(_class(*key))) for key, mode in sorted(wanted)]
        inputs.append((("", "Problem"), "serialization", TypeAdapter(Problem)))
        made, definitions = TypeAdapter.json_schemas(
            inputs, ref_template=_REF + "{model}", schema_generator=_Plain
        )
        self.components: Json = definitions["$defs"]
        self._made = made

    def taken(self, operation: Operation) -> Json:
        """What a body must be; of a change, every field may be left out."""
        schema = self._of(operation, operation.takes, "validation")
        if operation.method != "PATCH":
            return schema
        name = f"{operation.takes}Changes"
        self.components[name] = _optional(self._resolved(schema))
        return {"$ref": _REF + name}

    def answered(self, operation: Operation) -> Json:
        if not operation.lists:
            return self._of(operation, operation.answers, "serialization")
        name = f"{operation.lists}List"
        row = self._of(operation, operation.lists, "serialization")
        self.components[name] = _envelope(row, sorted_=isinstance(operation.query, List))
        return {"$ref": _REF + name}

    def query(self, operation: Operation) -> Json:
        """The parameters of a query by name."""
        if not isinstance(operation.query, str) or not operation.query:
            return {}
        properties: Json = self._resolved(self._of(operation, operation.query, "validation"))["properties"]
        return properties

    def has_version(self, operation: Operation) -> bool:
        """Whether it answers a record, which has a version and thus an ETag."""
        if not operation.answers:
            return False
        schema = self._resolved(self._of(operation, operation.answers, "serialization"))
        return "version" in schema.get("properties", {})

    def _of(self, operation: Operation, name: str, mode: Mode) -> Json:
        schema: Json = self._made[((_shapes(operation), name), mode)]
        return schema

    def _resolved(self, schema: Json) -> Json:
        found: Json = self.components[schema["$ref"].removeprefix(_REF)] if "$ref" in schema else schema
        return found


def _keys(operation: Operation) -> list[tuple[tuple[str, str], Mode]]:
    module = _shapes(operation)
    names: list[tuple[str, Mode]] = [
        (operation.takes, "validation"),
        ("" if "/" in operation.answers else operation.answers, "serialization"),
        (operation.lists, "serialization"),
        (operation.query if isinstance(operation.query, str) else "", "validation"),
    ]
    return [((module, name), mode) for name, mode in names if name]


def _shapes(operation: Operation) -> str:
    return operation.module.rpartition(".")[0] + ".shapes"


def _class(module: str, name: str) -> Any:
    return getattr(import_module(module), name)


def _optional(schema: Json) -> Json:
    """The schema of a change: nothing is required, and what is left out stays as it is."""
    fields = {
        name: {key: value for key, value in each.items() if key != "default"}
        for name, each in schema["properties"].items()
    }
    return {**{key: value for key, value in schema.items() if key != "required"}, "properties": fields}


def _envelope(row: Json, *, sorted_: bool) -> Json:
    """The one envelope of all lists; `sort` and `order` say how those that can be sorted are."""
    properties: Json = {
        "items": {"type": "array", "items": row},
        "next": _CURSOR,
        "previous": _CURSOR,
        "total": {"type": "integer"},
        "total_is_exact": {"type": "boolean"},
        "partial": {"type": "boolean"},
    }
    if sorted_:
        properties |= {"sort": {"type": "string"}, "order": {"type": "string", "enum": ["asc", "desc"]}}
    return {
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }
