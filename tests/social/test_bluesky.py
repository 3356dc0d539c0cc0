"""What Bluesky answers becomes plain posts, whatever it answers."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.social import bluesky
from chalicelib.social.feed import LONGEST, MOST, Post
from tests.social import fakes

# JSON may write halves of characters and marks that turn the direction of a line.
TEXTS = st.text(st.characters(exclude_categories=()), max_size=20) | st.sampled_from(
    ["\ud800", "\u202eabc", "\x00"]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
NAMES = ("uri", "record", "author", "indexedAt", "text", "handle", "reason", "$type", "post")
ENTRIES = st.recursive(
    JSON, lambda inner: st.dictionaries(st.sampled_from(NAMES), inner, max_size=4), max_leaves=8
)


@given(st.lists(ENTRIES, max_size=8).map(lambda entries: {"feed": entries}) | JSON)
def test_any_answer_is_read(answer: Any) -> None:
    posts = bluesky.posts(answer)
    assert len(posts) <= MOST
    for post in posts:
        assert len(post.text.encode()) <= 4 * LONGEST
        assert post.url is None or post.url.startswith("https://bsky.app/profile/")


@given(JSON | st.dictionaries(st.just("description"), JSON))
def test_any_profile_is_read(profile: Any) -> None:
    about = bluesky.about(profile)
    assert about is None or about.encode()


def test_what_looks_like_a_tag_is_text_there() -> None:
    entry = fakes.bluesky_post("3k", "a <b> & c", "2026-11-23T09:30:00Z")
    url = "https://bsky.app/profile/marie.bsky.social/post/3k"
    assert bluesky.posts({"feed": [entry]}) == [Post("2026-11-23T09:30:00.000Z", "a <b> & c", url)]
