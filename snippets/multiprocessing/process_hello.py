"""Start one process, give it work, wait for its end."""

import multiprocessing


def greet(guest: str) -> None:
    print(f"Hello {guest}, from another process")


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    greeter = context.Process(target=greet, args=("Ada",))
    greeter.start()
    greeter.join()
    print("The greeter ended with exit code", greeter.exitcode)
