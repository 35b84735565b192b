"""Digests in words: the post itself, and what is said about subscriptions."""
