"""Parts come in their order, and the limit on the threads of a product ends with the last who needs it."""

from collections.abc import Sequence

import pytest
from threadpoolctl import threadpool_info

from analyzer.scoring.side_by_side import in_parts


def threads() -> list[int]:
    return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]


def test_parts_come_in_the_order_of_the_texts() -> None:
    texts = [str(number) for number in range(11)]
    parts = list(in_parts(list, texts, 3))
    assert [len(part) for part in parts] == [3, 3, 3, 2]
    assert [text for part in parts for text in part] == texts


def test_what_fits_one_part_is_read_once_and_nothing_is_one_part() -> None:
    assert list(in_parts(list, ["a", "b"], 2)) == [["a", "b"]]
    assert list(in_parts(list, [], 2)) == [[]]


def test_a_product_takes_one_core_until_the_last_part_of_all_is_read() -> None:
    before = threads()
    first, second = (in_parts(len, ["a", "b", "c"], 1) for _ in range(2))
    assert (next(first), next(second)) == (1, 1)
    assert threads() == [1] * len(before)
    assert list(first) == [1, 1]
    assert threads() == [1] * len(before)
    second.close()
    assert threads() == before


def test_a_failure_ends_the_limit() -> None:
    def read(part: Sequence[str]) -> int:
        raise ValueError(part[0])

    before = threads()
    with pytest.raises(ValueError, match="a"):
        list(in_parts(read, ["a", "b"], 1))
    assert threads() == before
