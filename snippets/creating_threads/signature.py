"""Every parameter of threading.Thread, as this Python has them."""

import inspect
import threading

for parameter in inspect.signature(threading.Thread).parameters.values():
    print(f"{parameter!s:13} {parameter.kind.description}")

# /// run
# python = ["3.11", "3.12", "3.13", ">=3.14"]
# ///
