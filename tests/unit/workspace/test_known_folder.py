"""What a cache knows of the files of one folder."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.reader.found import Found
from glossary_tui.reader.walk import Listing
from glossary_tui.workspace.cache.known_folder import Difference, KnownFolder

PATHS = st.sets(
    st.text("ab.", min_size=1, max_size=4).map("/in/a/{}".format)
    | st.text("ab", min_size=1, max_size=3).map("/in/{}/a".format)
)


def known(paths):
    """A folder of these *paths*, each of which made the entry of its number, and none is there."""
    size = len(paths)
    stamps, positions = array("q", [1] * (3 * size)), array("i", range(size))
    return KnownFolder(0, "", ("\0".join(paths), (), stamps.tobytes(), positions.tobytes(), {}, {}))


@given(PATHS, PATHS)
def test_a_changed_file_is_known_by_its_whole_path(there, changed):
    paths = sorted(there)
    found = Difference([], [], [], [])
    known(paths).change(
        changed, found, lambda path: Listing([Found("", path, "")], [], [], is_cut=False)
    )
    gone = {path: position for _, path, position, *_ in found.gone}
    assert gone == {path: paths.index(path) for path in changed & there}
    assert sorted(each.path for _, each in found.new) == sorted(changed)
