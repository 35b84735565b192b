"""Digests: when they are due, and how each is sent once."""
