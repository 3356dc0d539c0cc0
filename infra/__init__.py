"""The world around the Lambdas: on AWS (`aws/`) and on one machine (`local/`)."""
