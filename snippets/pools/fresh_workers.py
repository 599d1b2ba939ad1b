"""Let a worker that never forgets develop photos, and replace it at times."""

import multiprocessing

never_forgotten = []


def develop(photo):
    never_forgotten.append(photo)
    return len(never_forgotten)


if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    # --8<-- [start:pools]
    for most, size in ((None, 1), (2, 1), (2, 3)):
        with spawn.Pool(1, maxtasksperchild=most) as pool:
            held = pool.map(develop, range(6), chunksize=size)
        print(f"maxtasksperchild={most}, chunksize={size}: {held}")
    # --8<-- [end:pools]
