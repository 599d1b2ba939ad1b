"""The machinery that makes pages."""
