"""A worker for everybody, who takes the name before answering."""

import threading
from concurrent.futures import ThreadPoolExecutor


def roll_call(names, answer):
    def reply(name):
        threading.current_thread().name = name
        return answer()

    with ThreadPoolExecutor(max_workers=len(names) or 1) as pool:
        return list(pool.map(reply, names))
