"""What the lesson `start_methods` says, one test a sentence."""

import re

import pytest

from tests.support.claims import Ran

SERVER_IMPORTS = ">=3.13.8 !=3.14.0"


def test_on_linux_the_workers_use_f_up_to_python_3_13_and_c_since_3_14(ran: Ran) -> None:
    assert ran("start_methods/forecast.py").output == (
        "start method: forkserver\nOslo: -5 °C\nRome: 20 °C\n"
        if ran.on(">=3.14")
        else "start method: fork\nOslo: 23 °F\nRome: 68 °F\n"
    )


def child(ran: Ran, method: str) -> tuple[list[str], list[str], str]:
    """Of a line of `what_they_get.py`: the numbers on the path, what the child has, and where the file was run."""
    output = ran("start_methods/what_they_get.py").output
    told = re.search(rf"^(.*{method} child \d+): (.+), file run in (\d+)$", output, re.MULTILINE)
    assert told, output
    return re.findall(r"\d+", told[1]), told[2].split(", "), told[3]


def test_a_forked_child_has_its_parent_s_memory_open_files_and_environment_variables(ran: Ran) -> None:
    path, has, run_in = child(ran, "fork")
    assert has == ["unit F", "log open", "edition Boston"]
    assert run_in == path[0]


def test_a_spawned_child_gets_the_environment_variables_and_nothing_else_of_the_three(ran: Ran) -> None:
    assert child(ran, "spawn")[1] == ["unit C", "log not open", "edition Boston"]


def test_it_makes_the_unit_again_by_an_import_of_the_main_file(ran: Ran) -> None:
    path, _, run_in = child(ran, "spawn")
    assert run_in == path[-1]


def test_a_child_of_the_server_has_none_of_the_three(ran: Ran) -> None:
    assert child(ran, "forkserver")[1] == ["unit C", "log not open", "edition unset"]


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_a_name_that_is_made_below_the_guard_does_not_exist_in_a_child_that_imports_the_file(
    ran: Ran, method: str
) -> None:
    run = ran(f"""
import multiprocessing
def look():
    print("stations" in globals(), "look" in globals())
if __name__ == "__main__":
    stations = ["Oslo"]
    child = multiprocessing.get_context({method!r}).Process(target=look)
    child.start()
    child.join()
""")
    assert run.output == "False True\n"


def test_the_parent_learns_of_it_because_the_executor_raises_the_worker_s_exception_again(ran: Ran) -> None:
    assert ran("start_methods/broken_global.py").output == (
        "forkserver: NameError: name 'stations' is not defined\n" if ran.on(">=3.14") else "[-12, 14]\n"
    )


def test_a_process_that_was_started_by_hand_would_only_print_it(ran: Ran) -> None:
    run = ran("""
import multiprocessing
def look():
    print(stations)
if __name__ == "__main__":
    stations = ["Oslo"]
    child = multiprocessing.get_context("spawn").Process(target=look)
    child.start()
    child.join()
    print("the parent goes on")
""")
    assert "NameError: name 'stations' is not defined\nthe parent goes on\n" in run.output


def test_each_spawned_worker_would_load_the_data_by_itself(
    ran: Ran,
) -> None:
    run = ran("""
import multiprocessing
def load():
    print("load")
    return ["Oslo"]
stations = load()
def look(_):
    return stations[0]
if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        print(set(pool.map(look, range(8))))
        pool.close()
        pool.join()
""")
    assert sorted(run.output.split()) == ["load", "load", "load", "{'Oslo'}"]


def test_an_initializer_is_a_function_that_each_worker_calls_once_before_its_first_piece_of_work(ran: Ran) -> None:
    run = ran("""
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
calls = []
def begin():
    calls.append("begin")
def work(_):
    calls.append("work")
    return calls
if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context, initializer=begin) as executor:
        print(list(executor.map(work, range(2)))[-1])
""")
    assert run.output == "['begin', 'work', 'work']\n"


