"""A manager keeps the queue in a process of its own, so that all others may be joined before anything is taken out."""

import multiprocessing


def enlarge(name):
    return name.encode().ljust(1_000_000, b".")


def work(name, photos):
    photos.put((name, enlarge(name)))


def enlarge_all(names):
    with multiprocessing.Manager() as manager:
        photos = manager.Queue()
        workers = [multiprocessing.Process(target=work, args=(name, photos)) for name in names]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        return dict(photos.get() for _ in workers)


if __name__ == "__main__":
    for name, photo in enlarge_all(["beach", "cat", "harbour"]).items():
        print(f"{name}: {len(photo)} bytes")
