"""The order is a text.

The check says: ORDER is a text
"""

ORDER = [1, 1, 1, 2, 2, 2]
