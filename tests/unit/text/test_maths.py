"""Formulas of TeX in letters that a terminal has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.text.formula import formula
from glossary_tui.text.maths import with_readable_maths
from glossary_tui.text.plain import plain_text
from glossary_tui.tui.markdown import lay_out, parse


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"\alpha = 0.01", "α = 0.01"),
        (r"n\times n", "n × n"),
        (r"N=n_1 \cdot \frac{n_2}{m}", "N = n₁ · n₂/m"),
        (r"\frac{n(n+1)}{2}", "n(n+1)/2"),
        (r"\frac 1{2n}", "1/(2n)"),
        (r"\frac{1}{1+e^{-x}}", "1/(1+e⁻ˣ)"),
        (r"\frac{\partial L}{\partial w}", "∂L/∂w"),
        (r"\sqrt{2\pi} + \sqrt x", "√(2π) + √x"),
        (r"\sum_{i=1}^n x_i", "Σᵢ₌₁ⁿ xᵢ"),
        (r"E_c(x, x_s)", "E_c(x, x_s)"),
        (r"p_{\mathrm{exists}}", "p_exists"),
        (r"\frac{e^{x_i}}{\sum_j e^{x_j}}", "e^(xᵢ)/(Σⱼ e^(xⱼ))"),
        (r"\pi_\theta(a_t)", "π_θ(aₜ)"),
        (r"f'(x) \in \mathbb R^d", "f′(x) ∈ ℝᵈ"),
        (r"\max(0, x) + \log_2 n + 2\log n", "max(0, x) + log₂ n + 2 log n"),
        (r"\left\lfloor \frac{n - f}{s} \right\rfloor", "⌊(n − f)/s⌋"),
        (r"\hat{y}_i = \text{if so}", "ŷᵢ = if so"),
        (r"\{0,1\}^n", "{0,1}ⁿ"),
        (r"\begin{bmatrix} 1 & 0 \\ -2 & x^2 \\ \end{bmatrix}^T", "[1 0; −2 x²]ᵀ"),
        (
            r"f(x) = \begin{cases} x & x > 0 \\ 0 & x \leq 0 \end{cases}",
            "f(x) = {x, x > 0; 0, x ≤ 0}",
        ),
        (r"\begin{align*} a &= b \\ c &= d \end{align*}", "a = b; c = d"),
    ],
)
def test_a_formula_is_said_in_a_line(tex, said):
    assert formula(tex) == said


@pytest.mark.parametrize(
    "tex",
    [
        r"\begin{tabular} a & b \end{tabular}", r"\begin{matrix} a", "a & b", r"a \\ b",
        r"\mymacro", "{a", "a}", "^", r"\frac{a}", "`", "",
        r"\sqrt[3]{x}", r"\hat{xy}", r"\sqrt" * 300 + "x", "_" * 300,
    ],
)  # fmt: skip
def test_what_cannot_be_said_stays_as_it_is_written(tex):
    assert formula(tex) is None
    assert with_readable_maths(f"a $${tex}$$ b") == f"a $${tex}$$ b"


@pytest.mark.parametrize(
    ("markdown", "readable"),
    [
        ("A bag-of-$n$-grams, ($n = 2$).", "A bag-of-`n`-grams, (`n = 2`)."),
        ("> $$x^2$$\n\n$$\nx^3\n$$", "> `x²`\n\n`x³`"),
        (r"\\(E = mc^2\\) and \(\alpha\) and \[ \beta \]", "`E = mc²` and `α` and `β`"),
        (r"$x_c$ beside $x_s$", "`x_c` beside `x_s`"),
        (r"$\mine$ but $\pi$", r"$\mine$ but `π`"),
    ],
)
def test_formulas_are_found_by_their_signs(markdown, readable):
    assert with_readable_maths(markdown) == readable


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5 and $10 more.", "From $HOME/bin to $USER$", "`$x$` and ``$y$``", "US$3, $4",
        "```\n$x^2$\n```", "    $$", r"\$x^2\$", r"\(no link\), \[1\]", "a $b\nc$ d", "$ x $",
        "$$x^2\n\ny$$", "<!-- $x$ -->",
    ],
)  # fmt: skip
def test_what_is_no_formula_is_left_alone(text):
    assert with_readable_maths(text) == text


@given(st.text(alphabet="$\\()[]{}^_ab1 `\n>&", max_size=60))
def test_any_text_is_survived_and_code_is_never_touched(text):
    with_readable_maths(text)
    fenced = f"```\n{text.replace('`', '')}\n```"
    assert with_readable_maths(fenced) == fenced


@given(st.text(alphabet="ab *_[](){}.\n", max_size=40))
def test_nothing_but_the_formula_changes(text):
    assert with_readable_maths(f"{text} $\\pi$ {text}") == f"{text} `π` {text}"


def test_both_ways_to_draw_a_text_say_its_formulas():
    text = "The area is $\\pi r^2$, says *he*."
    (line,) = lay_out(parse(text), 60).lines
    assert "".join(piece.text for piece in line) == plain_text(text) == "The area is π r², says he."
