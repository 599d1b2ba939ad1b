"""Ask for the start method of a program that chooses none."""

import multiprocessing

print(multiprocessing.get_start_method())

# /// run
# python = ["3.11", "3.12", "3.13", ">=3.14"]
# ///
