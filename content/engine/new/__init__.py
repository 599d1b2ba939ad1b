"""Begin a lesson."""
