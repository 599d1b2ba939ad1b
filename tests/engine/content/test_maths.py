"""Formulas become MathML when the site is built."""

from content.engine.fence.maths import block, inline
from tests.support.site import Tree, text_of
from tests.support.small import SmallCourse

MATHML = "{http://www.w3.org/1998/Math/MathML}"
TIMES = "\N{MULTIPLICATION SIGN}"
FORMULA = r"\frac{99 \times 100}{2} = 4950"
SHOWN = f"99{TIMES}1002=4950"


def formula(page: Tree) -> Tree:
    """The one formula of a page."""
    [found] = page.iter(f"{MATHML}math")
    return found


def test_a_formula_within_a_line_stays_in_the_line() -> None:
    assert inline("x").startswith('<math xmlns="http://www.w3.org/1998/Math/MathML" display="inline">')


def test_a_formula_on_lines_of_its_own_is_a_block() -> None:
    assert block("x").startswith('<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">')


def test_a_page_has_formulas_within_its_text(small: SmallCourse) -> None:
    page = small.page(f"It is `#!math {FORMULA}`, you see.")
    [paragraph] = page.iter("p")
    assert text_of(paragraph) == f"It is {SHOWN}, you see."
    assert formula(page).get("display") == "inline"
    assert [text_of(part) for part in next(formula(page).iter(f"{MATHML}mfrac"))] == [f"99{TIMES}100", "2"]


def test_a_fence_called_math_holds_a_formula(small: SmallCourse) -> None:
    page = small.page(f"```math\n{FORMULA}\n```")
    assert formula(page).get("display") == "block"
    assert text_of(formula(page)).strip() == SHOWN


def test_a_formula_needs_no_script(small: SmallCourse) -> None:
    html = small.html(f"`#!math {FORMULA}`\n\n```math\n{FORMULA}\n```")
    assert "<script" not in html
    assert "arithmatex" not in html
    assert html.count("<math") == 2


def test_less_and_and_in_a_formula_are_no_html(small: SmallCourse) -> None:
    page = small.page(r"`#!math a < b \& c`")
    assert text_of(formula(page)) == "a<b&c"
