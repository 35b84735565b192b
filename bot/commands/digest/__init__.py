"""Scheduled digests: what they say, and the commands of the group ``digest``."""
