"""A thread has a name for people, an ident for Python and a native id for the system."""

import threading


def introduce():
    me = threading.current_thread()
    print(f"{me.name:20}  ident {me.ident}  native id {me.native_id}")


introduce()
unnamed = threading.Thread(target=introduce)
named = threading.Thread(target=introduce, name="baker")
for thread in (unnamed, named):
    thread.start()
    thread.join()

# /// run
# output = "varies"
# because = "the system numbers and places threads afresh in each run"
# ///
