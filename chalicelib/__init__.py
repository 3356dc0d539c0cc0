"""The product: its rooms are listed in docs/architecture.md."""

import gc

# Nothing that is imported is ever rubbish: looking for some among it takes some of every cold start.
gc.set_threshold(20_000)
