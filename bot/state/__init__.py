"""What a deployment knows of its workspaces, in SQLite or, where replicas share it, in PostgreSQL."""
