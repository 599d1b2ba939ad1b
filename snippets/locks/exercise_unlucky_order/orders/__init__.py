"""Run a program under one order of the steps of its threads, or under each that there is.

Nothing is simulated: each order is a process of its own, forked from one that has read the program, which runs all of
it from its start. Its threads are real, and held: only one goes on at a time, until the next step that it would take in
a stepped function. What it does outside of these belongs to the step before. A step is a line. One that reads and
writes a shared name is split: each read, what is made of it, and each write is a step. A thread that waits, by whatever
`threading` and `queue` offer, really waits, and can go on when what it waits for is there. Time passes only where a
wait with a time-out or a sleep ends: in a stepped function at any moment, elsewhere when nobody can go on. Tasks of
asyncio are stepped at their awaits.

This package runs in the Python of the program, and needs the standard library alone, and `fork`. It knows nothing of
the course, so that an exercise can carry a copy of it.
"""
