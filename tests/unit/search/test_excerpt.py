"""The line of a body that answers."""

from __future__ import annotations

from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.model import Section
from glossary_tui.search.excerpt import _ACCENTED, Excerpts, plain_letters, readable


def marked(text, *words, begun=False):
    shown, spans = Excerpts(words, begun=begun).of(text)
    for start, end in reversed(spans):
        shown = f"{shown[:start]}[{shown[start:end]}]{shown[end:]}"
    return shown


def test_the_first_line_with_the_most_words_is_shown():
    text = "one neural line\nneural and network\nnetwork, neural\n"
    assert marked(text, "neural", "network") == "[neural] and [network]"


def test_other_forms_of_the_word_are_marked():
    assert marked("many Networks", "network") == "many [Networks]"


def test_forms_that_begin_with_other_letters_are_marked():
    assert marked("an edema", "oedema") == "an [edema]"


def test_only_an_unfinished_last_word_may_continue():
    assert marked("networking", "network") == "networking"
    assert marked("networking", "network", begun=True) == "[network]ing"


def test_accents_and_letters_that_grow_do_not_move_the_marks():
    assert marked("İ: Die PÓLYA-Urne", "polya") == "İ: Die [PÓLYA]-Urne"


def test_a_script_without_spaces_is_marked_inside_a_line():
    assert marked("深度神经网络", "神经") == "深度[神经]网络"


def test_a_long_line_is_cut_at_words_around_the_first_that_answers():
    shown = marked(f"{'before ' * 50}needle {'after ' * 50}", "needle")
    assert shown.startswith("…before")
    assert shown.endswith("after…")
    assert "[needle]" in shown
    assert len(shown) < 180


def test_a_text_without_the_words_shows_its_first_line():
    assert Excerpts(["other"], begun=True).of("text\nmore") == ("text", ())
    assert Excerpts([], begun=True).of("text\nmore") == ("text", ())
    assert Excerpts(["word"], begun=True).of("") == ("", ())


def test_a_body_is_shown_without_marks_and_with_its_references_last():
    sections = [
        Section("references", "References", "the paper", 9),
        Section("summary", "Summary", "- a **bold** [[target|link]] and `code`  \n\n# Head", 1),
    ]
    assert readable(sections) == "a bold link and code\n\nHead\nthe paper"


@given(st.text(st.characters(max_codepoint=0x2FFF) | st.sampled_from("AaÉé—’İKσΣς")))
def test_every_letter_is_made_small_and_plain_in_its_place(text):
    plain = plain_letters(text)
    assert len(plain) == len(text)
    for letter, made in zip(text, plain, strict=True):
        small = letter.lower()
        if letter in "Σς":  # small in two ways, by where it stands
            assert made in "σς"
        elif len(small) == 1:
            assert made == normalize("NFD", small)[0] if _ACCENTED.match(small) else small


@given(st.lists(st.text("ab \n", max_size=8), max_size=8), st.sampled_from(["a", "ab", "b a"]))
def test_of_one_word_the_first_line_is_enough(parts, word):
    text = " ".join(parts)
    one, two = Excerpts([word], begun=True), Excerpts(["zzz", word], begun=True)
    assert one.of(text) == two.of(text)
