"""What crawlers look for at the root of a site: sitemap.xml, and llms.txt, which leads to the pages as Markdown.

Both are templates of the theme. Those that MkDocs renders by itself tell dates, which are those of the build.
"""

from contextlib import suppress
from pathlib import Path

from jinja2 import Environment, TemplateNotFound
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

NAMES = ("llms.txt", "sitemap.xml")


def rendered(env: Environment, config: MkDocsConfig, nav: Navigation, files: Files) -> dict[str, str]:
    """The texts of these files by their names.

    There is none where the theme has no template for it, or that says nothing, for want of the site's address.
    """
    urls = sorted(file.url.removeprefix("./") for file in files if Path(file.dest_uri).name == "index.html")
    made: dict[str, str] = {}
    for name in NAMES:
        with suppress(TemplateNotFound):
            made[name] = env.get_template(f"{name}.html").render(config=config, nav=nav, urls=urls).strip()
    return {name: f"{text}\n" for name, text in made.items() if text}
