"""Edits in words: forms, previews, what was published, the queue, the history, and refusals."""
