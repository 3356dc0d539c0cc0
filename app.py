"""The front desk: builds the Chalice app, registers the routes, declares every Lambda. No rules in here."""

from chalice.app import Chalice

from chalicelib.accounts import sessions
from chalicelib.accounts.routes import accounts
from chalicelib.companies.routes import companies
from chalicelib.contacts.routes import contacts
from chalicelib.core import http

app = Chalice(app_name="simple-crm", configure_logs=False)
http.trust(sessions.identify)

for feature in (accounts, companies, contacts):
    app.register_blueprint(feature, url_prefix="/api")
