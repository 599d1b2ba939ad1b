"""Release in the main thread what another thread has acquired."""

import threading

plain, reentrant = threading.Lock(), threading.RLock()


def take_both():
    plain.acquire()
    reentrant.acquire()


desk = threading.Thread(target=take_both)
desk.start()
desk.join()

plain.release()
print("Lock: anyone may release it, locked:", plain.locked())
reentrant.release()

# /// run
# ends = "exit 1"
# ///
