"""What a program is given for its run: command line, environment, standard input, and files to work with.

And the command by which a reader gives it the same, in a shell of Unix.
"""

import os
from dataclasses import dataclass, fields, replace
from shlex import quote

TIMEOUT = 10.0  # seconds that a run may take that declares nothing else
PLAIN = {"\n": "\\n", "\t": "\\t", "\\": "\\\\", "%": "%%"}


@dataclass(frozen=True)
class Given:
    """Arguments, text on standard input, variables of the environment, options of the interpreter, files.

    `files` are paths from the folder of the program. Those outside of it are read where they lie.
    `interrupt` is the line after which Ctrl-C is pressed, or seconds from the start.
    """

    args: tuple[str, ...] = ()
    stdin: str = ""
    env: tuple[tuple[str, str], ...] = ()
    flags: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    interrupt: str | float = ""

    @property
    def given(self) -> "Given":
        """This alone, of a declaration that says more."""
        return Given(**{field.name: getattr(self, field.name) for field in fields(Given)})

    @property
    def beside(self) -> tuple[str, ...]:
        """The files that stand in the folder in which it works, by their paths there."""
        paths = (os.path.normpath(name) for name in self.files)
        return tuple(path for path in paths if path.split(os.sep)[0] != os.pardir)

    @property
    def is_anything(self) -> bool:
        """Whether there is something that readers have to know."""
        return replace(self.given, files=self.beside) != NOTHING


NOTHING = Given()


def typed(path: str, given: Given) -> str:
    """The line that runs the program at a path with its arguments, options and variables."""
    variables = (f"{name}={quote(value)}" for name, value in given.env)
    return " ".join([*variables, "python", *map(quote, given.flags), quote(path), *map(quote, given.args)])


def repeated(path: str, given: Given) -> str:
    """The same, with all that it reads from standard input, and in the folder with the files that it works with."""
    folder, _, name = path.rpartition("/")
    line = typed(name if given.beside else path, given)
    line = f"printf {quote(_for_printf(given.stdin))} | {line}" if given.stdin else line
    return f"cd {quote(folder)} && {line}" if given.beside else line


def _for_printf(text: str) -> str:
    """A text as printf of any shell takes it, which must not take its beginning for an option."""
    escaped = "".join(PLAIN.get(one) or (one if one.isprintable() else _octal(one)) for one in text)
    return f"\\055{escaped[1:]}" if escaped.startswith("-") else escaped


def _octal(character: str) -> str:
    return "".join(f"\\{byte:03o}" for byte in character.encode())
