"""Futures, of which `as_completed` gives each as soon as it is done."""

from concurrent.futures import ProcessPoolExecutor, as_completed


def develop(photo):
    return f"{photo}.jpg"


def develop_all(photos, report):
    developed = {}
    with ProcessPoolExecutor(max_workers=2) as executor:
        photo_of = {executor.submit(develop, photo): photo for photo in photos}
        for future in as_completed(photo_of):
            developed[photo_of[future]] = future.result()
            report(len(developed), len(photos))
    return developed
