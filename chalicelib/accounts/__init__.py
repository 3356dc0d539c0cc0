"""Who is calling: tenants, their users, passwords, sessions and preferences."""
