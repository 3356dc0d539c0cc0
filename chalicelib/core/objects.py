"""The bucket of documents: private, server-chosen keys, presigned uploads and downloads."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from chalicelib.core.config import settings

UPLOAD_SECONDS = 3600
_LONGEST_LINE = 2 * 1024 * 1024


@cache
def client() -> Any:
    """The S3 client, made when first used: 50 ms that no other request should pay."""
    import boto3
    from botocore.config import Config

    # Without these two, boto3 presigns GET with an old signature against any endpoint but AWS's.
    config = Config(
        signature_version="s3v4",
        s3={"addressing_style": "path"},
        connect_timeout=1,
        read_timeout=10,
        retries={"total_max_attempts": 3, "mode": "standard"},
    )
    return boto3.client("s3", region_name=settings().region, config=config)


def upload_form(key: str, largest: int) -> dict[str, Any]:
    """A presigned POST `{url, fields}` for exactly this key, from 0 to `largest` bytes."""
    form: dict[str, Any] = client().generate_presigned_post(
        settings().bucket,
        key,
        Conditions=[["content-length-range", 0, largest]],
        ExpiresIn=UPLOAD_SECONDS,
    )
    return form


def size(key: str) -> int | None:
    """The bytes of an object, or None when there is none."""
    from botocore.exceptions import ClientError

    try:
        return int(client().head_object(Bucket=settings().bucket, Key=key)["ContentLength"])
    except ClientError as error:
        if error.response["Error"]["Code"] in ("404", "NoSuchKey", "NotFound"):
            return None
        raise


def read(key: str, start: int = 0, length: int | None = None) -> bytes:
    """Bytes `start` to `start + length` of an object, or to its end."""
    end = "" if length is None else str(start + length - 1)
    answer = client().get_object(Bucket=settings().bucket, Key=key, Range=f"bytes={start}-{end}")
    body: bytes = answer["Body"].read()
    return body


def lines(key: str, start: int = 0) -> Iterator[bytes]:
    """The lines of an object from a byte on, streamed, with their breaks; 2 MB without one are a line."""
    answer = client().get_object(Bucket=settings().bucket, Key=key, Range=f"bytes={start}-")
    rest = b""
    for block in answer["Body"].iter_chunks(256 * 1024):
        *whole, rest = (rest + block).splitlines(keepends=True)
        # The last line may go on in the next block, and so may a \r\n that a block cuts in two.
        yield from whole
        if len(rest) > _LONGEST_LINE:
            yield rest
            rest = b""
    if rest:
        yield rest


def write(key: str, body: bytes, content_type: str) -> None:
    client().put_object(Bucket=settings().bucket, Key=key, Body=body, ContentType=content_type)


def download_url(key: str, file_name: str, content_type: str) -> str:
    """A presigned GET, valid five minutes, that browsers save as `file_name`."""
    url: str = client().generate_presigned_url(
        "get_object",
        Params={
            "Bucket": settings().bucket,
            "Key": key,
            "ResponseContentDisposition": f'attachment; filename="{file_name}"',
            "ResponseContentType": content_type,
        },
        ExpiresIn=300,
    )
    return url
