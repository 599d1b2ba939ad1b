"""Step by step in turns, as long as it goes."""

ORDER = "111222" + "1111111" + "2222222"
