"""Steps in groups: who looks, and who sells."""

ORDER = """
111 222
1111111
2222222
"""
