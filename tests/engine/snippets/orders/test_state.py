"""What can be seen between two steps."""

from tests.support.orders import Explorer

PROGRAM = """\
import threading

class Account:
    def __init__(self):
        self.balance = 100
        self.lock = threading.Lock()

    def pay(self, amount):
        with self.lock:
            before = self.balance
            self.balance = before - amount

account = Account()
names = ["Ann", "Ben"]
for name, amount in zip(names, (30, 50)):
    threading.Thread(target=account.pay, args=(amount,), name=name).start()
"""


def test_a_state_has_locals_and_shared_names_and_who_holds_which_lock(explore: Explorer) -> None:
    state = explore(PROGRAM, ["Account.pay"], ["account.balance", "names", "late"]).states("11")[-1]
    name, status, line, place, values, waits = state["threads"][0]
    assert (name, status, line, place, waits) == ("Ann", "ready", 11, "", None)
    assert values == [["self", "<__main__.Account>"], ["amount", "30"], ["before", "100"]]
    assert state["shared"] == [["account.balance", "100"], ["names", "['Ann', 'Ben']"]]
    assert state["locks"] == [["account.lock", "Ann"]]


def test_who_leaves_a_with_block_is_at_its_first_line_again(explore: Explorer) -> None:
    state = explore(PROGRAM, ["Account.pay"]).states("111")[-1]
    assert state["threads"][0][:4] == ["Ann", "ready", 9, "leave"]


def test_what_was_read_is_told_until_the_line_is_done(explore: Explorer) -> None:
    text = PROGRAM.replace(
        "            before = self.balance\n            self.balance = before",
        "            self.balance = self.balance",
    )
    states = explore(text, ["Account.pay"], ["account.balance"]).states("11111")
    assert [view[3:5] for state in states if (view := state["threads"][0])[4][2:]] == [
        ["read balance", [["self", "<__main__.Account>"], ["amount", "30"], ["balance as read", "100"]]],
        ["write balance", [["self", "<__main__.Account>"], ["amount", "30"], ["balance as read", "100"]]],
    ]


def test_long_values_are_cut(explore: Explorer) -> None:
    text = PROGRAM.replace('["Ann", "Ben"]', '["Ann" * 50, "Ben"]')
    (_, value), *_ = explore(text, ["Account.pay"], ["names"]).states("")[0]["shared"]
    assert len(value) == 60
    assert value.endswith("…")
