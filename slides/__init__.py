"""What lecturers show: decks made from the same programs and the same runs as the lessons."""
