"""The one SQLite file and the one connection to it: rows of tables, rows of indexes, expiries, tokens."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import orjson

from .keys import Key
from .schema import Definition, Index, Table

Row = tuple[bytes, int]
"""An item as stored JSON, and its size as DynamoDB counts it."""

_FILE_VERSION = 1
_CHECKPOINT_PAGES = 10_000  # 40 MB
_FIXED_TABLES = """
CREATE TABLE IF NOT EXISTS tables (
    id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL, definition BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS tokens (
    token TEXT PRIMARY KEY, digest BLOB NOT NULL, at REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS expiries (
    table_id INTEGER, at INTEGER, p BLOB, s BLOB, PRIMARY KEY (table_id, at, p, s)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pending (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, due REAL NOT NULL, sql TEXT NOT NULL,
    gp BLOB, gs BLOB, p BLOB, s BLOB, item BLOB, size INTEGER);
"""


class Store:
    """Owns the connection; a second process that opens the same file is refused at once.

    `path` is a file or `:memory:`; `synchronous` FULL keeps every acknowledged write through a power cut,
    NORMAL through the death of the process only.
    """

    def __init__(self, path: Path | str, synchronous: str = "FULL") -> None:
        self._db = sqlite3.connect(
            path, isolation_level=None, check_same_thread=False, timeout=0, cached_statements=1024
        )
        # Exclusive before WAL: no second connection can exist, so neither can the WAL-reset bug of
        # SQLite < 3.51.3, and no shared-memory file is needed.
        self._db.execute("PRAGMA locking_mode=EXCLUSIVE")
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute(f"PRAGMA synchronous={'NORMAL' if synchronous == 'NORMAL' else 'FULL'}")
        if sys.platform == "darwin":
            # Only a full fsync reaches the disk itself on macOS.
            self._db.executescript("PRAGMA fullfsync=1; PRAGMA checkpoint_fullfsync=1;")
        self._db.executescript("PRAGMA cache_size=-32000; PRAGMA journal_size_limit=67108864;")
        # A page written a hundred times between two checkpoints, as in an import, goes to the file once.
        self._db.execute(f"PRAGMA wal_autocheckpoint={_CHECKPOINT_PAGES}")
        self._open()

    def _open(self) -> None:
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        if version > _FILE_VERSION:
            raise RuntimeError(f"This data folder was written by a newer version (file version {version}).")
        with self.transaction():
            for statement in _FIXED_TABLES.split(";"):
                self._db.execute(statement)
            self._db.execute(f"PRAGMA user_version={_FILE_VERSION}")

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it."""
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, on disk when it ends."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    # Tables

    def tables(self) -> list[Table]:
        """Every table, in the order of creation."""
        rows = self._db.execute("SELECT id, definition FROM tables ORDER BY id")
        return [Table.read(number, orjson.loads(definition)) for number, definition in rows]

    def create_table(self, definition: Definition) -> Table:
        """A new table with its indexes, empty."""
        row = (definition["TableName"], orjson.dumps(definition))
        number = self._db.execute("INSERT INTO tables (name, definition) VALUES (?, ?)", row).lastrowid
        assert number is not None
        table = Table.read(number, definition)
        columns = "p BLOB, s BLOB, item BLOB, size INTEGER, PRIMARY KEY (p, s)"
        self._db.execute(f"CREATE TABLE {table.sql} ({columns}) WITHOUT ROWID")
        for index in table.indexes.values():
            self.create_index(index)
        return table

    def redefine(self, table: Table, definition: Definition) -> Table:
        """The same table under a changed definition."""
        self._db.execute("UPDATE tables SET definition=? WHERE id=?", (orjson.dumps(definition), table.id))
        return Table.read(table.id, definition)

    def drop_table(self, table: Table) -> None:
        """A table, its rows and its indexes, gone."""
        for index in table.indexes.values():
            self.drop_index(index)
        self._db.execute(f"DROP TABLE {table.sql}")
        self.forget_expiries(table)
        self._db.execute("DELETE FROM tables WHERE id=?", (table.id,))

    def create_index(self, index: Index) -> None:
        """An empty index."""
        columns = "gp BLOB, gs BLOB, p BLOB, s BLOB, item BLOB, size INTEGER, PRIMARY KEY (gp, gs, p, s)"
        self._db.execute(f"CREATE TABLE {index.sql} ({columns}) WITHOUT ROWID")

    def drop_index(self, index: Index) -> None:
        """An index and whatever was still on its way to it, gone."""
        self._db.execute("DELETE FROM pending WHERE sql=?", (index.sql,))
        self._db.execute(f"DROP TABLE {index.sql}")

    # Items

    def get(self, table: Table, key: Key) -> Row | None:
        """One item, or None."""
        sql = f"SELECT item, size FROM {table.sql} WHERE p=? AND s=?"
        row: Row | None = self._db.execute(sql, key).fetchone()
        return row

    def put(self, table: Table, key: Key, row: Row) -> None:
        """Store an item, new or instead of the old one."""
        sql = (
            f"INSERT INTO {table.sql} VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET item=excluded.item, size=excluded.size"
        )
        self._db.execute(sql, (*key, *row))

    def delete(self, table: Table, key: Key) -> None:
        """Remove an item if it is there."""
        self._db.execute(f"DELETE FROM {table.sql} WHERE p=? AND s=?", key)

    def rows(self, sql: str, parameters: Sequence[bytes]) -> Iterator[tuple[bytes, int, bytes]]:
        """Rows of one SELECT, read as they are asked for."""
        return self._db.execute(sql, parameters)

    def keyed_items(self, table: Table) -> Iterator[tuple[bytes, bytes, bytes]]:
        """Every item with its key: hash, range, JSON."""
        return self._db.execute(f"SELECT p, s, item FROM {table.sql}")

    def plan(self, sql: str, parameters: Sequence[bytes]) -> list[str]:
        """How SQLite would run a SELECT, a line a step."""
        return [row[3] for row in self._db.execute(f"EXPLAIN QUERY PLAN {sql}", parameters)]

    # Index rows

    def put_entry(self, sql: str, at: Key, key: Key, row: Row) -> None:
        """Store an index row; `at` is its place in the index, `key` the item's own."""
        self._db.execute(f"INSERT OR REPLACE INTO {sql} VALUES (?, ?, ?, ?, ?, ?)", (*at, *key, *row))

    def delete_entry(self, sql: str, at: Key, key: Key) -> None:
        """Remove an index row if it is there."""
        self._db.execute(f"DELETE FROM {sql} WHERE gp=? AND gs=? AND p=? AND s=?", (*at, *key))

    def postpone_entry(self, due: float, sql: str, at: Key, key: Key, row: Row | None) -> None:
        """Keep an index change until `due` (seconds since 1970); without a row it is a removal."""
        values = (due, sql, *at, *key, *(row or (None, None)))
        self._db.execute(
            "INSERT INTO pending (due, sql, gp, gs, p, s, item, size) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values
        )

    def settle_entries(self, now: float) -> None:
        """Carry out the postponed index changes that are due, oldest first."""
        # By number and not by time alone: a clock set back must not let a later change overtake.
        ready = "SELECT max(seq) FROM pending WHERE due<=?"
        due = self._db.execute(f"SELECT * FROM pending WHERE seq<=({ready}) ORDER BY seq", (now,)).fetchall()
        if not due:
            return
        with self.transaction():
            for _, _, sql, gp, gs, p, s, item, size in due:
                if item is None:
                    self.delete_entry(sql, (gp, gs), (p, s))
                else:
                    self.put_entry(sql, (gp, gs), (p, s), (item, size))
            self._db.execute("DELETE FROM pending WHERE seq<=?", (due[-1][0],))

    # Expiries

    def expect_expiry(self, table: Table, at: int, key: Key) -> None:
        """Remember when an item expires, in seconds since 1970."""
        self._db.execute("INSERT OR REPLACE INTO expiries VALUES (?, ?, ?, ?)", (table.id, at, *key))

    def forget_expiry(self, table: Table, at: int, key: Key) -> None:
        """The item no longer expires then."""
        where = "table_id=? AND at=? AND p=? AND s=?"
        self._db.execute(f"DELETE FROM expiries WHERE {where}", (table.id, at, *key))

    def forget_expiries(self, table: Table) -> None:
        """No item of this table expires any more."""
        self._db.execute("DELETE FROM expiries WHERE table_id=?", (table.id,))

    def expired(self, table: Table, since: int, now: int, at_most: int) -> list[Key]:
        """Keys of items whose time came after `since` and before `now`, longest ago first."""
        sql = "SELECT p, s FROM expiries WHERE table_id=? AND at>? AND at<? ORDER BY at LIMIT ?"
        return self._db.execute(sql, (table.id, since, now, at_most)).fetchall()

    # Tokens

    def remembered_digest(self, token: str, since: float) -> bytes | None:
        """What a client request token was used for, if it was used since then."""
        sql = "SELECT digest FROM tokens WHERE token=? AND at>=?"
        row = self._db.execute(sql, (token, since)).fetchone()
        return row[0] if row else None

    def remember_digest(self, token: str, digest: bytes, now: float, since: float) -> None:
        """Keep what a token was used for; forget tokens older than `since`."""
        self._db.execute("DELETE FROM tokens WHERE at<?", (since,))
        self._db.execute("INSERT OR REPLACE INTO tokens VALUES (?, ?, ?)", (token, digest, now))
