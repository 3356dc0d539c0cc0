"""System mail: invitations, password resets, reminders. The tenant's own mailings go through `mail/`."""

from functools import cache
from typing import Any

from chalicelib.core.config import settings
from chalicelib.core.errors import NotSent
from chalicelib.core.logs import logger


@cache
def _client() -> Any:
    import boto3
    from botocore.config import Config

    config = Config(connect_timeout=1, read_timeout=5, retries={"total_max_attempts": 2, "mode": "standard"})
    return boto3.client("ses", region_name=settings().region, config=config)


def send(to: str, subject: str, text: str) -> None:
    """Send a plain text message; raises what SES answers when it cannot."""
    from email.message import EmailMessage
    from email.policy import SMTP

    from botocore.exceptions import ClientError

    # SES keeps 8-bit bodies; not every relay on the way does.
    message = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
    message["From"] = f"Simple CRM <{settings().mail_from}>"
    message["To"] = to
    message["Subject"] = subject
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text)
    try:
        _client().send_raw_email(
            Source=settings().mail_from, Destinations=[to], RawMessage={"Data": message.as_bytes()}
        )
    except ClientError as error:
        # What SES says names the address, which belongs in no log: only its code goes on.
        logger.warning("mail refused", extra={"code": error.response["Error"].get("Code")})
        raise NotSent from None
