"""Who goes next: never more pixels at once than there is room for, nobody waits for ever."""

from hypothesis import given
from hypothesis import strategies as st

from galeri.model.photo_files import MOST_PIXELS
from galeri.publishing.line import AHEAD, LARGE, ORDINARY, Line

MEGA = 1_000_000


def taken(line: Line, workers: int) -> list[int]:
    """Take as many jobs as are given out."""
    return list(iter(lambda: line.take(workers), None))


def test_every_worker_has_a_job_at_hand_besides_the_one_that_it_makes() -> None:
    assert len(taken(Line([12 * MEGA] * 100), 4)) == 8


def test_not_every_worker_holds_one_of_the_largest_photos() -> None:
    assert taken(Line([100 * MEGA] * 8), 2) == [7]
    assert len(taken(Line([100 * MEGA] * 8), 8)) == 3


def test_small_photos_pass_by_where_large_ones_wait_for_each_other() -> None:
    line = Line([12 * MEGA, 100 * MEGA, 12 * MEGA, 100 * MEGA, 0])
    assert taken(line, 2) == [3, 2, 0, 4]
    line.done(2)
    assert line.take(2) is None
    line.done(3)
    assert line.take(2) == 1


def test_a_photo_for_which_there_is_never_room_goes_with_no_other() -> None:
    line = Line([200 * MEGA, 0, 250 * MEGA, MEGA])
    assert taken(line, 1) == [2, 1]
    line.done(2)
    assert taken(line, 1) == [3]
    line.done(1)
    assert taken(line, 1) == []
    line.done(3)
    assert taken(line, 1) == [0]


def test_pages_go_last_as_they_fill_the_gaps() -> None:
    assert taken(Line([0, 12 * MEGA, 0, 3 * MEGA]), 2) == [1, 3, 2, 0]


@given(
    pixels=st.lists(st.sampled_from([0, MEGA, 12 * MEGA]) | st.integers(0, MOST_PIXELS)),
    workers=st.lists(st.integers(1, 61), min_size=1),
    data=st.data(),
)
def test_all_go_and_memory_stays_level_in_whatever_order_they_come_back(
    pixels: list[int], workers: list[int], data: st.DataObject
) -> None:
    line, out, seen = Line(pixels), set[int](), list[int]()
    for turn in range(len(pixels)):
        crew = workers[turn % len(workers)]
        room = LARGE + ORDINARY * max(workers)
        for job in taken(line, crew):
            out.add(job)
            seen.append(job)
        assert len(out) <= AHEAD * max(workers)
        assert sum(pixels[job] for job in out) <= room or len(out) == 1 or _only_pages_beside(pixels, out)
        assert out, "everybody waits, and nobody works"
        back = data.draw(st.sampled_from(sorted(out)))
        out.remove(back)
        line.done(back)
    assert sorted(seen) == list(range(len(pixels)))


def _only_pages_beside(pixels: list[int], out: set[int]) -> bool:
    return sorted(pixels[job] for job in out)[-2:-1] == [0]
