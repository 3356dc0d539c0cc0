"""What AWS refuses, with AWS's codes and AWS's envelope."""

from __future__ import annotations

from typing import Any

import orjson

_SERVICE = "com.amazonaws.dynamodb.v20120810#"
_API = "com.amazon.coral.service#"
_VALIDATE = "com.amazon.coral.validate#"

_SHAPES = {
    "ValidationException": _VALIDATE,
    "SerializationException": _API,
    "UnknownOperationException": _API,
    "MissingAuthenticationTokenException": _API,
    "UnrecognizedClientException": _API,
    "AccessDeniedException": _API,
}


class DynamoError(Exception):
    """A refusal as DynamoDB words it: an error code, a message, an HTTP status and further members."""

    def __init__(self, code: str, message: str, status: int = 400, **members: Any) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.status = status
        self.members = members

    def body(self) -> bytes:
        """The JSON body; boto3 reads the code behind the `#` of `__type`."""
        message = {"Message" if self.code == "TransactionCanceledException" else "message": self.message}
        return orjson.dumps({"__type": _SHAPES.get(self.code, _SERVICE) + self.code} | message | self.members)


class ExpressionError(Exception):
    """Why an expression is wrong; whoever knows which expression it was says so in front."""


class Misfit(DynamoError):
    """An item, a key or an update that its table cannot take; found where the item lives."""

    def __init__(self, message: str) -> None:
        super().__init__("ValidationException", message)


def validation(message: str) -> DynamoError:
    """The refusal of a request that is well formed and wrong."""
    return DynamoError("ValidationException", message)


def invalid_parameter(reason: str) -> DynamoError:
    """The refusal of a value, in the sentence AWS begins most of them with."""
    return validation(f"One or more parameter values were invalid: {reason}")


def serialization(message: str) -> DynamoError:
    """The refusal of a body whose JSON has the wrong types."""
    return DynamoError("SerializationException", message)


def not_found(detail: str = "") -> DynamoError:
    """The refusal of a table or an index nobody created."""
    return DynamoError("ResourceNotFoundException", f"Requested resource not found{detail}")


def condition_failed(item: bytes | None = None) -> DynamoError:
    """A condition that did not hold; `item` is the stored item when the caller asked to see it."""
    error = DynamoError("ConditionalCheckFailedException", "The conditional request failed")
    error.members = {} if item is None else {"Item": orjson.Fragment(item)}
    return error
