"""Requests Hypothesis may think of: small worlds, so that requests meet each other."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

Step = tuple[str, dict[str, Any]]
"""An operation of boto3's client and its request."""

SCALARS = st.one_of(
    st.sampled_from([{"S": text} for text in ("", "a", "ab", "b", "é", "Œ")]),
    st.sampled_from([{"N": number} for number in ("0", "1", "-1", "1.5", "10", "2")]),
    st.sampled_from([{"B": b"a"}, {"B": b"\xff"}, {"BOOL": True}, {"BOOL": False}, {"NULL": True}]),
)
SETS = st.one_of(
    st.sets(st.sampled_from("abc"), min_size=1).map(lambda members: {"SS": sorted(members)}),
    st.sets(st.sampled_from(["1", "2", "3.5"]), min_size=1).map(lambda members: {"NS": sorted(members)}),
)
LISTS = st.lists(SCALARS, max_size=3).map(lambda values: {"L": values})
MAPS = st.dictionaries(st.sampled_from(["x", "y"]), SCALARS, max_size=2).map(lambda values: {"M": values})
VALUES = st.one_of(SCALARS, SETS, LISTS, MAPS)
USUAL = {
    "a": st.sampled_from([{"N": number} for number in ("0", "1", "2.5", "-3")]),
    "b": st.sampled_from([{"S": text} for text in ("", "a", "ab", "é")]),
    "l": LISTS,
    "m": MAPS,
    "t": st.sets(st.sampled_from("abz"), min_size=1).map(lambda members: {"SS": sorted(members)}),
    "u": st.sets(st.sampled_from("17"), min_size=1).map(lambda members: {"NS": sorted(members)}),
}
"""What each attribute usually holds, so that most requests mean something."""

PATHS = st.sampled_from(["a", "b", "l", "m", "t", "u", "l[0]", "l[1]", "m.x", "m.y", "#n", "m.#n"])
FITTING = st.sampled_from(
    [
        ("SET", "a = a + :i"),
        ("SET", "a = if_not_exists(a, :i) - :j"),
        ("SET", "l = list_append(l, :list)"),
        ("SET", "l = list_append(:list, if_not_exists(l, :list))"),
        ("SET", "l[1] = :s"),
        ("SET", "l[7] = :map"),
        ("SET", "m.x = :list"),
        ("SET", "m.#n = :flag"),
        ("SET", "m = :map"),
        ("SET", "b = :t"),
        ("REMOVE", "l[0]"),
        ("REMOVE", "m.y"),
        ("ADD", "a :j"),
        ("ADD", "t :set"),
        ("ADD", "u :ns"),
        ("DELETE", "t :set"),
        ("DELETE", "u :ns"),
    ]
)
"""Clauses that can be carried out on what attributes usually hold."""

OPERANDS = st.sampled_from([":s", ":t", ":i", ":j", ":set", ":ns", ":list", ":map", ":flag"])
PLACEHOLDERS: dict[str, Any] = {
    ":s": {"S": "a"},
    ":t": {"S": "ab"},
    ":i": {"N": "1"},
    ":j": {"N": "2.5"},
    ":set": {"SS": ["a", "z"]},
    ":ns": {"NS": ["1", "7"]},
    ":list": {"L": [{"N": "1"}]},
    ":map": {"M": {"x": {"S": "a"}}},
    ":flag": {"BOOL": True},
    ":type": {"S": "S"},
}


@st.composite
def _predicates(draw: st.DrawFn) -> str:
    path, operand, other = draw(PATHS), draw(OPERANDS), draw(OPERANDS)
    sign = draw(st.sampled_from(["=", "<>", "<", "<=", ">", ">="]))
    left = draw(st.sampled_from([path, path, f"size({path})"]))
    return draw(
        st.sampled_from(
            [
                f"{left} {sign} {operand}",
                f"{operand} {sign} {left}",
                f"attribute_exists({path})",
                f"attribute_not_exists({path})",
                f"begins_with({path}, {operand})",
                f"contains({path}, {operand})",
                f"{path} IN ({operand}, {other})",
                f"{path} BETWEEN :i AND :j",
                f"{path} BETWEEN :s AND :t",
                f"attribute_type({path}, :s)" if draw(st.booleans()) else f"{path} {sign} b",
            ]
        )
    )


def _joined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.tuples(inner, st.sampled_from(["AND", "OR"]), inner).map(lambda it: f"({it[0]}) {it[1]} {it[2]}"),
        st.tuples(inner, inner).map(lambda it: f"({it[0]} and (not {it[1]}))"),
        inner.map(lambda it: f"NOT ({it})"),
    )


