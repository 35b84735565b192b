"""Whether the pages that the facts cite still answer. What is found is proposed, never published."""
