"""Interests: what people look for, offer or like, chosen by the admins and ticked on contacts."""
