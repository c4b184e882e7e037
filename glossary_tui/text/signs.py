"""What commands of TeX stand for, as letters."""

from __future__ import annotations


def _table(text: str) -> dict[str, str]:
    """Names and signs by turns."""
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_LETTERS = _table(r"""
    alpha α  beta β  gamma γ  delta δ  epsilon ε  varepsilon ε  zeta ζ  eta η  theta θ  vartheta ϑ
    iota ι  kappa κ  lambda λ  mu μ  nu ν  xi ξ  pi π  rho ρ  sigma σ  tau τ  upsilon υ  phi φ
    varphi φ  chi χ  psi ψ  omega ω  Gamma Γ  Delta Δ  Theta Θ  Lambda Λ  Xi Ξ  Pi Π  Sigma Σ
    Upsilon Υ  Phi Φ  Psi Ψ  Omega Ω
    sum Σ  prod ∏  int ∫  partial ∂  nabla ∇  infty ∞  ell ℓ  hbar ℏ  Re ℜ  Im ℑ  angle ∠  prime ′
    ldots …  dots …  cdots …  vdots ⋮  forall ∀  exists ∃  neg ¬  lnot ¬  emptyset ∅  varnothing ∅
    lfloor ⌊  rfloor ⌋  lceil ⌈  rceil ⌉  langle ⟨  rangle ⟩  lVert ‖  rVert ‖  Vert ‖  | ‖
    lvert |  rvert |  vert |  top ⊤  bot ⊥  degree °  dagger †  bullet •
    lbrace {  rbrace }  { {  } }  $ $  % %  & &  # #  _ _
""")
_BETWEEN = _table(r"""
    times ×  cdot ·  div ÷  pm ±  mp ∓  ast ∗  star ⋆  circ ∘  odot ⊙  otimes ⊗  oplus ⊕
    leq ≤  le ≤  geq ≥  ge ≥  neq ≠  ne ≠  ll ≪  gg ≫  approx ≈  equiv ≡  sim ∼  simeq ≃  propto ∝
    coloneqq ≔  to →  rightarrow →  longrightarrow →  leftarrow ←  gets ←  leftrightarrow ↔  mapsto ↦
    Rightarrow ⇒  implies ⇒  Leftarrow ⇐  Leftrightarrow ⇔  iff ⇔  land ∧  wedge ∧  lor ∨  vee ∨
    in ∈  notin ∉  ni ∋  subset ⊂  subseteq ⊆  supset ⊃  supseteq ⊇  cup ∪  cap ∩  setminus ∖
    mid ∣  parallel ∥  perp ⊥
""")
_SIZES = """
    left right big Big bigl bigr Bigl Bigr bigg Bigg limits nolimits displaystyle textstyle !
"""
SIGNS = {
    **_LETTERS,
    **{name: f" {sign} " for name, sign in _BETWEEN.items()},
    **dict.fromkeys(_SIZES.split(), ""),
    **dict.fromkeys([",", ";", ":", " ", "quad", "qquad"], " "),
}
"""Commands without an argument. Relations and operations have a blank at each side."""
OPERATORS = {"=": " = ", "<": " < ", ">": " > ", "-": "−", "'": "′", "~": " "}
"""Letters that are written otherwise in a formula."""
_NAMES = """
    arccos arcsin arctan arg argmax argmin cos cosh cot det dim exp gcd inf ker lim ln log max min
    mod Pr sin sinh sup tan tanh
"""
NAMES = frozenset(_NAMES.split())
"""Commands that are the name of a function."""
_FONTS = """
    text textrm textbf textit texttt mathrm mathbf mathit mathsf mathtt mathcal mathfrak mathscr
    boldsymbol bm operatorname
"""
FONTS = frozenset(_FONTS.split())
"""Commands whose argument is written in other letters."""
BLACKBOARD = _table("C ℂ  N ℕ  P ℙ  Q ℚ  R ℝ  Z ℤ")
"""Letters with a double stroke."""
ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "bar": "\u0304", "overline": "\u0304", "tilde": "\u0303",
    "widetilde": "\u0303", "dot": "\u0307", "ddot": "\u0308", "vec": "\u20d7",
}  # fmt: skip
"""What stands over a letter."""
TABLES = {
    "matrix": ("…", " "),
    "bmatrix": ("[…]", " "),
    "pmatrix": ("(…)", " "),
    "vmatrix": ("|…|", " "),
    "cases": ("{…}", ", "),
    **dict.fromkeys(["align", "aligned", "split", "gather", "gathered", "equation"], ("…", "")),
}
"""Environments: what stands around their rows, and between two cells."""
RAISED = _table("""
    0 ⁰  1 ¹  2 ²  3 ³  4 ⁴  5 ⁵  6 ⁶  7 ⁷  8 ⁸  9 ⁹  + ⁺  − ⁻  = ⁼  ( ⁽  ) ⁾
    a ᵃ  b ᵇ  c ᶜ  d ᵈ  e ᵉ  f ᶠ  g ᵍ  h ʰ  i ⁱ  j ʲ  k ᵏ  l ˡ  m ᵐ  n ⁿ  o ᵒ  p ᵖ  r ʳ  s ˢ  t ᵗ
    u ᵘ  v ᵛ  w ʷ  x ˣ  y ʸ  z ᶻ  A ᴬ  B ᴮ  D ᴰ  E ᴱ  G ᴳ  H ᴴ  I ᴵ  J ᴶ  K ᴷ  L ᴸ  M ᴹ  N ᴺ  O ᴼ
    P ᴾ  R ᴿ  T ᵀ  U ᵁ  V ⱽ  W ᵂ  β ᵝ  γ ᵞ  δ ᵟ  θ ᶿ  ⊤ ᵀ
""")
"""Letters that there are as exponents."""
SUNK = _table("""
    0 ₀  1 ₁  2 ₂  3 ₃  4 ₄  5 ₅  6 ₆  7 ₇  8 ₈  9 ₉  + ₊  − ₋  = ₌  ( ₍  ) ₎
    a ₐ  e ₑ  h ₕ  i ᵢ  j ⱼ  k ₖ  l ₗ  m ₘ  n ₙ  o ₒ  p ₚ  r ᵣ  s ₛ  t ₜ  u ᵤ  v ᵥ  x ₓ
    β ᵦ  γ ᵧ  ρ ᵨ  φ ᵩ  χ ᵪ
""")
"""Letters that there are as indexes."""
