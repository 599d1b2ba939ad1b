"""What was printed before an exception stays."""

print("one")
print("two")
raise RuntimeError("the end")

# /// run
# ends = "exit 1"
# ///
