"""A child process stores its result in a global of its own."""
import multiprocessing

results: dict[str, int] = {}


def count_words(text: str) -> None:
    results["words"] = len(text.split())


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    child = context.Process(target=count_words, args=("to be or not to be",))
    child.start()
    child.join()
    print("exit code of the child:", child.exitcode)
    print("words:", results["words"])

# /// run
# ends = "exit 1"
# ///
