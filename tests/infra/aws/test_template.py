"""The template says on AWS what the product says of itself elsewhere."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.config import Config

from chalicelib.core import objects, tables
from chalicelib.core.config import Settings
from infra.aws import template as assembled
from infra.aws.package import ROOT
from infra.local import environment
from infra.local.site import security_headers

TABLES = {"CrmTable": tables.Crm, "AuthTable": tables.Auth, "OpsTable": tables.Ops}
REGION = environment.REGION


@pytest.fixture(scope="module")
def ours() -> dict[str, Any]:
    """The resources our own files describe."""
    return assembled.assemble()["Resources"]


def keys(schema: list[dict[str, str]]) -> dict[str, str]:
    """Return the key attributes by their part."""
    return {each["KeyType"]: each["AttributeName"] for each in schema}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_the_one_the_models_declare(name: str, ours: dict[str, Any]) -> None:
    table, declared = ours[name]["Properties"], TABLES[name]._get_schema()

    assert keys(table["KeySchema"]) == keys(declared["key_schema"])
    assert by_name(table["AttributeDefinitions"]) == by_name(declared["attribute_definitions"])
    indexes = {each["IndexName"]: each for each in table["GlobalSecondaryIndexes"]}
    assert indexes.keys() == {each["index_name"] for each in declared["global_secondary_indexes"]}
    for index in declared["global_secondary_indexes"]:
        assert keys(indexes[index["index_name"]]["KeySchema"]) == keys(index["key_schema"])
        assert indexes[index["index_name"]]["Projection"] == index["projection"]


def by_name(definitions: list[dict[str, str]]) -> dict[str, str]:
    """Return attribute types by name."""
    return {each["AttributeName"]: each["AttributeType"] for each in definitions}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_forgets_what_the_models_let_expire(name: str, ours: dict[str, Any]) -> None:
    ttl = ours[name]["Properties"].get("TimeToLiveSpecification", {}).get("AttributeName")
    attribute = TABLES[name]._ttl_attribute()

    assert ttl == (attribute.attr_name if attribute else None)


@pytest.mark.parametrize("prefix", ["imports/", "merges/"])
def test_what_undoing_needs_is_forgotten_when_the_product_says_so(prefix: str, ours: dict[str, Any]) -> None:
    rules = ours["DocumentsBucket"]["Properties"]["LifecycleConfiguration"]["Rules"]
    (days,) = [each["ExpirationInDays"] for each in rules if each.get("Prefix") == prefix]
    assert days == objects.UNDO_DAYS


@pytest.mark.parametrize("name", [*TABLES, "DocumentsBucket", "DataKey"])
def test_what_cannot_be_made_again_outlives_the_stack(name: str, ours: dict[str, Any]) -> None:
    assert ours[name]["DeletionPolicy"] == "Retain"
    assert ours[name]["UpdateReplacePolicy"] == "Retain"


# AWS gives the region itself; where others' services stand, and which of them may be near, only tests say.
GIVEN_ELSEWHERE = {"AWS_REGION", "AWS_DEFAULT_REGION", "BLUESKY_URL", "YOUTUBE_URL", "OUTSIDE_ALLOWED"}


def test_the_functions_get_every_variable_the_product_reads() -> None:
    read = set(re.findall(r'env\.get\("(\w+)"', (ROOT / "chalicelib/core/config.py").read_text()))
    whole = assembled.assemble()
    given = {
        *whole["Globals"]["Function"]["Environment"]["Variables"],
        *whole["Resources"]["APIHandler"]["Properties"]["Environment"]["Variables"],
    }

    assert read - GIVEN_ELSEWHERE == given
    # Two variables tell one region.
    assert len(read) - 1 == len(Settings.__dataclass_fields__)


def headers(ours: dict[str, Any]) -> dict[str, Any]:
    """Return the security headers CloudFront adds."""
    config: dict[str, Any] = ours["SecurityHeaders"]["Properties"]["ResponseHeadersPolicyConfig"]
    return config


def content_policy(ours: dict[str, Any], bucket: str) -> str:
    """Return the content security policy, our bucket being at `bucket`."""
    policy = headers(ours)["SecurityHeadersConfig"]["ContentSecurityPolicy"]["ContentSecurityPolicy"]
    return str(policy["Fn::Sub"][0]).replace("${Bucket}", bucket)


def test_pages_obey_the_policy_of_one_machine(ours: dict[str, Any]) -> None:
    local = dict(security_headers("BUCKET BUCKET/"))

    assert content_policy(ours, "BUCKET") == local["Content-Security-Policy"]
    items = headers(ours)["CustomHeadersConfig"]["Items"]
    assert {item["Header"]: item["Value"] for item in items} == {
        "Permissions-Policy": local["Permissions-Policy"]
    }


def test_pages_may_send_files_where_the_upload_form_says(
    ours: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AWS_ENDPOINT_URL")
    config = Config(signature_version="s3v4", s3={"addressing_style": "path"})
    session = boto3.Session(aws_access_key_id="a", aws_secret_access_key="b", region_name=REGION)
    form = session.client("s3", config=config).generate_presigned_post("documents", "uploads/1")
    address = headers(ours)["SecurityHeadersConfig"]["ContentSecurityPolicy"]["ContentSecurityPolicy"][
        "Fn::Sub"
    ]
    known = {"AWS::Region": REGION, "AWS::URLSuffix": "amazonaws.com", "DocumentsBucket": "documents"}
    bucket = re.sub(r"\$\{([\w:]+)}", lambda found: known[found[1]], address[1]["Bucket"]["Fn::Sub"])

    assert form["url"] in content_policy(ours, bucket).split()


def run(code: str, event: dict[str, Any]) -> dict[str, Any]:
    """Run a CloudFront Function."""
    script = f"{code}; console.log(JSON.stringify(handler({json.dumps(event)})))"
    said = subprocess.run(["node", "-e", script], check=True, capture_output=True, text=True).stdout
    request: dict[str, Any] = json.loads(said)
    return request


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "/index.html"),
        ("/contacts/1m86aqr205jfv89n", "/index.html"),
        ("/invitation/a-b_c", "/index.html"),
        ("/assets/main-3f9a1c2e.js", "/assets/main-3f9a1c2e.js"),
        ("/assets/gone", "/assets/gone"),
        ("/icon.svg", "/icon.svg"),
    ],
)
def test_the_address_of_a_page_is_answered_by_its_file(address: str, file: str, ours: dict[str, Any]) -> None:
    code = ours["PagePaths"]["Properties"]["FunctionCode"]

    assert run(code, {"request": {"uri": address}})["uri"] == file


def test_the_api_is_told_who_asks_whatever_they_claim(ours: dict[str, Any]) -> None:
    code = ours["ViewerAddress"]["Properties"]["FunctionCode"]
    claimed = {"x-viewer-address": {"value": "192.0.2.1"}}
    event = {"viewer": {"ip": "203.0.113.7"}, "request": {"uri": "/api/session", "headers": claimed}}

    assert run(code, event)["headers"]["x-viewer-address"]["value"] == "203.0.113.7"


def test_an_error_of_the_api_stays_one(ours: dict[str, Any]) -> None:
    distribution = ours["Distribution"]["Properties"]["DistributionConfig"]

    assert "CustomErrorResponses" not in distribution
    dynamic = {each["PathPattern"]: each for each in distribution["CacheBehaviors"]}
    assert dynamic.keys() == {"/api/*", "/ical/*", "/hooks/*", "/u/*"}
    assert {each["TargetOriginId"] for each in dynamic.values()} == {"api"}


def test_the_bucket_may_tell_its_queue(template: dict[str, Any]) -> None:
    policy = template["Resources"]["ImportsQueuePolicy"]["Properties"]["PolicyDocument"]
    (statement,) = policy["Statement"]
    allowed = statement["Condition"]["ArnLike"]["aws:SourceArn"]["Fn::Sub"]

    # CloudFormation names a bucket <stack>-<logical name in lower case>-<random>.
    assert allowed.endswith(":s3:::${AWS::StackName}-documentsbucket-*")
    assert statement["Condition"]["StringEquals"]["aws:SourceAccount"] == {"Ref": "AWS::AccountId"}


def test_a_queue_waits_longer_than_its_function_runs(template: dict[str, Any]) -> None:
    for queue, function in (
        ("ImportsQueue", "WorkImports"),
        ("ExportsQueue", "WorkExports"),
        ("OutboxQueue", "WorkOutbox"),
    ):
        properties = template["Resources"][function]["Properties"]
        (source,) = properties["Events"].values()
        assert source["Properties"]["Queue"] == {"Fn::Sub": f"${{{queue}.Arn}}"}
        assert template["Resources"][queue]["Properties"]["VisibilityTimeout"] > properties["Timeout"]


def test_two_files_may_not_say_the_same_name(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text("Outputs:\n  Address: {Value: !Ref Distribution}\n")

    with pytest.raises(ValueError, match=r"two.yaml says Address again"):
        assembled.assemble(tmp_path)


def test_short_forms_are_read_as_the_long_ones(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(
        'Outputs:\n  A: !GetAtt Table.Arn.More\n  B: !If [IsIt, !Ref X, !Sub "${Y}"]\n  C: !Condition IsIt\n'
    )

    assert assembled.assemble(tmp_path)["Outputs"] == {
        "A": {"Fn::GetAtt": ["Table", "Arn.More"]},
        "B": {"Fn::If": ["IsIt", {"Ref": "X"}, {"Fn::Sub": "${Y}"}]},
        "C": {"Condition": "IsIt"},
    }
