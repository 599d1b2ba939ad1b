"""What a Python is: the one that imports this, or the one that runs it, which then prints it as JSON."""

import json
import platform
import sys
import sysconfig
from typing import Any


def facts() -> dict[str, Any]:
    """Its path, version, build and folders, by the names of the fields of Interpreter."""
    return {
        "path": sys.executable,
        "version": platform.python_version(),
        "build": sys.version + " " + sysconfig.get_platform(),
        "free_threaded": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
        "library": sysconfig.get_path("stdlib"),
        "packages": sysconfig.get_path("purelib"),
    }


if __name__ == "__main__":
    print(json.dumps(facts()))
