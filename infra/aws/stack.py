"""A CloudFormation stack: changed by change sets, each step told, its failures in AWS's own words."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from botocore.exceptions import ClientError, WaiterError

CAPABILITIES = ["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"]
POLL_SECONDS = 3
NOTHING_TO_DO = ("didn't contain changes", "No updates are to be performed", "no changes")


class StackFailed(Exception):
    """The stack could not be changed; the message says why, and what to do."""


class Stack:
    """The stack `name`, seen through a boto3 CloudFormation client."""

    def __init__(self, client: Any, name: str, poll_seconds: float = POLL_SECONDS) -> None:
        self.client = client
        self.name = name
        self.poll_seconds = poll_seconds

    def describe(self) -> dict[str, Any] | None:
        """Return what AWS says of the stack, or None when there is none."""
        try:
            found: dict[str, Any] = self.client.describe_stacks(StackName=self.name)["Stacks"][0]
        except ClientError as error:
            if "does not exist" in str(error):
                return None
            raise
        return None if found["StackStatus"] == "REVIEW_IN_PROGRESS" else found

    def outputs(self) -> dict[str, str]:
        """Return the outputs by name; none before the stack is there."""
        found = self.describe() or {}
        return {output["OutputKey"]: output["OutputValue"] for output in found.get("Outputs", ())}

    def parameters(self) -> dict[str, str]:
        """Return the parameters by name; none before the stack is there."""
        found = self.describe() or {}
        return {each["ParameterKey"]: each["ParameterValue"] for each in found.get("Parameters", ())}

    def change(self, template_url: str, parameters: Mapping[str, str]) -> bool:
        """Bring the stack to the template with these parameters; tells whether there was anything to change.

        Raises StackFailed.
        """
        found = self.describe()
        if found:
            self._require_rest(found["StackStatus"])
        wanted = self._known(template_url, parameters)
        change_set = self._propose(template_url, wanted, "UPDATE" if found else "CREATE")
        if change_set is None:
            return False
        self._execute(change_set)
        return True

    def _require_rest(self, status: str) -> None:
        if status.endswith("_IN_PROGRESS"):
            raise StackFailed(f"{self.name} is being changed already ({status}): wait for its end.")
        if status.startswith("ROLLBACK_"):
            raise StackFailed(
                f"The first creation of {self.name} failed and left an empty stack ({status}). Delete it, "
                f"then deploy again:\n    aws cloudformation delete-stack --stack-name {self.name}"
            )

    def _known(self, template_url: str, parameters: Mapping[str, str]) -> dict[str, str]:
        """Return the parameters the template still has; AWS refuses the others."""
        summary = self.client.get_template_summary(TemplateURL=template_url)
        names = {each["ParameterKey"] for each in summary["Parameters"]}
        return {name: value for name, value in parameters.items() if name in names}

    def _propose(self, template_url: str, parameters: Mapping[str, str], kind: str) -> str | None:
        """Make a change set and list what it would change; None when that is nothing."""
        answer = self.client.create_change_set(
            StackName=self.name,
            ChangeSetName=f"deploy-{datetime.now(UTC):%Y%m%d%H%M%S%f}",
            ChangeSetType=kind,
            TemplateURL=template_url,
            Capabilities=CAPABILITIES,
            Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()],
        )
        change_set = str(answer["Id"])
        waiter = self.client.get_waiter("change_set_create_complete")
        try:
            waiter.wait(ChangeSetName=change_set, WaiterConfig={"Delay": self.poll_seconds})
        except WaiterError as error:
            reason = str(error.last_response.get("StatusReason", error))
            self.client.delete_change_set(ChangeSetName=change_set)
            if any(words in reason for words in NOTHING_TO_DO):
                return None
            raise StackFailed(f"AWS refuses the change: {reason}") from error
        self._list(change_set)
        return change_set

    def _list(self, change_set: str) -> None:
        for page in self.client.get_paginator("describe_change_set").paginate(ChangeSetName=change_set):
            for change in page["Changes"]:
                what = change["ResourceChange"]
                print(f"  {what['Action'].lower():8} {what['LogicalResourceId']} ({what['ResourceType']})")

    def _execute(self, change_set: str) -> None:
        began = datetime.now(UTC)
        self.client.execute_change_set(ChangeSetName=change_set)
        told: set[str] = set()
        reasons: list[str] = []
        while True:
            time.sleep(self.poll_seconds)
            reasons += self._tell(began, told)
            status = str((self.describe() or {"StackStatus": "CREATE_IN_PROGRESS"})["StackStatus"])
            if not status.endswith("_IN_PROGRESS"):
                break
        if status not in ("CREATE_COMPLETE", "UPDATE_COMPLETE"):
            raise StackFailed(f"{self.name} ended as {status}:\n  " + "\n  ".join(reasons))

    def _tell(self, began: datetime, told: set[str]) -> list[str]:
        """Print the events since `began` not yet `told`, oldest first; return the reasons of failures."""
        events = [
            event
            for event in self.client.describe_stack_events(StackName=self.name)["StackEvents"]
            if event["Timestamp"] >= began and event["EventId"] not in told
        ]
        reasons = []
        for event in reversed(events):
            told.add(event["EventId"])
            status, resource = event["ResourceStatus"], event["LogicalResourceId"]
            print(f"  {event['Timestamp']:%H:%M:%S} {status.lower().replace('_', ' ')}: {resource}")
            if status.endswith("_FAILED"):
                reasons.append(f"{resource}: {event.get('ResourceStatusReason', 'no reason given')}")
        return reasons
