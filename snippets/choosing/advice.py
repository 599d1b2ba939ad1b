"""Ask about a job, and say which tool fits: `python advice.py ask`."""

import sys

JOBS = {
    "fetch scans": {"Does it mostly wait?"},
    "serve visitors": {"Does it mostly wait?", "For thousands at once?"},
    "recognise text": set[str](),
    "pack scans": {"Does C code do the work?"},
    "print a label": {"Is it done in a tenth of a second?"},
}


def advise(yes):
    if yes("Is it done in a tenth of a second?"):
        return "nothing: a plain loop"
    if yes("Does it mostly wait?"):
        many = yes("For thousands at once?")
        return "asyncio" if many else "threads"
    if yes("Does C code do the work?"):
        return "threads, if that code lets go of the GIL: measure"
    if yes("Is your Python free-threaded?"):
        return "threads"
    if yes("Is a piece shorter than a millisecond?"):
        return "processes, in chunks"
    return "processes; from 3.14 on, try interpreters"


if __name__ == "__main__":
    if "ask" in sys.argv:
        print(advise(lambda question: input(f"{question} (y/n) ") == "y"))
    else:
        for job, answers in JOBS.items():
            print(f"{job}: {advise(answers.__contains__)}")
