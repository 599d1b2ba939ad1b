"""Call the roll: everybody answers in a thread that has their name, all at the same time.

`roll_call(["Cleo", "Ada"], answer)` starts a thread called "Cleo" and a thread called "Ada". Each of them calls
`answer()`. It is given no argument; it can ask its thread for the name. All threads run at the same time, and all have
ended when the function returns. It returns the answers in a new list, in the order of the names, whoever was done
first. Two may have the same name, and the answers may be equal; `names` may be any sequence, and is left as it is.
"""

import threading
from collections.abc import Callable, Sequence


def roll_call(names: Sequence[str], answer: Callable[[], str]) -> list[str]:
    """What `answer()` returned in the thread of each name, in the order of the names."""
    # TODO: a thread with a name for everybody; wait for all of them; put the answers in order.
    for _ in names:
        thread = threading.Thread(target=answer)
        thread.start()
    return []
