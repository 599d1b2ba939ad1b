"""A text with all that Markdown extensions include in it: what is kept of a page or a deck is made of that, too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile
from typing import Any

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from content.engine.fence.extension import ExecFences


@dataclass(frozen=True)
class Rendering:
    """What renders: Markdown extensions, and the settings of those that have any. `digest` stands for both."""

    digest: str
    extensions: Sequence[Any] = field(compare=False)
    configs: Mapping[str, Any] = field(compare=False)


def whole(text: str, rendering: Rendering) -> str:
    """The text as it is when its fences are looked at; until then, extensions include programs and fences.

    Raises what an extension raises of a text that it cannot include, as rendering does.
    """
    lines = text.split("\n")
    for step in _steps(rendering):
        lines = step.run(lines)
    return "\n".join(lines)


@lru_cache(maxsize=2)  # pages and decks of a build
def _steps(rendering: Rendering) -> list[Preprocessor]:
    """What goes over the lines of a text before its fences are looked at."""
    md = Markdown(extensions=list(rendering.extensions), extension_configs=dict(rendering.configs))
    return [*takewhile(lambda step: not isinstance(step, ExecFences), md.preprocessors)]
