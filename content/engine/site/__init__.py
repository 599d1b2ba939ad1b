"""MkDocs' side."""
