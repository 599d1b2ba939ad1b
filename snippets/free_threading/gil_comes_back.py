"""Import a C module that does not promise to need no GIL, and one that does."""

import subprocess
import sys
import sysconfig
from pathlib import Path

C_SOURCE = """
#include <Python.h>

static PyModuleDef_Slot slots[] = {
#ifdef PROMISE
    {Py_mod_gil, Py_MOD_GIL_NOT_USED},
#endif
    {0, NULL}
};
static PyModuleDef jukebox = {PyModuleDef_HEAD_INIT, "jukebox", .m_slots = slots};

PyMODINIT_FUNC PyInit_jukebox(void) { return PyModuleDef_Init(&jukebox); }
"""

ASK = "import sys, jukebox; print('the GIL is back:', sys._is_gil_enabled())"


def build_and_import(*options):
    Path("jukebox.c").write_text(C_SOURCE)
    module = "jukebox" + sysconfig.get_config_var("EXT_SUFFIX")
    headers = "-I" + sysconfig.get_path("include")
    compiler = ["cc", "-shared", "-fPIC", headers, *options, "jukebox.c", "-o", module]
    if subprocess.call(compiler, stderr=subprocess.DEVNULL) == 0:
        subprocess.run([sys.executable, "-c", ASK], check=True)
    else:
        print("no C compiler, or no headers of Python, on this computer")


build_and_import()
build_and_import("-DPROMISE")

# /// run
# python = ["free-threaded"]
# needs = ["fork"]
# ///
