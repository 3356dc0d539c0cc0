"""CloudFront before the API: what came through it bears a key, and the address of who asked.

API Gateway itself only sees CloudFront, so that a brake would hold all of its visitors at once; and what
comes straight to the gateway could claim any address. On one machine there is no key and nothing in between.
"""

import hmac
from collections.abc import Mapping
from typing import Any

from chalicelib.core.config import settings
from chalicelib.core.errors import Forbidden
from chalicelib.core.texts import Text

ROUND_ABOUT = Text("Passez par l'adresse du produit.", "Please use the address of the product.")


def require_passage(headers: Mapping[str, str]) -> None:
    """Raise `Forbidden` for a request (headers named in lower case) that did not take the way it should."""
    if not hmac.compare_digest(headers.get("x-edge-key", "").encode(), settings().edge_key):
        raise Forbidden(ROUND_ABOUT)


def visitor(headers: Mapping[str, str], context: Mapping[str, Any]) -> str:
    """The address of who asks, to be believed of what may pass."""
    if settings().edge_key:
        return headers.get("x-viewer-address", "")
    return str(context.get("identity", {}).get("sourceIp", ""))
