"""A subclass of `Process`, and the place of the name travels with the photo."""

import multiprocessing


def enlarge(name):
    return name.encode().ljust(1_000_000, b".")


class Enlarger(multiprocessing.Process):
    def __init__(self, at, name, results):
        super().__init__()
        self.at, self.name_of, self.results = at, name, results

    def run(self):
        self.results.put((self.at, enlarge(self.name_of)))


def enlarge_all(names):
    results = multiprocessing.Queue()
    processes = [Enlarger(at, name, results) for at, name in enumerate(names)]
    for process in processes:
        process.start()
    photos = [b""] * len(names)
    for _ in processes:
        at, photo = results.get()
        photos[at] = photo
    for process in processes:
        process.join()
    return dict(zip(names, photos, strict=True))
