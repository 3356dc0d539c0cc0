"""`make deploy`: again at will, and in plain words when it cannot."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from botocore.exceptions import ClientError

from infra.aws.package import ROOT
from infra.aws.stack import Stack, StackFailed
from infra.local import environment
from tests.infra.aws.cloud import Cloud

AWS = {
    "AWS_CONFIG_FILE": "/dev/null",
    "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
    "AWS_EC2_METADATA_DISABLED": "true",
}


def deploy(**variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command as `make deploy` does, in an environment that knows no account but these variables'."""
    clean = environment.over(os.environ, AWS | variables)
    command = [sys.executable, "-m", "infra.aws.deploy"]
    return subprocess.run(command, cwd=ROOT, env=clean, capture_output=True, text=True)


def variables(cloud: Cloud) -> dict[str, str]:
    """Return what the API's function finds in its environment."""
    functions = cloud.deployment.client("lambda")
    function = functions.get_function_configuration(FunctionName=cloud.outputs["APIHandlerName"])
    found: dict[str, str] = function["Environment"]["Variables"]
    return found


def test_it_asks_for_a_region() -> None:
    ended = deploy()

    assert ended.returncode == 1
    assert ended.stderr == "No region is chosen. Set AWS_DEFAULT_REGION, for instance to eu-west-3 (Paris).\n"


def test_it_asks_for_credentials() -> None:
    ended = deploy(AWS_DEFAULT_REGION="eu-west-3")

    assert ended.returncode == 1
    assert ended.stderr.startswith("There are no AWS credentials here.")
    assert "Traceback" not in ended.stderr


def test_it_tells_what_it_does_and_where_the_product_is(cloud: Cloud) -> None:
    assert re.search(r"^Account \d{12}, region eu-west-3, stack simple-crm$", cloud.said, re.MULTILINE)
    assert "add      CrmTable (AWS::DynamoDB::Table)" in cloud.said
    assert "create complete: Distribution" in cloud.said


def test_the_product_knows_its_address_and_its_key_at_the_end(cloud: Cloud) -> None:
    parameters = Stack(cloud.deployment.client("cloudformation"), "simple-crm").parameters()

    assert parameters["AppUrl"] == cloud.outputs["Address"]
    given = variables(cloud)
    assert given["APP_URL"] == cloud.outputs["Address"]
    assert len(given["SIGNING_KEY"]) == 64
    assert len(given["EDGE_KEY"]) == 48


def test_a_second_time_changes_nothing(cloud: Cloud) -> None:
    said = cloud.deploy()

    assert "nothing to change" in said
    assert "complete" not in said


def test_a_new_signing_key_reaches_the_functions_at_the_next_deployment(cloud: Cloud) -> None:
    secrets = cloud.deployment.client("secretsmanager")
    secrets.put_secret_value(SecretId=cloud.outputs["SigningKeyArn"], SecretString="n" * 64)

    said = cloud.deploy()

    assert variables(cloud)["SIGNING_KEY"] == "n" * 64
    assert "nothing to change" not in said


def test_pages_go_up_with_their_time_to_live(cloud: Cloud) -> None:
    s3, bucket = cloud.deployment.client("s3"), cloud.outputs["PagesBucketName"]

    page = s3.head_object(Bucket=bucket, Key="index.html")
    hashed = s3.head_object(Bucket=bucket, Key="assets/main-3f9a1c2e.js")

    assert (page["CacheControl"], page["ContentType"]) == ("no-cache", "text/html; charset=utf-8")
    assert hashed["CacheControl"] == "public, max-age=31536000, immutable"


def test_only_a_page_that_changed_is_sent_and_forgotten_by_cloudfront(cloud: Cloud) -> None:
    s3, bucket = cloud.deployment.client("s3"), cloud.outputs["PagesBucketName"]
    before = s3.head_object(Bucket=bucket, Key="icon.svg")["LastModified"]
    (cloud.site / "index.html").write_text("<title>Simple CRM 2</title>")

    cloud.deploy()

    assert s3.get_object(Bucket=bucket, Key="index.html")["Body"].read() == b"<title>Simple CRM 2</title>"
    assert s3.head_object(Bucket=bucket, Key="icon.svg")["LastModified"] == before
    cloudfront, distribution = cloud.deployment.client("cloudfront"), cloud.outputs["DistributionId"]
    (asked,) = cloudfront.list_invalidations(DistributionId=distribution)["InvalidationList"]["Items"]
    batch = cloudfront.get_invalidation(DistributionId=distribution, Id=asked["Id"])["Invalidation"]
    assert batch["InvalidationBatch"]["Paths"]["Items"] == ["/index.html"]


def test_a_template_aws_refuses_is_told_in_its_words(cloud: Cloud, tmp_path: Path) -> None:
    s3 = cloud.deployment.client("s3")
    bucket = f"simple-crm-artifacts-{cloud.deployment.account()}-{environment.REGION}"
    s3.put_object(Bucket=bucket, Key="bad.json", Body=b'{"Resources": {"A": {"Type": "AWS::Nothing::Here"}}}')
    stack = Stack(cloud.deployment.client("cloudformation"), "bad-stack", poll_seconds=0.1)

    with pytest.raises((StackFailed, ClientError), match="AWS::Nothing::Here"):
        stack.change(f"{cloud.deployment.endpoint}/{bucket}/bad.json", {})


def test_the_artifacts_are_private(cloud: Cloud) -> None:
    bucket = f"simple-crm-artifacts-{cloud.deployment.account()}-{environment.REGION}"
    closed = cloud.deployment.client("s3").get_public_access_block(Bucket=bucket)

    assert set(closed["PublicAccessBlockConfiguration"].values()) == {True}