FITTING_CONDITIONS = st.sampled_from(
    [
        "begins_with(b, :s)",
        "contains(b, :s)",
        "contains(t, :s)",
        "contains(u, :i)",
        "contains(l, :i)",
        "size(b) >= :i",
        "size(l) < :j",
        "size(m) <> :i",
        "size(t) = :j",
        "a BETWEEN :i AND :j",
        "b BETWEEN :s AND :t",
        "a IN (:i, :j)",
        "a < :j",
        "b > :s",
        "t = :set",
        "m <> :map",
        "l[0] = :i",
        "m.x = :s",
        "attribute_type(b, :type)",
        "attribute_exists(a)",
        "attribute_not_exists(m.y)",
    ]
)
"""Conditions on what attributes usually hold."""

_PARTS = st.one_of(_predicates(), FITTING_CONDITIONS)
CONDITIONS = st.one_of(FITTING_CONDITIONS, st.recursive(_PARTS, _joined, max_leaves=3))


@st.composite
def _updates(draw: st.DrawFn) -> str:
    if draw(st.booleans()):
        clauses = draw(st.lists(FITTING, min_size=1, max_size=3, unique_by=lambda it: it[1][0]))
    else:
        clauses = [
            draw(_clauses(path)) for path in draw(st.lists(PATHS, min_size=1, max_size=3, unique=True))
        ]
    sections: dict[str, list[str]] = {}
    for verb, clause in clauses:
        sections.setdefault(verb, []).append(clause)
    return " ".join(f"{verb} {', '.join(clauses)}" for verb, clauses in sections.items())


@st.composite
def _clauses(draw: st.DrawFn, path: str) -> tuple[str, str]:
    # Only plain values are copied: moto keeps a copied map or list as one with its original.
    operand, other = draw(OPERANDS), draw(st.sampled_from(["a", "b"]))
    verb = draw(st.sampled_from(["SET", "SET", "SET", "REMOVE", "ADD", "DELETE"]))
    if verb == "REMOVE":
        return verb, path
    if verb != "SET":
        return verb, f"{path} {operand}"
    value = draw(
        st.sampled_from(
            [
                operand,
                operand,
                other,
                f"{path} + {operand}",
                f"{operand} - {other}",
                f"if_not_exists({path}, {operand})",
                f"if_not_exists({other}, :i) + :j",
                f"list_append({path}, :list)",
                f"list_append(:list, if_not_exists({path}, :list))",
            ]
        )
    )
    return verb, f"{path} = {value}"


UPDATES = _updates()


def with_placeholders(request: dict[str, Any]) -> dict[str, Any]:
    """Give a request the placeholders its expressions mention, and no others."""
    text = " ".join(str(value) for name, value in request.items() if name.endswith("Expression"))
    words = set("".join(c if c.isalnum() or c in ":#" else " " for c in text).split())
    values = {name: value for name, value in PLACEHOLDERS.items() if name in words}
    values |= {name: value for name, value in request.pop("values", {}).items() if name in words}
    names = {name: target for name, target in {"#n": "x", "#g": "g", "#k": "n"}.items() if name in words}
    request |= {"ExpressionAttributeValues": values} if values else {}
    return request | ({"ExpressionAttributeNames": names} if names else {})


@st.composite
def items(draw: st.DrawFn, prefix: str) -> dict[str, Any]:
    """An item of the table `people`, most of the time in its indexes."""
    made = draw(keys(prefix))
    for name, usual in USUAL.items():
        odds = draw(st.integers(0, 9))
        if odds < 7:
            made[name] = draw(usual if odds else VALUES)
    if draw(st.integers(0, 9)) < 8:
        made["g"] = {"S": prefix + draw(st.sampled_from("12"))}
    if draw(st.integers(0, 9)) < 8:
        made["n"] = {"N": draw(st.sampled_from(["-10", "-1.5", "0", "0.25", "3", "20"]))}
    return made


def keys(prefix: str) -> st.SearchStrategy[dict[str, Any]]:
    """A key of the table `people`; prefixes keep one example from meeting another."""
    return st.sampled_from("xyz").map(lambda sk: {"pk": {"S": prefix}, "sk": {"S": sk}})


@st.composite
def steps(draw: st.DrawFn, prefix: str) -> Step:
    """One request on the table `people`."""
    common = [_puts, _updatings, _updatings, _deletions, _gets, _queries, _transactions]
    step: Step = draw(draw(st.sampled_from([*common, *common, _batch_gets, _batch_writes]))(prefix))
    return step


@st.composite
def first_puts(draw: st.DrawFn, prefix: str) -> Step:
    """Two items, so that what follows meets something."""
    made = [draw(items(prefix)) | {"sk": {"S": sk}} for sk in "xy"]
    return "batch_write_item", {"RequestItems": {"people": [{"PutRequest": {"Item": item}} for item in made]}}


