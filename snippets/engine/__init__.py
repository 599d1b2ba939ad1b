"""The machinery that runs programs."""
