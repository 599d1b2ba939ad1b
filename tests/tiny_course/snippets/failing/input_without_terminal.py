"""There is nobody to answer."""

name = input("Your name? ")
print("Hello", name)

# /// run
# ends = "exit 1"
# ///
