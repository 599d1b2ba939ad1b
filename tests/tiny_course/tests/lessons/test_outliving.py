"""What the lesson `outliving` of the tiny course says, one test a sentence."""

from tests.support.claims import Ran


def test_a_child_goes_on_after_its_parent_in_the_same_process_group(ran: Ran) -> None:
    assert ran("outliving/in_its_group.py").output == "the parent leaves, the child stays\n"


def test_a_child_goes_on_after_its_parent_in_a_session_of_its_own(ran: Ran) -> None:
    assert ran("outliving/in_its_session.py").output == "the child is up\n"


def test_a_child_goes_on_after_its_parent_its_session_environment_folder_and_streams_are_its_own(ran: Ran) -> None:
    assert ran("outliving/without_environment.py").output == "the child is up\n"
