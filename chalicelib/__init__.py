"""The product: its rooms are listed in docs/architecture.md."""

import gc

# Nothing that is imported is ever rubbish: looking for some among it would take a twentieth of a cold start.
gc.set_threshold(20_000)
