"""Sociétés: companies and their sites, suppliers, clients and leads."""
