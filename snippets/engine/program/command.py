"""The command by which a reader runs a program as the course does, in a shell of Unix."""

from shlex import quote

from snippets.engine.program.given import Given

PLAIN = {"\n": "\\n", "\t": "\\t", "\\": "\\\\", "%": "%%"}


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
