"""Three ranges that look alike, and their sums."""

for numbers in (range(100), range(101), range(1, 101)):
    first, last = numbers[0], numbers[-1]
    print(f"{numbers!s:13} {len(numbers)} numbers, {first} to {last}: {sum(numbers)}")
