"""`make deploy`: what `make package` and `make web` made, brought to an AWS account; again at will.

Reads AWS's usual environment (credentials, region) and the names in `GIVEN`; what is not given stays.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError

from infra.aws import pages
from infra.aws.package import FOLDER, ROOT
from infra.aws.stack import Stack, StackFailed

STACK = "simple-crm"
# Environment variable → parameter of the template.
GIVEN = {
    "DOMAIN_NAME": "DomainName",
    "CERTIFICATE_ARN": "CertificateArn",
    "MAIL_DOMAIN": "MailDomain",
    "ALARM_EMAIL": "AlarmEmail",
}
REINDEX_SECONDS = 900
CLOSED = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")


class NotPossible(Exception):
    """What is missing before anything can be deployed, as a sentence."""


@dataclass
class Deployment:
    """One product in one account and region."""

    region: str
    name: str = STACK
    given: dict[str, str] = field(default_factory=dict)
    endpoint: str | None = None
    poll_seconds: float = 3
    session: Any = field(default_factory=boto3.Session)

    def client(self, service: str, **options: Any) -> Any:
        """Return a client of AWS, or of what answers at `endpoint` in its place."""
        # Path style: CloudFormation reads the template at such an address too.
        config = Config(s3={"addressing_style": "path"}, **options)
        return self.session.client(
            service, region_name=self.region, endpoint_url=self.endpoint, config=config
        )

    def run(self, package: Path, site: Path) -> str:
        """Deploy and return the address; raises NotPossible and StackFailed."""
        print(f"Account {self.account()}, region {self.region}, stack {self.name}")
        template_url = self.upload(package)
        outputs = self.stack(template_url)
        self.reindex(outputs["ReindexFunction"])
        self.publish(outputs, site)
        return outputs["Address"]

    def account(self) -> str:
        """Return the number of the account we are let into."""
        try:
            return str(self.client("sts").get_caller_identity()["Account"])
        except NoCredentialsError as error:
            raise NotPossible(
                "There are no AWS credentials here. Make some in IAM (docs/operating.md, step 1), then run "
                "`aws configure`, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."
            ) from error
        except (ClientError, BotoCoreError) as error:
            raise NotPossible(f"AWS does not let us in: {error}") from error

    def upload(self, package: Path) -> str:
        """Put code and template where CloudFormation reads them, named by content; the template's URL."""
        s3, bucket = self.client("s3"), self._artifacts()
        code = (package / "deployment.zip").read_bytes()
        code_key = f"{hashlib.sha256(code).hexdigest()}.zip"
        _put_new(s3, bucket, code_key, code)
        template = located(json.loads((package / "sam.json").read_text()), f"s3://{bucket}/{code_key}")
        text = json.dumps(template, separators=(",", ":")).encode()
        template_key = f"{hashlib.sha256(text).hexdigest()}.json"
        _put_new(s3, bucket, template_key, text)
        return f"{s3.meta.endpoint_url}/{bucket}/{template_key}"

    def _artifacts(self) -> str:
        """Return the bucket of code and templates, private, made on first use."""
        s3, bucket = self.client("s3"), f"{self.name}-artifacts-{self.account()}-{self.region}"
        if bucket in {each["Name"] for each in s3.list_buckets()["Buckets"]}:
            return bucket
        where = {"CreateBucketConfiguration": {"LocationConstraint": self.region}}
        s3.create_bucket(Bucket=bucket, **(where if self.region != "us-east-1" else {}))
        s3.put_public_access_block(Bucket=bucket, PublicAccessBlockConfiguration=dict.fromkeys(CLOSED, True))
        return bucket

    def stack(self, template_url: str) -> dict[str, str]:
        """Create or update the stack; once more when it then knows its address; its outputs."""
        stack = Stack(self.client("cloudformation"), self.name, self.poll_seconds)
        while True:
            wanted = stack.parameters() | self.given | self._known(stack)
            print("Changing the stack" if stack.describe() else "Creating the stack: this takes some minutes")
            if not stack.change(template_url, wanted):
                print("  nothing to change")
            if self._known(stack).items() <= stack.parameters().items():
                return stack.outputs()

    def _known(self, stack: Stack) -> dict[str, str]:
        """Return the parameters only the stack can tell: its address, the version of its signing key."""
        outputs = stack.outputs()
        if "Address" not in outputs:
            return {}
        secret = self.client("secretsmanager").describe_secret(SecretId=outputs["SigningKeyArn"])
        versions = secret["VersionIdsToStages"].items()
        current = next(version for version, stages in versions if "AWSCURRENT" in stages)
        return {"AppUrl": outputs["Address"], "SigningKeyVersion": current}

    def reindex(self, function: str) -> None:
        """Bring older records up to date; what takes longer than a function may run goes on where it was."""
        patience = {"read_timeout": REINDEX_SECONDS + 30, "retries": {"total_max_attempts": 1}}
        patient = self.client("lambda", tcp_keepalive=True, **patience)
        print("Bringing records up to date")
        while True:
            answer = patient.invoke(FunctionName=function, Payload=b"{}")
            said = answer["Payload"].read().decode()
            if "FunctionError" not in answer:
                return
            if "timed out" not in said:
                raise StackFailed(f"The product is there, but bringing its records up to date failed: {said}")
            print("  not done yet, going on")

    def publish(self, outputs: dict[str, str], site: Path) -> None:
        """Send the pages, and let CloudFront forget those that changed."""
        print("Sending the pages")
        changed = pages.sync(self.client("s3"), outputs["PagesBucketName"], site)
        if changed:
            pages.invalidate(self.client("cloudfront"), outputs["DistributionId"], changed)


def located(template: dict[str, Any], code: str) -> dict[str, Any]:
    """Return the template, its functions' code at the address `code`."""
    for function in _functions(template):
        function["Properties"]["CodeUri"] = code
    return template


def _functions(template: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return (each for each in template["Resources"].values() if each["Type"] == "AWS::Serverless::Function")


def _put_new(s3: Any, bucket: str, key: str, body: bytes) -> None:
    if s3.list_objects_v2(Bucket=bucket, Prefix=key)["KeyCount"] == 0:
        s3.put_object(Bucket=bucket, Key=key, Body=body)


def from_environment() -> Deployment:
    """Return the deployment the environment asks for; raises NotPossible without a region."""
    region = os.environ.get("AWS_REGION") or boto3.Session().region_name
    if not region:
        raise NotPossible("No region is chosen. Set AWS_DEFAULT_REGION, for instance to eu-west-3 (Paris).")
    given = {parameter: os.environ[name] for name, parameter in GIVEN.items() if name in os.environ}
    return Deployment(region, os.environ.get("STACK", STACK), given)


def main() -> None:
    """Deploy, or say in a sentence why not."""
    try:
        address = from_environment().run(FOLDER, ROOT / "web" / "dist")
    except (NotPossible, StackFailed) as problem:
        sys.exit(str(problem))
    except (ClientError, BotoCoreError) as problem:
        sys.exit(f"AWS refuses: {problem}")
    print(f"\nSimple CRM is at {address}")


if __name__ == "__main__":
    main()
