"""A thread has a name for people, an ident for Python and a native id for the system."""

import threading


def introduce() -> None:
    me = threading.current_thread()
    print(f"{me.name:20}  ident {me.ident}  native id {me.native_id}")


introduce()
for thread in (threading.Thread(target=introduce), threading.Thread(target=introduce, name="reader")):
    thread.start()
    thread.join()

# /// run
# output = "varies"
# because = "the system numbers threads, and chooses where they lie in memory, afresh in each run"
# ///
