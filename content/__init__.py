"""What learners read: the lessons, and the machinery that puts real runs into them."""
