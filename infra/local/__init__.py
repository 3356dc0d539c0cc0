"""The AWS world on one machine: nothing in here is packaged for AWS."""
