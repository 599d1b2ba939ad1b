"""A program on a page."""
