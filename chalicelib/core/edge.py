"""CloudFront before the API: what came through it bears a key, and the address of who asked.

API Gateway itself only sees CloudFront, so that brakes would hold all of its visitors at once; and what comes
straight to the gateway could claim any address. On one machine there is no key and nothing in between.
"""

import hmac
from collections.abc import Mapping
from typing import Any

from chalicelib.core.config import settings


def came_through(headers: Mapping[str, str]) -> bool:
    """Whether a request (its headers' names in lower case) took the way it should."""
    return hmac.compare_digest(headers.get("x-edge-key", "").encode(), settings().edge_key)


def visitor(headers: Mapping[str, str], context: Mapping[str, Any]) -> str:
    """The address of who asks; only to be believed of a request that `came_through`."""
    if settings().edge_key:
        return headers.get("x-viewer-address", "")
    return str(context.get("identity", {}).get("sourceIp", ""))
