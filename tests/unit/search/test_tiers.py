"""Which entry a query finds first, rule by rule."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("query", ["Recall", "recall", "RECALL", " recall ", "recall."])
def test_the_exact_title_comes_first_in_any_case(titles, query):
    assert titles("Recall rate", "Total recall", "Recall")(query)[0] == "Recall"


def test_an_exact_alias_comes_before_a_title_that_begins_with_it(titles, entry):
    find = titles("Map function", entry("Mean average precision", aliases=["MAP"]))
    assert find("map")[0] == "Mean average precision"


def test_an_exact_title_comes_before_an_exact_alias(titles, entry):
    find = titles(entry("Accuracy", aliases=["Precision"]), "Precision")
    assert find("precision") == ["Precision", "Accuracy"]


def test_a_title_without_its_parentheses_comes_before_an_alias(titles, entry):
    find = titles(entry("Accuracy", aliases=["Precision"]), "Precision (metric)")
    assert find("precision") == ["Precision (metric)", "Accuracy"]


def test_a_title_may_be_typed_with_or_without_its_parentheses(titles):
    find = titles("Filter (optics)", "Filters and filter banks", "Filtering")
    assert find("filter")[0] == "Filter (optics)"
    assert find("filter optics")[0] == "Filter (optics)"


def test_the_acronym_in_parentheses_comes_before_longer_titles_that_hold_it(titles):
    find = titles("Conditional GAN", "Generative Adversarial Network (GAN)", "Ganglion")
    assert find("gan")[0] == "Generative Adversarial Network (GAN)"


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("mcts", "Monte Carlo Tree Search"),
        ("hitl", "Human in the Loop"),
        ("hl", "Human in the Loop"),
        ("nms", "Non-max suppression"),
        ("ns", "Non-max suppression"),
        ("m.c.t.s.", "Monte Carlo Tree Search"),
        ("mctss", "Monte Carlo Tree Search"),
    ],
)
def test_initials_find_a_title_with_or_without_small_words_and_hyphens(titles, query, title):
    find = titles("Monte Carlo Tree Search", "Human in the Loop", "Non-max suppression", "Mctx")
    assert find(query)[0] == title


def test_initials_that_are_begun_find_the_title_after_names_that_begin_so(titles):
    find = titles("Monte Carlo Tree Search", "MCP server")
    assert find("mc") == ["MCP server", "Monte Carlo Tree Search"]


def test_a_name_that_begins_with_the_whole_words_comes_before_one_with_a_longer_word(titles):
    assert titles("Databases", "Data lake")("data") == ["Data lake", "Databases"]


def test_a_hyphen_at_the_end_ends_the_word(titles):
    find = titles("Nonparametric", "Non-max suppression")
    assert find("non-")[0] == "Non-max suppression"


def test_a_hyphen_prefers_the_title_that_has_one(titles):
    find = titles("Event loop", "Event-driven architecture")
    assert find("event-")[0] == "Event-driven architecture"


def test_a_whole_word_comes_before_the_beginning_of_another_word(titles):
    find = titles("Clustering", "Kubernetes cluster")
    assert find("cluster")[0] == "Kubernetes cluster"


def test_words_may_come_in_any_order_and_the_title_with_the_fewest_others_is_first(titles):
    find = titles("Positive Pointwise Mutual Information", "Pointwise Mutual Information")
    assert find("information pointwise mutual") == [
        "Pointwise Mutual Information",
        "Positive Pointwise Mutual Information",
    ]


def test_of_equal_titles_the_one_that_keeps_the_typed_order_is_first(titles):
    find = titles("Bold red apple", "Cold apple red")
    assert find("apple red") == ["Cold apple red", "Bold red apple"]


def test_of_equal_titles_the_one_with_the_whole_word_is_first(titles):
    find = titles("My netting knot", "Another net knot")
    assert find("net knot") == ["Another net knot", "My netting knot"]


def test_the_last_word_may_be_unfinished(titles):
    assert titles("Loss function", "Function pointer")("func lo") == ["Loss function"]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("image net", "ImageNet"),
        ("imagenet", "ImageNet"),
        ("kmeans", "K-Means"),
        ("k means", "K-Means"),
        ("fastfouriertransform", "Fast Fourier Transform"),
        ("fastfourier", "Fast Fourier Transform"),
        ("fast fouriertransform", "Fast Fourier Transform"),
    ],
)
def test_words_may_be_joined_or_split(titles, query, title):
    assert titles("ImageNet", "K-Means", "Fast Fourier Transform", "Image")(query)[0] == title


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("support vector machines", "Support vector machine"),
        ("decision tree", "Decision trees"),
        ("confusion matrices", "Confusion matrix"),
        ("optimisation", "Optimization"),
        ("tumor marker", "Tumour markers"),
        ("neuralnetworks", "Neural network"),
    ],
)
def test_number_and_spelling_do_not_matter(titles, query, title):
    find = titles(
        "Support vector machine",
        "Decision trees",
        "Confusion matrix",
        "Optimization",
        "Tumour markers",
        "Neural network",
        "Decision treehouse",
    )
    assert find(query)[0] == title


@pytest.mark.parametrize("query", ["polya urn", "PÓLYA URN", "Po\u0301lya urn"])
def test_accents_do_not_matter(titles, query):
    assert titles("Pólya urn", "Polyglot")(query)[0] == "Pólya urn"


@pytest.mark.parametrize("query", ["神经网络", "神经", "网络", "经网"])
def test_a_script_without_spaces_is_found_by_any_part(titles, query):
    assert titles("神经网络", "容器")(query) == ["神经网络"]


def test_letters_inside_a_word_are_found_after_whole_words(titles):
    assert titles("Network", "ImageNet", "Planet")("net") == ["Network", "Planet", "ImageNet"]


def test_of_equal_answers_the_shorter_is_first(titles):
    find = titles("Gradient descent with momentum", "Gradient descent", "Gradient")
    assert find("gradient") == ["Gradient", "Gradient descent", "Gradient descent with momentum"]


def test_of_equally_long_answers_the_term_that_others_name_is_first(titles, entry):
    find = titles(
        "Gradient boosting",
        "Gradient clipping",
        entry("Adam", names=["gradient clipping"]),
        entry("Momentum", names=["Gradient Clipping", "Adam"]),
    )
    assert find("gradient") == ["Gradient clipping", "Gradient boosting"]


def test_a_shorter_term_is_first_though_a_longer_one_is_named_more(titles, entry):
    find = titles("Learning rate", "Learning rate decay", entry("A", names=["Learning rate decay"]))
    assert find("learning")[0] == "Learning rate"


def test_the_order_of_the_files_does_not_matter(searcher, entry):
    entries = [entry(title) for title in ("Beta test", "Test beta", "Test", "Test alpha", "Tests")]
    found = [
        [hit.entry.id for hit in searcher(*some).search("test")]
        for some in (entries, entries[::-1], entries[2:] + entries[:2])
    ]
    assert found[0] == found[1] == found[2]


def test_an_entry_is_given_once_though_several_of_its_names_answer(titles, entry):
    find = titles(entry("Recall (RC)", aliases=["Recall rate", "Recall score"]))
    assert find("recall") == ["Recall (RC)"]


def test_words_in_parentheses_answer_after_words_of_the_title(titles):
    assert titles("Bias (neuron)", "Artificial neuron")("neuron")[0] == "Artificial neuron"
