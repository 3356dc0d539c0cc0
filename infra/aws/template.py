"""The YAML files of this folder as one piece of template, for `chalice package --merge-template`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
Template = dict[str, dict[str, Any]]


class Loader(yaml.SafeLoader):
    """Reads CloudFormation's short forms (`!Ref`, `!Sub`, …) as the long ones JSON knows."""


def _long_form(loader: Loader, suffix: str, node: yaml.Node) -> dict[str, Any]:
    name = suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}"
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
        return {name: value.split(".", 1) if suffix == "GetAtt" else value}
    if isinstance(node, yaml.SequenceNode):
        return {name: loader.construct_sequence(node, deep=True)}
    raise yaml.constructor.ConstructorError(None, None, f"!{suffix} takes a text or a list", node.start_mark)


Loader.add_multi_constructor("!", _long_form)


def read(file: Path) -> Template:
    """Return one file, its short forms long."""
    sections: Template = yaml.load(file.read_text(), Loader)
    return sections


def assemble(folder: Path = FOLDER) -> Template:
    """Return all files of `folder` as one; raises ValueError when two say the same name."""
    whole: Template = {}
    for file in sorted(folder.glob("*.yaml")):
        for section, entries in read(file).items():
            known = whole.setdefault(section, {})
            if twice := known.keys() & entries.keys():
                raise ValueError(f"{file.name} says {', '.join(sorted(twice))} again")
            known.update(entries)
    return whole
