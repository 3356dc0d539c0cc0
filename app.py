"""The front desk: builds the Chalice app, registers the routes, declares every Lambda. No rules in here."""

from chalice.app import Chalice, CloudWatchEvent, SQSEvent

from chalicelib.accounts import sessions
from chalicelib.accounts.routes import accounts
from chalicelib.companies.routes import companies
from chalicelib.contacts.routes import contacts
from chalicelib.core import http
from chalicelib.core.config import settings
from chalicelib.core.events import messages, time_left
from chalicelib.transfer import service as imports
from chalicelib.transfer.routes import transfer

app = Chalice(app_name="simple-crm", configure_logs=False)
http.trust(sessions.identify)

for feature in (accounts, companies, contacts, transfer):
    app.register_blueprint(feature, url_prefix="/api")


@app.on_sqs_message(queue=settings().queue_imports, batch_size=1)
def work_imports(event: SQSEvent) -> None:
    for message in messages(event):
        imports.receive(message, time_left(event))


@app.schedule("rate(1 minute)")
def resume_imports(event: CloudWatchEvent) -> None:  # noqa: ARG001
    imports.resume_all()
