"""Say which thread a program starts in."""

import threading

print(threading.current_thread().name)
