"""A zip tells nothing of when, where and by whom it was made."""

import io
import zipfile

from content.engine.site.zipped import packed


def test_a_zip_holds_what_it_was_given_in_one_folder_in_that_order() -> None:
    zipped = zipfile.ZipFile(io.BytesIO(packed("till", [("b.py", b"2\n"), ("a/c.md", b"3\n")])))
    assert {name: zipped.read(name) for name in zipped.namelist()} == {"till/b.py": b"2\n", "till/a/c.md": b"3\n"}
    assert zipped.namelist() == ["till/b.py", "till/a/c.md"]


def test_its_files_are_plain_of_1980_and_of_unix() -> None:
    [entry] = zipfile.ZipFile(io.BytesIO(packed("till", [("b.py", b"2\n")]))).infolist()
    assert (entry.date_time, entry.external_attr >> 16, entry.create_system) == ((1980, 1, 1, 0, 0, 0), 0o100644, 3)
