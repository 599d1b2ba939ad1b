"""Four threads append songs to one list, and nothing breaks."""

import threading

SONGS = 50_000
playlist = []


def request_songs(listener):
    wishes = 0
    while wishes < SONGS:
        playlist.append(listener)
        wishes += 1


listeners = [threading.Thread(target=request_songs, args=name) for name in "abcd"]
for listener in listeners:
    listener.start()
for listener in listeners:
    listener.join()
print("songs:", len(playlist))
for name in "abcd":
    print(f"of {name}:", playlist.count(name))
