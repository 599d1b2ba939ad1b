"""Join a process before its queue is emptied."""

import multiprocessing


def write_report(size, reports):
    reports.put(b"x" * size)


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    # --8<-- [start:join]
    for size in (65_000, 66_000):
        reports = context.Queue()
        writer = context.Process(target=write_report, args=(size, reports))
        writer.start()
        writer.join(timeout=2)
        print(f"{size} bytes, after join(): exit code {writer.exitcode}")
        reports.get()
        writer.join()
        print(f"{size} bytes, after get():  exit code {writer.exitcode}")
    # --8<-- [end:join]

# /// run
# needs = ["fork"]
# ///
