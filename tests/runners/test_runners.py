"""Both runners: the same outcomes in the same order."""

import itertools
from functools import partial

import pytest

from onrecord.runners.inline import run_inline
from onrecord.runners.outcome import Outcome
from onrecord.runners.processes import DIED, run_processes

# What is run travels to other processes by name, so it is Python's own `eval`, on lines written here.
MAKE_WORK = partial(partial, eval)
FAILING = "__import__('json').loads('{')"
DYING = "__import__('os')._exit(7)"


def in_processes(items, workers=2):
    return run_processes(MAKE_WORK, items, workers)


@pytest.mark.parametrize("run", [partial(run_inline, eval), in_processes], ids=["inline", "processes"])
def test_outcomes_come_in_the_order_of_the_items_and_a_failure_is_told(run):
    items = ["__import__('time').sleep(0.05)", "6 * 7", FAILING, "'last'"]
    found = list(run(items))
    assert [one.item for one in found] == items
    assert [one.value for one in found] == [None, 42, None, "last"]
    assert found[0].failure is None
    assert found[2].failure.startswith("reading failed at decoder.py:")
    assert "JSONDecodeError: Expecting property name" in found[2].failure


def test_a_process_that_dies_costs_only_its_own_item():
    items = ["1", DYING, "2", "3", DYING, "4"]
    found = list(in_processes(items))
    assert [one.value for one in found] == [1, None, 2, 3, None, 4]
    assert [one.failure for one in found] == [None, DIED, None, None, DIED, None]


@pytest.mark.parametrize("run", [partial(run_inline, eval), in_processes], ids=["inline", "processes"])
def test_an_endless_list_of_items_is_taken_a_few_at_a_time(run):
    taken = []
    items = (taken.append(n) or str(n) for n in itertools.count())
    found = run(items)
    assert [next(found).value for _ in range(3)] == [0, 1, 2]
    assert len(taken) < 10
    found.close()


def test_no_items_give_no_outcomes():
    assert list(in_processes([])) == []


def test_outcome_of_a_known_error_is_its_own_text():
    call = "exec('from onrecord.errors import IntakeError\\nraise IntakeError(\"is empty.\")')"
    assert list(run_inline(eval, [call])) == [Outcome(call, None, "is empty.")]
