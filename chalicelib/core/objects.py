"""The bucket of documents: private, server-chosen keys, presigned uploads and downloads."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Any, BinaryIO

from chalicelib.core import clock
from chalicelib.core.config import settings

UPLOAD_SECONDS = 3600
# How long `imports/` and `merges/` stay, which undoing needs; infra/aws/buckets.yaml says it to S3.
UNDO_DAYS = 365
_BLOCK = 256 * 1024
# S3 takes parts of 5 MB and more, and at most 10,000 of them.
_PART = 8 * 1024 * 1024


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


def is_forgotten(since: int) -> bool:
    """Whether what was put aside for an undo at this moment (ms) may be gone."""
    return clock.now_ms() - since > UNDO_DAYS * 24 * 3600 * 1000


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
    body = _body(key, start, "" if length is None else str(start + length - 1))
    return body.read() if body else b""


def _body(key: str, start: int, end: str = "") -> Any:
    """The stream of a range; None when nothing stands there (S3 answers 416)."""
    from botocore.exceptions import ClientError

    try:
        return client().get_object(Bucket=settings().bucket, Key=key, Range=f"bytes={start}-{end}")["Body"]
    except ClientError as error:
        if error.response["Error"]["Code"] == "InvalidRange":
            return None
        raise


def blocks(key: str, start: int = 0) -> Iterator[bytes]:
    """An object from a byte on, streamed; nothing when nothing stands there."""
    body = _body(key, start)
    yield from body.iter_chunks(_BLOCK) if body else ()


def write(key: str, body: bytes, content_type: str) -> None:
    client().put_object(Bucket=settings().bucket, Key=key, Body=body, ContentType=content_type)


def write_once(key: str, body: bytes, content_type: str) -> bool:
    """Write an object unless there is one; whether it was written. Of two at once, one comes first."""
    from botocore.exceptions import ClientError

    try:
        client().put_object(
            Bucket=settings().bucket, Key=key, Body=body, ContentType=content_type, IfNoneMatch="*"
        )
    except ClientError as error:
        if error.response["Error"]["Code"] == "PreconditionFailed":
            return False
        raise
    return True


def write_file(key: str, file: BinaryIO, content_type: str) -> None:
    """Upload an open file as it is read, so that memory does not grow with it."""
    client().put_object(Bucket=settings().bucket, Key=key, Body=file, ContentType=content_type)


def write_stream(key: str, blocks: Iterable[bytes], content_type: str) -> None:
    """Write what comes, of whatever size; memory holds one part of it. Nothing is there until all is."""
    parts = _parts(blocks)
    first = next(parts, b"")
    if len(first) < _PART:
        write(key, first, content_type)
        return
    upload = {"Bucket": settings().bucket, "Key": key}
    upload["UploadId"] = client().create_multipart_upload(**upload, ContentType=content_type)["UploadId"]
    try:
        sent = [_send_part(upload, number, part) for number, part in enumerate(chain([first], parts), 1)]
        client().complete_multipart_upload(**upload, MultipartUpload={"Parts": sent})
    except Exception:
        client().abort_multipart_upload(**upload)
        raise


def _send_part(upload: dict[str, str], number: int, part: bytes) -> dict[str, Any]:
    etag = client().upload_part(**upload, PartNumber=number, Body=part)["ETag"]
    return {"PartNumber": number, "ETag": etag}


def _parts(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """The blocks joined into parts of 8 MB, the last one smaller."""
    waiting = bytearray()
    for block in blocks:
        waiting += block
        while len(waiting) >= _PART:
            yield bytes(waiting[:_PART])
            del waiting[:_PART]
    if waiting:
        yield bytes(waiting)


def delete(keys: Sequence[str]) -> None:
    """Take objects away, a thousand at a time; those that are not there are not missed."""
    for start in range(0, len(keys), 1000):
        named = [{"Key": key} for key in keys[start : start + 1000]]
        client().delete_objects(Bucket=settings().bucket, Delete={"Objects": named, "Quiet": True})


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
