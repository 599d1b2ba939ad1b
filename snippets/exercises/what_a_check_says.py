"""Hand in an answer that locks only the write, and print what its check says."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

exercise = Path(__file__).parent.parent / "locks/exercise_safe_account"
answer = "safe_account_wrong_lock_on_write.py"
pytest = [sys.executable, "-m", "pytest"]

with tempfile.TemporaryDirectory() as place:
    copy = shutil.copytree(exercise, Path(place) / "safe_account")
    shutil.copy(copy / answer, copy / "safe_account.py")
    check = subprocess.run(pytest, cwd=copy, stdout=subprocess.PIPE, encoding="utf-8")
failure = check.stdout.partition("FAILURES")[2].partition("short test")[0]
print(*failure.splitlines()[2:-1], sep="\n")

# /// run
# files = [
#   "../locks/exercise_safe_account/conftest.py",
#   "../locks/exercise_safe_account/test_safe_account.py",
#   "../locks/exercise_safe_account/safe_account_wrong_lock_on_write.py",
#   "../locks/exercise_safe_account/pytest.ini",
# ]
# ///
