"""The steps are told by numbers, not by the guests' names.

The check says: ORDER is made of 1 and 2
"""

ORDER = "AAABBBBBBBBBBAAAAAAA"
