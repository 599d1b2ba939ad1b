"""What a line `:::` becomes."""
