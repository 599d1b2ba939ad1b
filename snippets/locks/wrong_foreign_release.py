"""Release in the main thread what another thread has acquired."""

import threading

plain, reentrant = threading.Lock(), threading.RLock()


def take_both() -> None:
    plain.acquire()
    reentrant.acquire()


window = threading.Thread(target=take_both)
window.start()
window.join()

plain.release()
print("Lock: anyone may release it, locked:", plain.locked())
reentrant.release()

# /// run
# ends = "exit 1"
# ///
