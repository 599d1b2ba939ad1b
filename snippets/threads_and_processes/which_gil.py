"""Ask this Python whether its threads share a global interpreter lock."""

import sys
import sysconfig

free_threaded = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
is_gil_enabled = getattr(sys, "_is_gil_enabled", lambda: True)  # since 3.13

print("free-threaded build:", free_threaded)
print("GIL in use now:     ", is_gil_enabled())

# /// run
# python = ["3.11", "3.12", "3.13", ">=3.14", "free-threaded"]
# ///
