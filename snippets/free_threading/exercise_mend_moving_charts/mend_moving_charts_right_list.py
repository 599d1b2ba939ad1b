"""A list of the songs, made in one step."""


def play_all(charts, play):
    songs = list(charts)
    for song in songs:
        play(song)
