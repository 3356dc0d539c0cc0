"""The front desk: builds the Chalice app, registers the routes, declares every Lambda. No rules in here."""

from functools import partial
from typing import TYPE_CHECKING, Any

from chalice.app import Chalice, CloudWatchEvent, SQSEvent

from chalicelib.accounts import resets, tokens, views
from chalicelib.accounts import service as accounts_service
from chalicelib.accounts.routes import accounts
from chalicelib.companies import service as companies_service
from chalicelib.companies.routes import companies
from chalicelib.contacts import positions
from chalicelib.contacts import service as contacts_service
from chalicelib.contacts.routes import contacts
from chalicelib.core import derived, http, outbox, reindex, rewrite
from chalicelib.core.config import settings
from chalicelib.core.description import described
from chalicelib.core.events import messages, time_left
from chalicelib.core.later import Later
from chalicelib.core.reindex import Shelf
from chalicelib.core.store import Store
from chalicelib.duplicates.routes import duplicates
from chalicelib.duplicates.topic import TOPIC as MERGE
from chalicelib.interests import service as interests_service
from chalicelib.interests.routes import interests
from chalicelib.qrcodes.routes import qrcodes
from chalicelib.search.routes import search
from chalicelib.social.routes import social
from chalicelib.transfer.export_routes import exports as export_room
from chalicelib.transfer.routes import transfer

if TYPE_CHECKING:
    from chalicelib.duplicates import course as merges
    from chalicelib.transfer import exports
    from chalicelib.transfer import service as imports
else:
    merges = Later("chalicelib.duplicates.course")
    exports = Later("chalicelib.transfer.exports")
    imports = Later("chalicelib.transfer.service")

SHELVES = (
    Shelf(accounts_service.USERS, accounts_service.USER_LIST),
    Shelf(views.VIEWS, views.VIEW_LIST),
    Shelf(interests_service.INTERESTS, interests_service.INTEREST_LIST),
    Shelf(companies_service.COMPANIES, companies_service.COMPANY_LIST),
    Shelf(contacts_service.CONTACTS, contacts_service.CONTACT_LIST),
)

CONSUMERS = {
    companies_service.RENAMED: positions.follow_company,
    derived.UNFINISHED: partial(rewrite.follow, [shelf.kind for shelf in SHELVES]),
    MERGE: lambda told: merges.deliver(told),
    companies_service.GONE: lambda told: merges.follow_late(told),
    resets.TOPIC: resets.send,
}

app = Chalice(app_name="simple-crm", configure_logs=False)
http.trust(tokens.identify)

ROOMS = (
    accounts,
    interests,
    companies,
    contacts,
    duplicates,
    qrcodes,
    search,
    social,
    transfer,
    export_room,
)
for room in (*ROOMS, described(ROOMS, "/api")):
    app.register_blueprint(room, url_prefix="/api")


@app.lambda_function()
def reindex_tenants(event: Any, context: Any) -> None:  # noqa: ARG001
    for tenant in reindex.tenants():
        reindex.reindex(Store(tenant), SHELVES)


@app.on_sqs_message(queue=settings().queue_imports, batch_size=1)
def work_imports(event: SQSEvent) -> None:
    for message in messages(event):
        imports.receive(message, time_left(event))


@app.on_sqs_message(queue=settings().queue_exports, batch_size=1)
def work_exports(event: SQSEvent) -> None:
    for message in messages(event):
        exports.receive(message, time_left(event))


@app.on_sqs_message(queue=settings().queue_outbox, batch_size=1)
def work_outbox(event: SQSEvent) -> None:
    for message in messages(event):
        outbox.deliver(message, CONSUMERS)


@app.schedule("rate(1 minute)")
def sweep_outbox(event: CloudWatchEvent) -> None:  # noqa: ARG001
    outbox.sweep()


@app.schedule("rate(1 minute)")
def resume_imports(event: CloudWatchEvent) -> None:  # noqa: ARG001
    imports.resume_all()


@app.schedule("rate(1 minute)")
def resume_exports(event: CloudWatchEvent) -> None:  # noqa: ARG001
    exports.resume_all()
