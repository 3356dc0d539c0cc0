"""The environment, read once: where the tables, the bucket and the queues are."""

import os
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Settings:
    region: str
    table_crm: str
    table_auth: str
    table_ops: str
    bucket: str
    queue_imports: str
    queue_exports: str
    queue_outbox: str
    app_urls: tuple[str, ...]
    signing_key: bytes
    mail_from: str
    edge_key: bytes
    # Services of others, and the `host:port`s among them that are not judged: fakes of the tests.
    bluesky_url: str
    youtube_url: str
    outside_allowed: tuple[str, ...]

    @property
    def secure_cookies(self) -> bool:
        """Browsers refuse a `__Host-` cookie over plain http, which only the local world speaks."""
        return self.app_urls[0].startswith("https://")


@cache
def settings() -> Settings:
    """The settings of this process.

    `APP_URL` may hold several addresses, separated by blanks: the first is the one we print and mail,
    the others are accepted as origins too (`http://localhost:8000` beside `http://127.0.0.1:8000`).
    """
    env = os.environ
    return Settings(
        region=env.get("AWS_REGION") or env.get("AWS_DEFAULT_REGION") or "eu-west-3",
        table_crm=env.get("TABLE_CRM", "crm"),
        table_auth=env.get("TABLE_AUTH", "auth"),
        table_ops=env.get("TABLE_OPS", "ops"),
        bucket=env.get("BUCKET", "crm-documents"),
        queue_imports=env.get("QUEUE_IMPORTS", "imports"),
        queue_exports=env.get("QUEUE_EXPORTS", "exports"),
        queue_outbox=env.get("QUEUE_OUTBOX", "outbox"),
        app_urls=tuple(env.get("APP_URL", "http://127.0.0.1:8000").split()),
        signing_key=env.get("SIGNING_KEY", "").encode(),
        mail_from=env.get("MAIL_FROM", "no-reply@simple-crm.example"),
        edge_key=env.get("EDGE_KEY", "").encode(),
        bluesky_url=env.get("BLUESKY_URL", "https://public.api.bsky.app"),
        youtube_url=env.get("YOUTUBE_URL", "https://www.youtube.com"),
        outside_allowed=tuple(env.get("OUTSIDE_ALLOWED", "").split()),
    )
