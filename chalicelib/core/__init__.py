"""What every feature stands on; knows no CRM word."""
