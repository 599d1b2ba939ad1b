"""Three bars that are drawn over, in colours of their own, and a line that is erased."""

import time

print("\x1b[1mloading\x1b[0m\n\n\n")
for done in (0, 50, 100):
    bars = [f"\x1b[38;5;{208 + n}m{'#' * (done // 10 + n):14}\x1b[0m {done} %" for n in range(3)]
    print("\x1b[3A" + "\n".join(bars))
    time.sleep(0.6)
print("tidying up\b\b\b   ", end="", flush=True)
time.sleep(0.6)
print("\r\x1b[K\x1b[7m done \x1b[0m \x1b[2m日本\x1b[0m", "\x1b[9mor not\x1b[29m", "\x1b[48;2;20;40;60mend\x1b[0m")
