"""Desk 2 is the first to look, and in the end it waits at the lock while desk 1 sells."""

ORDER = "".join(["222", "111", "1111", "2", "111", "222222"])
