"""A deck takes objectives and key points from the page of its lesson."""

from slides.engine import of_lesson

PAGE = """---
description: "## Key points"
---
# Tea

!!! abstract "After this lesson you can"
    - boil [water](../glossary.md#water);
    - pour it, in
      one go

    **5 minutes** · you need: a kettle

## Pot

## Key points

- Hot `water`.
- No
  milk.

1. Drink.

## Check yourself

- Why?
"""


def test_the_objectives_are_the_list_in_the_box_without_links_and_trailing_semicolons() -> None:
    assert of_lesson.objectives(PAGE) == "- boil water\n- pour it, in one go"


def test_the_key_points_are_all_items_of_their_section() -> None:
    assert of_lesson.key_points(PAGE) == "- Hot `water`.\n- No milk.\n1. Drink."


def test_a_page_without_them_has_none() -> None:
    assert (of_lesson.objectives("# Tea\n"), of_lesson.key_points("# Tea\n\n- milk\n")) == ("", "")
