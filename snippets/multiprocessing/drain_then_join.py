"""Take every result out of the queue, then join."""

import multiprocessing


def write_report(month, reports):
    reports.put((month, "sold " * 200_000))


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    reports = context.Queue()
    writers = []
    for month in ("June", "July"):
        writer = context.Process(target=write_report, args=(month, reports))
        writer.start()
        writers.append(writer)
    # --8<-- [start:drain]
    received = [reports.get() for _ in writers]
    for writer in writers:
        writer.join()
    # --8<-- [end:drain]
    for month, text in sorted(received):
        print(f"{month}: {len(text)} characters")
