"""Start one process, give it work, wait for its end."""

import multiprocessing


def bake(what):
    print(f"baking {what} in another process")


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    baker = context.Process(target=bake, args=("bread",))
    baker.start()
    baker.join()
    print("the baker ended with exit code", baker.exitcode)
