"""One thread reads the charts while another adds songs to them."""

import threading

SCANS = 100
charts = {f"song {number}": number for number in range(1_000)}
over = threading.Event()


def add_and_drop_songs():
    while not over.is_set():
        for number in range(1_000, 2_000):
            charts[f"song {number}"] = number
        for number in range(1_000, 2_000):
            charts.pop(f"song {number}")


def failed_scans(take_copy):
    failed = 0
    for _ in range(SCANS):
        try:
            for _ in charts.copy() if take_copy else charts:
                pass
        except RuntimeError as error:
            failed += 1
            messages.add(str(error))
    return failed


messages = set()
thread = threading.Thread(target=add_and_drop_songs)
thread.start()
print(f"the dict itself: {failed_scans(False)} of {SCANS} scans failed")
print(f"a copy of it:    {failed_scans(True)} of {SCANS} scans failed")
over.set()
thread.join()
for message in messages:
    print("they said:", message)

# /// run
# output = "varies"
# because = "it depends on whether a song is added during a scan"
# rare = true
# shows = '''the_dict_itself > 50 or not free_threaded'''
# python = ["3.14", "free-threaded"]
# ///
