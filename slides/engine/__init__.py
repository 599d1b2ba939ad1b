"""The machinery that makes decks."""
