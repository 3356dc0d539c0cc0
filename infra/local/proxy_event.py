"""The API Gateway v1 proxy event of a WSGI request, member by member as Lambda gets it on AWS."""

from __future__ import annotations

import base64
import time
from typing import Any, NamedTuple
from urllib.parse import parse_qs, quote

Environ = dict[str, Any]
STAGE = "api"


class Call(NamedTuple):
    """Which route a request goes to, with its decoded path parameters, under the id its log lines carry."""

    request_id: str
    path: str
    resource: str
    method: str
    parameters: dict[str, str]


def proxy_event(environ: Environ, call: Call, binary_types: list[str]) -> dict[str, Any]:
    """Return the event for `call`; a body of one of `binary_types` travels in Base64."""
    headers = headers_of(environ)
    query = parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)
    body, encoded = body_of(environ, binary_types)
    return {
        "resource": call.resource,
        "path": call.path,
        "httpMethod": call.method,
        "headers": headers,
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        # API Gateway says null, not {}, when there is none; a repeated name keeps its last value here.
        "queryStringParameters": {name: values[-1] for name, values in query.items()} or None,
        "multiValueQueryStringParameters": query or None,
        "pathParameters": call.parameters or None,
        "stageVariables": None,
        "requestContext": request_context(environ, call),
        "body": body,
        "isBase64Encoded": encoded,
    }


def raw_path(environ: Environ) -> str:
    """Return the path as it was sent: an encoded slash belongs to a parameter and must not split it."""
    sent = environ.get("REQUEST_URI")
    return str(sent).split("?", 1)[0] if sent else quote(environ["PATH_INFO"])


def content_length(environ: Environ) -> int:
    """Return the announced size of the body in bytes, 0 when none is announced."""
    announced = environ.get("CONTENT_LENGTH") or "0"
    return int(announced) if announced.isdecimal() else 0


def headers_of(environ: Environ) -> dict[str, str]:
    """Return the request's headers, with those a proxy adds."""
    headers = {key[5:].replace("_", "-").title(): environ[key] for key in environ if key.startswith("HTTP_")}
    for key, name in (("CONTENT_TYPE", "Content-Type"), ("CONTENT_LENGTH", "Content-Length")):
        if environ.get(key):
            headers[name] = environ[key]
    peer = environ.get("REMOTE_ADDR", "127.0.0.1")
    said = headers.get("X-Forwarded-For")
    headers["X-Forwarded-For"] = f"{said}, {peer}" if said else peer
    headers["X-Forwarded-Proto"] = environ["wsgi.url_scheme"]
    return headers


def body_of(environ: Environ, binary_types: list[str]) -> tuple[str | None, bool]:
    """Return the body as an event carries it, and whether that is Base64."""
    data = environ["wsgi.input"].read(content_length(environ))
    if not data:
        return None, False
    media_type = environ.get("CONTENT_TYPE", "").split(";")[0].strip().lower()
    if media_type in binary_types:
        return base64.b64encode(data).decode(), True
    return data.decode(errors="replace"), False


def request_context(environ: Environ, call: Call) -> dict[str, Any]:
    """Return what API Gateway tells of the request beside the request itself."""
    identity = {
        "sourceIp": environ.get("REMOTE_ADDR", "127.0.0.1"),
        "userAgent": environ.get("HTTP_USER_AGENT"),
    }
    return {
        "accountId": "000000000000",
        "apiId": "local",
        "stage": STAGE,
        "domainName": environ.get("HTTP_HOST", ""),
        "requestId": call.request_id,
        "requestTimeEpoch": int(time.time() * 1000),
        "protocol": environ.get("SERVER_PROTOCOL", "HTTP/1.1"),
        "httpMethod": call.method,
        "resourcePath": call.resource,
        "path": call.path,
        "identity": identity,
    }
