"""A generator expression hands over one number at a time, and each number once."""

numbers = (i for i in range(100))
print(type(numbers).__name__)
print(next(numbers), next(numbers), next(numbers))
print(sum(numbers))
print(sum(numbers))
