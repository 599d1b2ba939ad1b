"""What runs: the programs of the lessons, and the machinery that runs them as real processes."""
