"""Facts from elsewhere as changes: our own files and tables, and what public catalogues say of models."""
