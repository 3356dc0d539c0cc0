"""The same person or company twice: warned of while typing, found in the whole tenant, merged and undone."""
