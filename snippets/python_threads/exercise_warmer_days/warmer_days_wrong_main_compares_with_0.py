"""The threads take the differences, and the main thread sees which of them are above 0.

The check says: compared temperatures in the main thread
"""

import threading


def warmer_days(temperatures, n):
    results = [[] for _ in range(n)]
    edges = [1 + max(0, len(temperatures) - 1) * k // n for k in range(n + 1)]

    def work(k):
        results[k] = [temperatures[i] - temperatures[i - 1] for i in range(edges[k], edges[k + 1])]

    ts = [threading.Thread(target=work, args=(k,)) for k in range(n)]
    for t in ts: t.start()
    for t in ts: t.join()
    return sum(d > 0 for r in results for d in r)
