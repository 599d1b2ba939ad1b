"""Take a lock, try to take it again, and give it back."""

import threading

till = threading.Lock()

print("locked:", till.locked())
print("acquire():", till.acquire())
print("locked:", till.locked())
print("acquire(blocking=False):", till.acquire(blocking=False))
print("acquire(timeout=0.05):", till.acquire(timeout=0.05))
till.release()
print("locked:", till.locked())
