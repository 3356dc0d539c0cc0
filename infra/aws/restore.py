"""Bring back what a table held: from its copy at an earlier moment, for one tenant or for all.

`python -m infra.aws.restore COPY TABLE [TENANT]`, after the drill of docs/operating.md. It may be run again.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import boto3

Item = dict[str, Any]
WRITTEN_AT_ONCE = 25
READ_AT_ONCE = 100


@dataclass
class Restoration:
    """`table` made like `copy`; with a `tenant`, only the items whose hash key begins with its id."""

    client: Any
    copy: str
    table: str
    tenant: str = ""

    def __post_init__(self) -> None:
        schema = self.client.describe_table(TableName=self.table)["Table"]["KeySchema"]
        self.keys = [each["AttributeName"] for each in schema]

    def run(self) -> tuple[int, int]:
        """Return how many items were written, and how many that came later were taken away."""
        written = self._write({"PutRequest": {"Item": item}} for item in self._items(self.copy))
        later = ({"DeleteRequest": {"Key": key}} for key in self._not_in_copy())
        return written, self._write(later)

    def _items(self, table: str) -> Iterator[Item]:
        """Every item of a table: the one place that scans, by an operator's hand and rights."""
        wanted: dict[str, Any] = {"TableName": table, "ConsistentRead": True}
        if self.tenant:
            wanted |= {
                "FilterExpression": "begins_with(#hash, :tenant)",
                "ExpressionAttributeNames": {"#hash": self.keys[0]},
                "ExpressionAttributeValues": {":tenant": {"S": f"{self.tenant}#"}},
            }
        for page in self.client.get_paginator("scan").paginate(**wanted):
            yield from page["Items"]

    def _not_in_copy(self) -> Iterator[Item]:
        keys = ({name: item[name] for name in self.keys} for item in self._items(self.table))
        while some := list(islice(keys, READ_AT_ONCE)):
            there = [{name: item[name] for name in self.keys} for item in self._read(some)]
            yield from (key for key in some if key not in there)

    def _read(self, keys: list[Item]) -> Iterator[Item]:
        pending = {self.copy: {"Keys": keys, "ConsistentRead": True}}
        while pending:
            answer = self.client.batch_get_item(RequestItems=pending)
            yield from answer["Responses"].get(self.copy, ())
            pending = self._rest(answer["UnprocessedKeys"])

    def _write(self, requests: Iterable[Item]) -> int:
        written, waiting = 0, iter(requests)
        while some := list(islice(waiting, WRITTEN_AT_ONCE)):
            pending = {self.table: some}
            while pending:
                pending = self._rest(self.client.batch_write_item(RequestItems=pending)["UnprocessedItems"])
            written += len(some)
        return written

    @staticmethod
    def _rest(unprocessed: dict[str, Any]) -> dict[str, Any]:
        """Return what DynamoDB left for later, later: it asks for rest."""
        if unprocessed:
            time.sleep(0.5)
        return unprocessed


def main() -> None:
    """Restore, and say how much that was."""
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    written, removed = Restoration(boto3.client("dynamodb"), *sys.argv[1:]).run()
    print(f"{written} items are as they were, {removed} that came later are gone.")


if __name__ == "__main__":
    main()
