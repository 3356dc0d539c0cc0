"""The built front end in its bucket: hashed files for ever, the page itself always asked for anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from infra.local.site import HASHED, IMMUTABLE, media_type

# Whoever has a page open may still load a piece of the release it came from.
KEPT = timedelta(days=30)


def sync(s3: Any, bucket: str, root: Path) -> list[str]:
    """Make the bucket hold the files under `root`; returns the addresses that now answer something else.

    The page that names the other files goes up last: nobody is ever sent to a file not yet there.
    """
    there = {each["Key"]: each for each in _objects(s3, bucket)}
    files = sorted(_files(root), key=lambda key: key == "index.html")
    changed = []
    for key in files:
        content = (root / key).read_bytes()
        known = there.get(key)
        if known is None or known["ETag"] != _etag(content):
            _put(s3, bucket, key, content, media_type(root / key))
            changed += [f"/{key}"] if known else []
    _forget(s3, bucket, [each for key, each in there.items() if key not in set(files)])
    return changed


def _files(root: Path) -> Iterator[str]:
    return (place.relative_to(root).as_posix() for place in root.rglob("*") if place.is_file())


def _objects(s3: Any, bucket: str) -> Iterator[dict[str, Any]]:
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket):
        yield from page.get("Contents", ())


def _etag(content: bytes) -> str:
    """Return the ETag S3 gives an object, where it encrypts it with its own key."""
    return f'"{hashlib.md5(content, usedforsecurity=False).hexdigest()}"'


def _put(s3: Any, bucket: str, key: str, content: bytes, kind: str) -> None:
    caching = IMMUTABLE if HASHED.match(f"/{key}") else "no-cache"
    s3.put_object(Bucket=bucket, Key=key, Body=content, ContentType=kind, CacheControl=caching)


def _forget(s3: Any, bucket: str, strays: list[dict[str, Any]]) -> None:
    for stray in strays:
        if datetime.now(UTC) - stray["LastModified"] > KEPT:
            s3.delete_object(Bucket=bucket, Key=stray["Key"])


def invalidate(cloudfront: Any, distribution: str, addresses: list[str]) -> None:
    """Make CloudFront forget what it holds of these addresses."""
    paths = {"Quantity": len(addresses), "Items": addresses}
    batch = {"Paths": paths, "CallerReference": datetime.now(UTC).isoformat()}
    cloudfront.create_invalidation(DistributionId=distribution, InvalidationBatch=batch)
