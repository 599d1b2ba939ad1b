"""Take every result out of the queue, then join."""

import multiprocessing
from multiprocessing.queues import Queue


def write_report(month: str, reports: "Queue[tuple[str, str]]") -> None:
    reports.put((month, "sold " * 200_000))


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    reports: "Queue[tuple[str, str]]" = context.Queue()
    writers = [
        context.Process(target=write_report, args=(month, reports))
        for month in ("June", "July")
    ]
    for writer in writers:
        writer.start()
    received = [reports.get() for _ in writers]
    for writer in writers:
        writer.join()
    for month, text in sorted(received):
        print(f"{month}: {len(text)} characters")