@st.composite
def _puts(draw: st.DrawFn, prefix: str) -> Step:
    request = {"TableName": "people", "Item": draw(items(prefix)), "ReturnValues": "ALL_OLD"}
    return "put_item", draw(_conditioned(request))


@st.composite
def _conditioned(draw: st.DrawFn, request: dict[str, Any]) -> dict[str, Any]:
    if draw(st.booleans()):
        request["ConditionExpression"] = draw(CONDITIONS)
    return with_placeholders(request)


@st.composite
def _updatings(draw: st.DrawFn, prefix: str) -> Step:
    request = {"TableName": "people", "Key": draw(keys(prefix)), "UpdateExpression": draw(UPDATES)}
    request["ReturnValues"] = draw(st.sampled_from(["ALL_NEW", "ALL_OLD", "UPDATED_NEW", "UPDATED_OLD"]))
    return "update_item", draw(_conditioned(request))


@st.composite
def _deletions(draw: st.DrawFn, prefix: str) -> Step:
    request = {"TableName": "people", "Key": draw(keys(prefix)), "ReturnValues": "ALL_OLD"}
    return "delete_item", draw(_conditioned(request))


@st.composite
def _gets(draw: st.DrawFn, prefix: str) -> Step:
    request = {"TableName": "people", "Key": draw(keys(prefix)), "ConsistentRead": draw(st.booleans())}
    if draw(st.booleans()):
        request["ProjectionExpression"] = ", ".join(
            draw(st.lists(PATHS, min_size=1, max_size=3, unique=True))
        )
    return "get_item", with_placeholders(request)


@st.composite
def _queries(draw: st.DrawFn, prefix: str) -> Step:
    request: dict[str, Any] = {"TableName": "people", "ScanIndexForward": draw(st.booleans())}
    place = draw(st.sampled_from(["table", "by_number", "by_group"]))
    values: dict[str, Any] = {
        ":p": {"S": prefix},
        ":g": {"S": prefix + "1"},
        ":x": {"S": "x"},
        ":y": {"S": "y"},
    }
    values |= {":low": {"N": "-1.50"}, ":high": {"N": "3"}}
    if place == "table":
        ranges = ["", " AND sk = :y", " AND sk > :x", " AND sk BETWEEN :x AND :y", " AND begins_with(sk, :x)"]
        condition = "pk = :p" + draw(st.sampled_from([*ranges, " AND sk <> :x", " OR sk = :x"]))
    else:
        request["IndexName"] = place
        ranges = ["", " AND #k >= :low", " AND #k BETWEEN :low AND :high", " AND #k < :high"]
        condition = "#g = :g" + (draw(st.sampled_from(ranges)) if place == "by_number" else "")
    request |= {"KeyConditionExpression": condition, "values": values}
    if draw(st.booleans()):
        request["FilterExpression"] = draw(CONDITIONS)
    if draw(st.booleans()):
        request["Limit"] = draw(st.integers(1, 3))
    return "query", with_placeholders(request)


@st.composite
def _batch_gets(draw: st.DrawFn, prefix: str) -> Step:
    wanted = draw(st.lists(keys(prefix), min_size=1, max_size=3))
    asked = with_placeholders({"Keys": wanted, "ProjectionExpression": "pk, sk, a, m.#n"})
    return "batch_get_item", {"RequestItems": {"people": asked}}


@st.composite
def _batch_writes(draw: st.DrawFn, prefix: str) -> Step:
    put = items(prefix).map(lambda item: {"PutRequest": {"Item": item}})
    delete = keys(prefix).map(lambda key: {"DeleteRequest": {"Key": key}})
    return "batch_write_item", {
        "RequestItems": {"people": draw(st.lists(put | delete, min_size=1, max_size=3))}
    }


@st.composite
def _transactions(draw: st.DrawFn, prefix: str) -> Step:
    return "transact_write_items", {"TransactItems": draw(st.lists(_actions(prefix), min_size=1, max_size=3))}


@st.composite
def _actions(draw: st.DrawFn, prefix: str) -> dict[str, Any]:
    verb = draw(st.sampled_from(["Put", "Update", "Delete", "ConditionCheck"]))
    if verb == "Put":
        request = {"TableName": "people", "Item": draw(items(prefix))}
    else:
        request = {"TableName": "people", "Key": draw(keys(prefix))}
    if verb == "Update":
        request["UpdateExpression"] = draw(UPDATES)
    if verb == "ConditionCheck":
        request["ConditionExpression"] = draw(CONDITIONS)
        return {verb: with_placeholders(request)}
    return {verb: draw(_conditioned(request))}
