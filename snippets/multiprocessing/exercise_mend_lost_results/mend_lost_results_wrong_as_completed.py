"""The results are printed as they come.

The check says: prints '3 get 20 rolls each', '0 get nothing', '2 get 30 rolls each'
"""

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor, as_completed


def share(guests):
    return 60 // guests


if __name__ == "__main__":
    ns = [int(a) for a in sys.argv[1:]]
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as ex:
        fs = {ex.submit(share, n): n for n in ns}
        for f in as_completed(fs):
            try:
                print(f"{fs[f]} get {f.result()} rolls each")
            except ZeroDivisionError:
                print("0 get nothing")
