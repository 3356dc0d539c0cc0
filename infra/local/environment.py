"""The variables the product reads: the same its Lambdas get on AWS, here pointing at local ports."""

from __future__ import annotations

from collections.abc import Mapping

ACCESS_KEY = "local"
SECRET_KEY = "local"
REGION = "eu-west-3"

BUCKET = "crm-documents"
QUEUE_IMPORTS = "imports"
QUEUE_EXPORTS = "exports"
QUEUE_OUTBOX = "outbox"
UPLOADS_PREFIX = "uploads/"
MAIL_FROM = "no-reply@simple-crm.example"


def credentials() -> dict[str, str]:
    """Return what keeps boto3 on this machine: one key for every service, nothing of a real account."""
    return {
        "AWS_ACCESS_KEY_ID": ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
        "AWS_DEFAULT_REGION": REGION,
        "AWS_REGION": REGION,
        "AWS_CONFIG_FILE": "/dev/null",
        "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
        "AWS_EC2_METADATA_DISABLED": "true",
        "DYNAMODB_ACCESS_KEY": ACCESS_KEY,
    }


def product(engine_url: str, ministack_url: str, app_url: str, signing_key: str) -> dict[str, str]:
    """Return every variable `chalicelib/core/config.py` reads, for one instance of the local world."""
    return credentials() | {
        "AWS_ENDPOINT_URL": ministack_url,
        "AWS_ENDPOINT_URL_DYNAMODB": engine_url,
        "APP_URL": app_url,
        "SIGNING_KEY": signing_key,
        "BUCKET": BUCKET,
        "QUEUE_IMPORTS": QUEUE_IMPORTS,
        "QUEUE_EXPORTS": QUEUE_EXPORTS,
        "QUEUE_OUTBOX": QUEUE_OUTBOX,
        "MAIL_FROM": MAIL_FROM,
        "TABLE_CRM": "crm",
        "TABLE_AUTH": "auth",
        "TABLE_OPS": "ops",
    }


def over(base: Mapping[str, str], values: Mapping[str, str]) -> dict[str, str]:
    """Return `base` with `values` over it, without its AWS variables: they may name a real account."""
    return {name: value for name, value in base.items() if not name.startswith("AWS_")} | dict(values)
