"""After a fork the child shares memory until it writes, page by page."""

import multiprocessing

PAGE = 4096
photo = bytearray(b"x") * (32 * 1024 * 1024)


def own_megabytes():
    """Measure the memory that this process shares with no other."""
    with open("/proc/self/smaps_rollup") as report:
        sizes = [int(line.split()[1]) for line in report if line.startswith("Private_")]
    return sum(sizes) / 1024


def edit_photo():
    at_start = own_megabytes()
    photo.count(b"y")
    print(f"read all of it:    {own_megabytes() - at_start:2.0f} MB of its own")
    for page in range(0, len(photo) // 2, PAGE):
        photo[page] = 0
    print(f"wrote to one half: {own_megabytes() - at_start:2.0f} MB of its own")


if __name__ == "__main__":
    print(f"the photo:         {len(photo) // 1024 // 1024:2} MB")
    context = multiprocessing.get_context("fork")
    child = context.Process(target=edit_photo)
    child.start()
    child.join()

# /// run
# needs = ["fork", "proc"]
# ///
