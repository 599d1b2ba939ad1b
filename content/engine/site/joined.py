"""All style sheets of a page in one file, and all scripts of the course in another.

A browser asks for each file by itself, which on a phone takes longer than what they weigh, and shows nothing of a page
before it has all style sheets. It would also hold each element against two hundred selectors of Material's for tabs,
for whatever is the first child, the second, up to the twentieth. They are left out where no page can have tabs.
"""

import itertools
import posixpath
import re
from collections.abc import Iterable, Mapping

from jinja2 import Environment, TemplateNotFound
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

STYLES, SCRIPTS = "assets/pages.css", "assets/pages.js"
LINK = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
RELATIVE = re.compile(r"""(?<=url\()(["']?)(?!["']|data:|#|/|\w+:)""")
TABS = re.compile(r"(?<=[{}])(?:[^{},]*\.tabbed-[^{},]*,?)+\{[^{}]*\}")  # rules for nothing else
MAKE_TABS = {"pymdownx.tabbed", "pymdownx.blocks.tab"}
CHARSET = '@charset "UTF-8";'  # counts at the very beginning of a file only


def join(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Put these two in the place of the files of the course, and tell the templates the first as `style_sheet`.

    What is from elsewhere, and a script that runs otherwise than as it stands on the page, is asked for as before. A
    theme whose pages are not made as Material's are keeps its own.
    """
    try:
        of_theme = _sheets(env, config)
    except TemplateNotFound:
        return
    sheets, far_sheets = _taken([*of_theme, *config.extra_css], files)
    own, far_scripts = _taken([one for one in config.extra_javascript if isinstance(one, str)], files)
    others = [one for one in config.extra_javascript if not isinstance(one, str)]
    config.extra_css = far_sheets
    config.extra_javascript = [*([SCRIPTS] if own else []), *far_scripts, *others]
    style = styles({one.dest_uri: one.content_string for one in sheets})
    files.append(File.generated(config, STYLES, content=needed(style, config.markdown_extensions)))
    if own:
        files.append(File.generated(config, SCRIPTS, content=scripts(one.content_string for one in own)))
    for file in (*sheets, *own):
        files.remove(file)
    env.globals["style_sheet"] = STYLES


def _sheets(env: Environment, config: MkDocsConfig) -> list[str]:
    """The addresses of the style sheets that Material's template links."""
    template = env.get_template("base.html")
    context = template.new_context({"config": config, "page": None, "base_url": "."})
    return LINK.findall("".join(template.blocks["styles"](context)))


def _taken(addresses: Iterable[str], files: Files) -> tuple[list[File], list[str]]:
    """The files of the site among these addresses, and the other addresses."""
    found = {address: files.get_file_from_path(address) for address in addresses}
    return [file for file in found.values() if file], [address for address, file in found.items() if not file]


def styles(sheets: Mapping[str, str]) -> str:
    """Style sheets by their addresses, one after the other, with the addresses in them as seen from the file of all."""
    return CHARSET + "\n" + "\n".join(itertools.starmap(_moved, sheets.items()))


def needed(style: str, extensions: Iterable[str]) -> str:
    """A style sheet without the rules for tabs, if none of these extensions of Markdown makes any."""
    return style if MAKE_TABS.intersection(extensions) else TABS.sub("", style)


def _moved(address: str, text: str) -> str:
    folder = posixpath.relpath(posixpath.dirname(address) or ".", posixpath.dirname(STYLES))
    return RELATIVE.sub(rf"\1{folder}/", text.removeprefix(CHARSET))


def scripts(texts: Iterable[str]) -> str:
    """Scripts one after the other: where one fails, it says so, and the next ones run, as if each had its own file."""
    return "".join(f"try {{\n{text}\n}} catch (error) {{ reportError(error); }}\n" for text in texts)