def test_the_program_prints_the_same_under_all_three_start_methods(ran: Ran) -> None:
    lines = ran("start_methods/initializer.py").output.splitlines()
    assert [line.partition(": ")[0] for line in lines] == ["fork", "spawn", "forkserver"]
    assert {line.partition(": ")[2] for line in lines} == {"Norway 5 °F Italy 59 °F"}


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_under_spawn_and_forkserver_its_arguments_are_pickled_once_for_each_worker_not_once_for_each_call(
    ran: Ran, method: str
) -> None:
    run = ran(f"""
import multiprocessing
class Stations:
    def __reduce__(self):
        print("pickled")
        return Stations, ()
def begin(stations):
    pass
def work(number):
    return number
if __name__ == "__main__":
    with multiprocessing.get_context({method!r}).Pool(2, begin, (Stations(),)) as pool:
        print(pool.map(work, range(8), chunksize=1))
""")
    assert run.output == "pickled\npickled\n[0, 1, 2, 3, 4, 5, 6, 7]\n"


def test_without_it_begin_would_make_two_local_names_and_forget_them(ran: Ran) -> None:
    run = ran("""
def begin(chosen_unit, loaded):
    unit, stations = chosen_unit, loaded
begin("F", {})
print("unit" in globals(), "stations" in globals())
""")
    assert run.output == "False False\n"


def test_a_process_that_imports_the_file_is_refused_to_start_another(ran: Ran) -> None:
    output = ran("start_methods/broken_executor.py").output
    assert ("An attempt has been made to start a new process before the" in output) == ran.on(">=3.14")
    assert ("Oslo: rain\n" in output) == ran.on("<3.14")


@pytest.mark.about(">=3.14.1")
def test_in_3_14_that_is_a_connectionreseterror_or_an_eoferror_from_3_15_on_it_is_a_brokenprocesspool(
    ran: Ran,
) -> None:
    last = ran("start_methods/broken_executor.py").output.splitlines()[-1]
    assert re.search("BrokenProcessPool: " if ran.on(">=3.15") else "^(ConnectionReset|EOF)Error", last)


def test_the_server_keeps_the_environment_that_it_was_started_with_until_the_program_ends(ran: Ran) -> None:
    lines = ran("start_methods/environment.py").output.splitlines()
    assert lines[:2] == ["set to Boston, the worker finds Boston", "set to Cairo, the worker finds Boston"]


def test_or_set_it_in_the_initializer_as_the_last_worker_does(ran: Ran) -> None:
    assert ran("start_methods/environment.py").output.endswith("the initializer, the worker finds Cairo\n")


def test_the_lock_was_copied_in_the_state_that_it_had(ran: Ran) -> None:
    output = ran("start_methods/held_lock.py").output
    assert "the parent gets the printer: True\nthe child gets the printer: False\n" in output


FORKING = """
import multiprocessing
import threading
def greet():
    pass
if __name__ == "__main__":
    end = threading.Event()
    threading.Thread(target=end.wait).start()
    child = multiprocessing.get_context("fork").Process(target=greet)
    child.start()
    child.join()
    end.set()
"""


def test_python_cannot_repair_this_and_so_since_3_12_it_warns_that_the_fork_may_lead_to_deadlocks_in_the_child(
    ran: Ran,
) -> None:
    warned = "use of fork() may lead to deadlocks in the child" in ran("start_methods/held_lock.py").output
    assert warned == ran.on(">=3.12")


def test_by_default_this_warning_is_not_shown_because_it_is_a_deprecationwarning_about_a_line_of_the_library(
    ran: Ran,
) -> None:
    assert ran(FORKING).output == ""


@pytest.mark.about(">=3.12")
def test_python_w_default_shows_it(ran: Ran) -> None:
    run = ran(f"""
import subprocess
import sys
from pathlib import Path
Path("forking.py").write_text({FORKING!r})
shown = subprocess.run([sys.executable, "-W", "default", "forking.py"], capture_output=True, text=True)
print("DeprecationWarning" in shown.stderr)
""")
    assert run.output == "True\n"


def numbers(ran: Ran, line: str) -> int:
    """How many different numbers `same_dice.py` counts in a line."""
    told = re.search(rf"^{re.escape(line)}: +(\d) different", ran("start_methods/same_dice.py").output, re.MULTILINE)
    assert told
    return int(told[1])


def test_under_fork_they_copy_the_generator(ran: Ran) -> None:
    assert numbers(ran, "fork, own.random()") == 1


def test_under_spawn_each_makes_it_again_with_the_same_seed(ran: Ran) -> None:
    assert numbers(ran, "spawn, own.random()") == 1


def test_in_a_forked_child_the_module_random_takes_a_new_seed_by_itself(ran: Ran) -> None:
    assert numbers(ran, "fork, random.random()") == 3


