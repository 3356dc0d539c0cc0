"""The product on AWS: what Chalice does not make, one file a kind, and what packages and deploys it."""
