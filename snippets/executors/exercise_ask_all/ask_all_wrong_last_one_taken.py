"""Two workers see that there is one station left, and one of them finds none.

The check says: raised IndexError('pop from empty list')
"""

from concurrent.futures import ThreadPoolExecutor

def ask_all(stations, ask, workers):
    todo, out, bad = list(stations), {}, {}
    def work():
        while todo:
            s = todo.pop(0)
            try:
                out[s] = ask(s)
            except OSError as e:
                bad[s] = e
    with ThreadPoolExecutor(workers) as pool:
        fs = [pool.submit(work) for _ in range(workers)]
    for f in fs: f.result()
    return {s: out[s] for s in stations if s in out}, {s: bad[s] for s in stations if s in bad}
