"""The meter: capacity units by AWS's documented rounding, and how they are reported."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

READ_UNIT = 4096
WRITE_UNIT = 1024


def read_units(size: int, consistent: bool) -> float:
    """Units to read so many bytes at once; reading nothing costs as much as reading a little."""
    return max(1, -(-size // READ_UNIT)) * (1.0 if consistent else 0.5)


def write_units(size: int) -> int:
    """Units to write so many bytes."""
    return max(1, -(-size // WRITE_UNIT))


@dataclass
class _Consumed:
    """What one table and its indexes cost."""

    read: float = 0.0
    write: float = 0.0
    indexes: dict[tuple[str, bool], float] = field(default_factory=dict)


class Meter:
    """Adds up what a request costs, table by table, when the request wants to know.

    `ReturnConsumedCapacity` TOTAL gives a sum a table, INDEXES also the arms of table and indexes.
    """

    def __init__(self, request: dict[str, Any], transactional: bool = False) -> None:
        self._detail = request.get("ReturnConsumedCapacity") or "NONE"
        self._transactional = transactional
        self._tables: dict[str, _Consumed] = {}

    def read(self, table: str, units: float, index: tuple[str, bool] | None = None) -> None:
        """Add a read of a table, or of its index (name, whether local)."""
        consumed = self._tables.setdefault(table, _Consumed())
        if index is None:
            consumed.read += units
        else:
            consumed.indexes[index] = consumed.indexes.get(index, 0.0) + units

    def write(self, table: str, units: float, indexes: dict[tuple[str, bool], int]) -> None:
        """Add a write of a table, with its index arms."""
        consumed = self._tables.setdefault(table, _Consumed())
        consumed.write += units
        for index, arm in indexes.items():
            consumed.indexes[index] = consumed.indexes.get(index, 0.0) + arm

    def one(self) -> dict[str, Any]:
        """The answer's `ConsumedCapacity` for a request on one table; empty when nobody asked."""
        reports = self._reports()
        return {"ConsumedCapacity": reports[0]} if reports else {}

    def many(self) -> dict[str, Any]:
        """The answer's `ConsumedCapacity` for a request on several tables."""
        reports = self._reports()
        return {"ConsumedCapacity": reports} if reports else {}

    def _reports(self) -> list[dict[str, Any]]:
        if self._detail == "NONE":
            return []
        return [self._report(name, consumed) for name, consumed in self._tables.items()]

    def _report(self, name: str, consumed: _Consumed) -> dict[str, Any]:
        kind = "Write" if consumed.write else "Read"
        table = consumed.read + consumed.write
        report = {"TableName": name, **self._units(kind, table + sum(consumed.indexes.values()))}
        if self._detail == "INDEXES":
            report["Table"] = self._units(kind, table)
            for member, local in (("GlobalSecondaryIndexes", False), ("LocalSecondaryIndexes", True)):
                arms = {
                    index: self._units(kind, units)
                    for (index, at), units in consumed.indexes.items()
                    if at is local
                }
                if arms:
                    report[member] = arms
        return report

    def _units(self, kind: str, units: float) -> dict[str, float]:
        report = {"CapacityUnits": float(units)}
        if self._transactional:
            report[f"{kind}CapacityUnits"] = float(units)
        return report
