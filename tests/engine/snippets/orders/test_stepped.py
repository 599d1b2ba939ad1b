"""What a step is."""

from pathlib import Path

import pytest

from snippets.engine.orders.stepped import Stepped, UnexplorableError, load


def stepped(folder: Path, body: str, shared: str, name: str = "step") -> Stepped:
    path = folder / "program.py"
    path.write_text(f"def step(self, stock):\n    global sold\n    {body}\n", encoding="utf-8")
    return load(path, "program.py", [name], [shared])


@pytest.mark.parametrize(
    ("body", "shared", "places"),
    [
        ("sold += 1", "sold", ["read sold", "write sold"]),
        ("sold = sold", "sold", ["write sold"]),
        ("sold = sold + sold", "sold", ["read sold", "read sold", "write sold"]),
        ("sold = 1", "sold", []),
        ("print(sold)", "sold", []),
        ("self.balance -= 5", "self.balance", ["read balance", "write balance"]),
        ("self.balance -= 5", "balance", ["read balance", "write balance"]),
        ("self.balance -= 5", "sold", []),
        ("prices['tea'] += 1", "prices", ["read prices", "write prices"]),
        ("prices['tea'] = 1", "prices", []),
        ("stock['tea'] += 1", "prices", []),
    ],
)
def test_a_line_that_reads_and_writes_a_shared_name_is_split(
    tmp_path: Path, body: str, shared: str, places: list[str]
) -> None:
    (splits,) = stepped(tmp_path, body, shared).splits.values()
    assert [place for _, place in sorted(splits.items())] == places


def test_a_statement_of_several_lines_begins_at_its_first(tmp_path: Path) -> None:
    first = stepped(tmp_path, "print(\n        1,\n        sold,\n    )", "sold").first
    assert [first[line] for line in (3, 4, 5, 6)] == [3, 3, 3, 3]


def test_a_function_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(UnexplorableError, match=r"It has no function 'stop' to step\. Known: step\."):
        stepped(tmp_path, "pass", "sold", "stop")


def test_a_method_is_named_with_its_class(tmp_path: Path) -> None:
    path = tmp_path / "program.py"
    path.write_text("class Desk:\n    def sell(self): pass\nclass Bar:\n    def sell(self): pass\n", encoding="utf-8")
    assert len(load(path, "program.py", ["Desk.sell"], []).codes) == 1
    assert len(load(path, "program.py", ["sell"], []).codes) == 2
