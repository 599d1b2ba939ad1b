"""Let a daemon process start a process."""

import multiprocessing

context = multiprocessing.get_context("spawn")


def deliver():
    packer = context.Process(target=print, args=("packed",))
    packer.start()


if __name__ == "__main__":
    driver = context.Process(target=deliver, name="driver", daemon=True)
    driver.start()
    driver.join()
    print("exit code", driver.exitcode)
