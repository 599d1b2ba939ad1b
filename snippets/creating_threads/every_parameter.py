"""A thread with its target alone, and one with every parameter."""

import threading


# --8<-- [start:parameters]
def pack(order, gift=False):
    me = threading.current_thread()
    print(f"{me.name}: {order}, gift={gift}, daemon={me.daemon}")


plain = threading.Thread(target=pack, args=("order 17",))
full = threading.Thread(
    group=None,
    target=pack,
    name="gift packer",
    args=("order 18",),
    kwargs={"gift": True},
    daemon=True,
)
# --8<-- [end:parameters]
for packer in (plain, full):
    packer.start()
    packer.join()
