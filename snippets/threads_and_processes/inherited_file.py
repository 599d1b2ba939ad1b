"""Parent and forked child read one open file from one common position."""

import multiprocessing
import tempfile


def read_on(reader, file):
    print(reader, "reads", file.read(3))


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    # --8<-- [start:readers]
    with tempfile.TemporaryFile(buffering=0) as file:
        file.write(b"abcdefghi")
        file.seek(0)
        read_on("the parent", file)
        child = context.Process(target=read_on, args=("the child ", file))
        child.start()
        child.join()
        read_on("the parent", file)
    # --8<-- [end:readers]

# /// run
# needs = ["fork"]
# ///
