"""How the facts are changed: edits looked at before they are made, the journal first, then facts.db."""
