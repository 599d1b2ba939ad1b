"""Let three children draw a number each, from two generators."""

import multiprocessing
import random

own = random.Random(7)


def draw(_):
    return random.random(), own.random()


if __name__ == "__main__":
    random.seed(7)
    # --8<-- [start:children]
    for method in ("fork", "spawn"):
        context = multiprocessing.get_context(method)
        numbers = []
        for child in range(3):
            with context.Pool(1) as pool:
                numbers += pool.map(draw, [child])
        from_module = {first for first, _ in numbers}
        from_own = {second for _, second in numbers}
        print(f"{method}, random.random(): {len(from_module)} different numbers")
        print(f"{method}, own.random():    {len(from_own)} different numbers")
    # --8<-- [end:children]

# /// run
# needs = ["fork"]
# ///
