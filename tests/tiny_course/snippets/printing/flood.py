"""Fifty million bytes."""

print("the first line")
for _ in range(50):
    print("\n".join(["x" * 99] * 10_000))
print("the last line")