def test_so_the_random_seed_7_of_the_parent_has_no_effect_on_its_children_and_no_run_can_be_repeated(ran: Ran) -> None:
    run = ran("""
import multiprocessing
import random
def draw(_):
    return random.random()
if __name__ == "__main__":
    for method in ("fork", "spawn"):
        random.seed(7)
        drawn = {random.random()}
        for _ in range(3):
            with multiprocessing.get_context(method).Pool(1) as pool:
                drawn.update(pool.map(draw, [0]))
        print(len(drawn))
""")
    assert run.output == "4\n4\n"


def test_the_numbers_depend_on_the_seed_and_the_day_and_on_nothing_else(ran: Ran) -> None:
    lines = ran("start_methods/seeds.py").output.splitlines()
    assert len(lines) == 4
    assert len({line.partition(": ")[2] for line in lines}) == 1


def test_the_hash_of_a_string_differs_from_process_to_process_unless_pythonhashseed_is_set(ran: Ran) -> None:
    run = ran("""
import multiprocessing
import os
def look(_):
    return hash("2026 3")
if __name__ == "__main__":
    for given in (None, "7"):
        os.environ.pop("PYTHONHASHSEED", None)
        if given:
            os.environ["PYTHONHASHSEED"] = given
        seen = set()
        for _ in range(3):
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                seen.update(pool.map(look, [0]))
        print(len(seen))
""")
    assert run.output == "3\n1\n"


# Children tell who has imported the main file; what is to be preloaded comes first.
PRELOADED = """
import multiprocessing
import os
imported_in = os.getpid()
def look():
    print({os.getpid(): "by the child", os.getppid(): "by the server"}[imported_in])
if __name__ == "__main__":
    multiprocessing.set_forkserver_preload(%s)
    child = multiprocessing.get_context("forkserver").Process(target=look)
    child.start()
    child.join()
"""


@pytest.mark.about(SERVER_IMPORTS)
def test_if_you_leave_that_out_each_child_imports_the_main_file_by_itself_again(ran: Ran) -> None:
    assert ran(PRELOADED % ["json"]).output == "by the child\n"
    assert ran(PRELOADED % ["__main__", "json"]).output == "by the server\n"


def test_a_module_that_cannot_be_found_is_left_out_without_a_word(ran: Ran) -> None:
    assert ran(PRELOADED % ["__main__", "no_such_module"]).output in ("by the child\n", "by the server\n")


BESIDE = """
import multiprocessing
import os
import sys
from pathlib import Path
if __name__ == "__main__":
    Path(__file__).with_name("beside.py").write_text("import os; imported_in = os.getpid()")
def look():
    import beside
    print(beside.imported_in == os.getppid())
if __name__ == "__main__":
    multiprocessing.set_forkserver_preload(["beside"])
    child = multiprocessing.get_context("forkserver").Process(target=look)
    child.start()
    child.join()
    Path(__file__).with_name("beside.py").unlink()
"""


def test_the_children_of_the_server_are_forks_of_a_process_that_has_it_already(ran: Ran) -> None:
    answers = re.findall("(True|False)$", ran("start_methods/preload.py").output, re.MULTILINE)
    assert answers == ["False", "True", "True"]


@pytest.mark.about("<3.12.8", "==3.13.0")
def test_up_to_3_12_7_and_in_3_13_0_the_server_does_not_find_a_module_beside_the_main_file(ran: Ran) -> None:
    assert ran(BESIDE).output == "False\n"


@pytest.mark.about(">=3.13.1")
def test_the_fork_server_can_import_more_than_the_main_file_before_its_first_child(ran: Ran) -> None:
    assert ran(BESIDE).output == "True\n"


def test_a_later_set_start_method_raises_a_runtimeerror(ran: Ran) -> None:
    run = ran("""
import multiprocessing
print(multiprocessing.get_start_method(allow_none=True))
multiprocessing.get_start_method()
try:
    multiprocessing.set_start_method("spawn")
except RuntimeError as error:
    print(error)
""")
    assert run.output == "None\ncontext has already been set\n"


def test_get_start_method_allow_none_true_asks_without_fixing_anything_and_returns_none_if_nobody_has_chosen_yet(
    ran: Ran,
) -> None:
    run = ran("""
import multiprocessing
print(multiprocessing.get_start_method(allow_none=True))
multiprocessing.set_start_method("spawn")
print(multiprocessing.get_start_method(allow_none=True))
""")
    assert run.output == "None\nspawn\n"
