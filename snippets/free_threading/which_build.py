"""Ask a Python for its build, and whether it runs with the GIL now."""

import sys
import sysconfig

is_gil_enabled = getattr(sys, "_is_gil_enabled", lambda: True)  # since 3.13

print(sys.version)
print("built without the GIL:", bool(sysconfig.get_config_var("Py_GIL_DISABLED")))
print("runs with the GIL now:", is_gil_enabled())

# /// run
# python = ["3.14", "free-threaded"]
# ///
