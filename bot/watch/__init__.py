"""What changed in the repositories of the pack. What is found is proposed, never published."""
