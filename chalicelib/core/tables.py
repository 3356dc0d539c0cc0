"""The three tables, as PynamoDB models: what is restored together stands together (DESIGN §4).

`crm` holds all of a tenant's data, `auth` credentials and sessions, `ops` jobs and what is under way.
Only `core` imports the `crm` model: features reach it through `core/store.py`, which guards the tenant.
"""

from typing import Any

from pynamodb.attributes import NumberAttribute, TTLAttribute, UnicodeAttribute
from pynamodb.connection import Connection, TableConnection
from pynamodb.constants import PAY_PER_REQUEST_BILLING_MODE
from pynamodb.exceptions import TableError, UpdateError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex, IncludeProjection, KeysOnlyProjection
from pynamodb.models import Model

from chalicelib.core import guard
from chalicelib.core.config import settings

# PynamoDB's own 15 s and 30 s are longer than API Gateway waits for us.
TIMEOUTS: dict[str, Any] = {
    "connect_timeout_seconds": 1,
    "read_timeout_seconds": 3,
    "max_retry_attempts": 2,
    "retry_configuration": {"total_max_attempts": 3, "mode": "standard"},
    "max_pool_connections": 16,
}
SORTS = 6


class _Meta:
    region = settings().region
    billing_mode = PAY_PER_REQUEST_BILLING_MODE
    connect_timeout_seconds = TIMEOUTS["connect_timeout_seconds"]
    read_timeout_seconds = TIMEOUTS["read_timeout_seconds"]
    max_retry_attempts = TIMEOUTS["max_retry_attempts"]
    retry_configuration = TIMEOUTS["retry_configuration"]
    max_pool_connections = TIMEOUTS["max_pool_connections"]


class Guarded(Model):
    """A model whose client refuses Scan and PartiQL, like that of `core/store.py`."""

    @classmethod
    def _get_connection(cls) -> TableConnection:
        is_new = cls._connection is None
        connection = super()._get_connection()
        if is_new:
            guard.watch(connection.connection.client)
        return connection

    def change_if(self, condition: Condition, *actions: Action) -> bool:
        """Do these if the condition holds; whether it did."""
        try:
            self.update(actions=list(actions), condition=condition)
        except UpdateError as error:
            if error.cause_response_code == "ConditionalCheckFailedException":
                return False
            raise
        return True


def _index(name: str, hash_key: str, range_key: str, projected: list[str]) -> GlobalSecondaryIndex[Any]:
    """An index class as PynamoDB wants one, made by name since ten of them differ in nothing else."""
    meta = type("Meta", (), {"index_name": name, "projection": IncludeProjection(projected)})
    members = {
        "Meta": meta,
        hash_key: UnicodeAttribute(hash_key=True),
        range_key: UnicodeAttribute(range_key=True),
    }
    index_class: Any = type(f"Index_{name}", (GlobalSecondaryIndex,), members)
    index: GlobalSecondaryIndex[Any] = index_class()
    return index


class Crm(Guarded):
    """An item of a tenant: a record, or one of the items `derived_keys` makes of it.

    `d` the record as JSON, `v` its version, `w` how often it was written, `n` its schema, `u` when it
    changed (ms); `l` a search entry's label; `r` its list row as JSON and `f` the short facets a list filters
    on, both projected; `lp` the list it stands in and `s1`…`s6` its sort values; `fp` the facet (an owner)
    whose list it stands in; `rc`, `ro`, `rp` the contact, company and project it belongs to, sorted by `rs`;
    `st` the state of a merge.
    """

    class Meta(_Meta):
        table_name = settings().table_crm

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    v = NumberAttribute(null=True)
    w = NumberAttribute(null=True)
    n = NumberAttribute(null=True)
    u = NumberAttribute(null=True)
    d = UnicodeAttribute(null=True)
    r = UnicodeAttribute(null=True)
    f = UnicodeAttribute(null=True)
    st = UnicodeAttribute(null=True)
    l = UnicodeAttribute(null=True)  # noqa: E741 (one letter, since names are paid for by the byte)
    lp = UnicodeAttribute(null=True)
    s1 = UnicodeAttribute(null=True)
    s2 = UnicodeAttribute(null=True)
    s3 = UnicodeAttribute(null=True)
    s4 = UnicodeAttribute(null=True)
    s5 = UnicodeAttribute(null=True)
    s6 = UnicodeAttribute(null=True)
    fp = UnicodeAttribute(null=True)
    rc = UnicodeAttribute(null=True)
    ro = UnicodeAttribute(null=True)
    rp = UnicodeAttribute(null=True)
    rs = UnicodeAttribute(null=True)

    list1 = _index("list1", "lp", "s1", ["r", "f"])
    list2 = _index("list2", "lp", "s2", ["r", "f"])
    list3 = _index("list3", "lp", "s3", ["r", "f"])
    list4 = _index("list4", "lp", "s4", ["r", "f"])
    list5 = _index("list5", "lp", "s5", ["r", "f"])
    list6 = _index("list6", "lp", "s6", ["r", "f"])
    facet = _index("facet", "fp", "s1", ["r", "f", "s2", "s3", "s4", "s5", "s6"])
    by_contact = _index("by_contact", "rc", "rs", ["r"])
    by_company = _index("by_company", "ro", "rs", ["r"])
    by_project = _index("by_project", "rp", "rs", ["r"])


class OwnerIndex(GlobalSecondaryIndex[Any]):  # type: ignore[no-untyped-call]
    """The sessions and tokens of a user, `owner` being `<tenant>#<user>`."""

    class Meta:
        index_name = "by_owner"
        projection = AllProjection()

    owner = UnicodeAttribute(hash_key=True)
    pk = UnicodeAttribute(range_key=True)


class AuthMeta(_Meta):
    """For the PynamoDB models of `accounts`, which all live in one table."""

    table_name = settings().table_auth


class Auth(Guarded):
    """The table of credentials, sessions and brakes; DynamoDB forgets items after `expires` (seconds)."""

    class Meta(AuthMeta):
        pass

    pk = UnicodeAttribute(hash_key=True)
    expires = TTLAttribute(null=True)
    by_owner: Any = OwnerIndex()


class UnderWayIndex(GlobalSecondaryIndex[Any]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "under_way"
        projection = KeysOnlyProjection()

    queue = UnicodeAttribute(hash_key=True)
    since = UnicodeAttribute(range_key=True)


class OpsMeta(_Meta):
    """For the PynamoDB models of jobs, which all live in one table."""

    table_name = settings().table_ops


class Ops(Guarded):
    """A job or an event under way: `queue` and `since` are there only until it is done."""

    class Meta(OpsMeta):
        pass

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    d = UnicodeAttribute(null=True)
    v = NumberAttribute(null=True)
    queue = UnicodeAttribute(null=True)
    since = UnicodeAttribute(null=True)
    expires = TTLAttribute(null=True)
    under_way: Any = UnderWayIndex()


def create_missing() -> None:
    """Make the tables that are not there yet: the local world and the tests; on AWS the template does."""
    connection = Connection(region=settings().region)
    there = set(connection.list_tables()["TableNames"])
    for model in (Crm, Auth, Ops):
        if model.Meta.table_name in there:
            continue
        try:
            model.create_table(wait=True)
        except TableError:
            if model.Meta.table_name not in connection.list_tables()["TableNames"]:
                raise
