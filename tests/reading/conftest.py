"""What the tests of reading share: a reader with everything it has, built once."""

import pytest


@pytest.fixture(scope="session")
def whole_reader():
    from onrecord.workflow.read import ReadingOptions, build_reader

    return build_reader(ReadingOptions(sure=0))
