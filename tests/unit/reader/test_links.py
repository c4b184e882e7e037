"""Rule 5 and 6: links of every kind become one kind, and what is no link becomes readable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from glossary_tui.glossary import Glossary
from glossary_tui.reader.inline import escape
from glossary_tui.reader.normalise import normalise
from glossary_tui.text.scan import link_target

INSIDE = [
    ("[Pod](/pod/)", "Pod", "/pod/"),
    ("[a [b] `]` c](../x/pod.md#top)", "a [b] ] c", "../x/pod.md#top"),
    ('[Pod](</a pod/> "A title")', "Pod", "/a pod/"),
    ("[Pod](My%20Pod.md)", "Pod", "My Pod.md"),
    ("[Pod](My Pod.md)", "Pod", "My Pod.md"),
    ("[Pod][p]", "Pod", "/pod/"),
    ("[P][]", "P", "/pod/"),
    ("[p]", "p", "/pod/"),
    ("[[Pod]]", "Pod", "Pod"),
    ("[[terms/Pod|pods]]", "pods", "terms/Pod"),
    ("[[Pod\\|pods]]", "pods", "Pod"),
    ("[[Pod#Use]]", "Pod > Use", "Pod#Use"),
    ("![[Pod]]", "Pod", "Pod"),
    ("[[ref: Pod]]", "Pod", "Pod"),
    ("[[xref: k8s, Pod]]", "Pod", "Pod"),
    ('{{< glossary_tooltip text="pods" term_id="pod" >}}', "pods", "pod"),
    ('{{<glossary_tooltip term_id="pod">}}', "pod", "pod"),
    ('{{% glossary_tooltip term_id="pod" text="pods" %}}', "pods", "pod"),
    ('{{< term "pod" "pods" >}}', "pods", "pod"),
    ('{{< term id="pod" text="pods >}}', "pods", "pod"),
    ('[Pod]({{< ref "pod.md" >}})', "Pod", "pod.md"),
    ('[Pod]({{% relref "/terms/pod" %}})', "Pod", "/terms/pod"),
    ("[Pod]({{ site.baseurl }}/pod/)", "Pod", "/pod/"),
    ("[Pod]({% link _terms/pod.md %})", "Pod", "_terms/pod.md"),
    ("[Pod]({{ site.baseurl }}{% link _terms/pod.md %})", "Pod", "_terms/pod.md"),
    ('[Pod]({{ "/pod/" | relative_url }})', "Pod", "/pod/"),
    ("[Pod]({{ '/pod/' | absolute_url }}#top)", "Pod", "/pod/#top"),
    ('[Pod](/pod/){target="_blank"}', "Pod", "/pod/"),
    ("[Pod](/pod/){ .big }", "Pod", "/pod/"),
    ('{{Glossary("Pod")}}', "Pod", "Pod"),
    ('{{Glossary("Big_Pod")}}', "Big Pod", "Big_Pod"),
    ("{{ glossary('Pod', 'pods') }}", "pods", "Pod"),
    ('<a href="/pod/">pods</a>', "pods", "/pod/"),
]  # fmt: skip
OUT = [
    ("[W](https://w.org/a_(b))", "W", "https://w.org/a_(b)"),
    ("<https://w.org>", "https://w.org", "https://w.org"),
    ("see https://w.org/x.", "https://w.org/x", "https://w.org/x"),
    ("<me@w.org>", "me@w.org", "mailto:me@w.org"),
    ("{{RFC(2119)}}", "RFC 2119", "https://www.rfc-editor.org/rfc/rfc2119"),
    ("![A picture](https://w.org/p.png)", "A picture", "https://w.org/p.png"),
]


def drawn(markdown):
    """The links as markdown-it draws them: what is shown, and the target of each."""
    found = []
    for block in MarkdownIt().parse(markdown):
        target = None
        for token in block.children or ():
            if token.type == "link_open":
                target, shown = link_target(str(token.attrs["href"])), ""
            elif token.type == "link_close":
                found.append((shown, target))
                target = None
            elif target is not None:
                shown += token.content
    return found


@pytest.mark.parametrize(("written", "shown", "target"), INSIDE + OUT)
def test_every_kind_of_link_is_one_kind(written, shown, target):
    text, links = normalise(f"A {written} b.", 4, {"p": "/pod/"})
    assert [(link.text, link.target, link.origin, link.line) for link in links] == [
        (shown, target, "text", 4)
    ]
    assert drawn(text) == [(shown, target)]
    assert links[0].is_external == (target.startswith(("http", "mailto")))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a <!-- b --> c", "a  c"),
        ("## H {#id}", "## H"),
        ("## H {#id .x}\n{: .note}", "## H\n"),
        ("## H { #id }\nx { .note }", "## H\nx"),
        ("![alt](b.png){ width=300 } {a=b} { x: 1 }", "alt {a=b} { x: 1 }"),
        ("{{< note >}}N{{< /note >}}", "**Note** N"),
        ('{{< figure src="a.png" caption="C" >}}', "C"),
        ("x {{% sign-language-section meUtsFU7ndo %}}", "x "),
        ('v{{< param "version" >}}', "vversion"),
        ("{{GlossarySidebar}}", ""),
        ('{{cssxref("color")}}', "`color`"),
        ('{{jsxref("Global_Objects/Array", "Array")}}', "`Array`"),
        ('{{HTMLElement("a")}}', "`<a>`"),
        ('{{HTTPStatus("404", "404 Not Found")}}', "404 Not Found"),
        ('{{EmbedLiveSample("x", 1, 2)}}', ""),
        ("{% include x.html %}{% comment %}c{% endcomment %}", ""),
        ("{{ page.title }}", ""),
        ("<em>a</em> <b>b</b> <span class='x'>c</span>", "*a* **b** c"),
        ("<code>a&lt;b</code>", "`a<b`"),
        ("<kbd>Ctrl</kbd>+<kbd>C</kbd>", "`Ctrl`+`C`"),
        ("10<sup>2</sup> H<sub>2</sub>O", "10² H₂O"),
        ("<script>alert(1)</script>x", "x"),
        ("a <unk> b < c", "a \\<unk> b \\< c"),
        ("![](a.png)![alt](b.png)", "alt"),
        ("[x](#here) [y]() [z](javascript:alert(1)) [f](file:///etc/passwd)", "x y z f"),
        ("==high== %%hidden%% > [!NOTE]", "**high**  > **Note**"),
        ("> [!faq]- Why?\n> So.", "> **Faq** Why?\n> So."),
        ("> [!my-own|right]+\n[!faq] > [!x y]", "> **My-own**\n[!faq] > [!x y]"),
        (":::note\nN\n:::", "\n**Note**\n\nN"),
        ("a\n\n::: tip T\nN\n:::\nb", "a\n\n**T**\n\nN\nb"),
        ("xhttps://w.org http:// https:", "xhttps://w.org http:// https:"),
        ("&#27;[31m &#x202e; &#65;", "[31m  &#65;"),
        ("a&#10;b&#x9;c", "abc"),
        ("$\\frac{{a}}{{b}}$ costs $5", "$\\frac{{a}}{{b}}$ costs $5"),
        ("a[0] [x] b]", "a[0] [x] b]"),
        ("\\[a](b)", "\\[a](b)"),
    ],
)
def test_what_is_no_link_is_readable(written, shown):
    assert normalise(written) == (shown, [])


@pytest.mark.parametrize("code", ["`[a](b) [[c]] {{d}} <!-- e -->`", "```\n[a](b) {{Glossary('x')}}\n```",
                                  "~~~\n<em>\n~~~", "`` ` [a](b)``"])  # fmt: skip
def test_code_is_left_alone(code):
    assert normalise(code) == (code, [])


def test_a_shortcode_in_code_is_expanded_as_hugo_does():
    assert normalise('`v{{< param "x" >}}`') == ("`vx`", [])


def test_footnotes_follow_the_section_that_cites_them(one):
    text = "## Summary\nA[^1].\n\n## ELI5\nB.\n\n[^1]: The [note](/n/).\n"
    entry = one(text)
    assert [section.text for section in entry.sections] == [
        "A\\[1\\].\n\n\\[1\\] The [note](/n/).",
        "B.",
    ]


def test_definitions_are_known_in_every_section_and_shown_in_none(one):
    text = "## Summary\n[A][x].\n\n## Related\n[B][x], C\n\n[x]: /y/ 'T'\n"
    entry = one(text)
    assert [section.text for section in entry.sections] == ["[A](/y/)."]
    assert [link.target for link in entry.links] == ["/y/", "C", "/y/"]


targets = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp", "Zs")))


@given(st.one_of(targets, st.sampled_from([target for _, _, target in INSIDE])))
def test_a_target_survives_the_renderer(target):
    text, links = normalise(f"[[{target}|x]]")
    assert [target for _, target in drawn(text)] == [link.target for link in links]


@given(targets)
def test_escaped_text_is_drawn_as_it_is(text):
    (block,) = [token for token in MarkdownIt().parse(f"x {escape(text)}") if token.children]
    shown = "".join(child.content for child in block.children or ())
    assert shown.split() == f"x {text}".split() or "&" in text or "://" in text


def test_links_of_sections_are_those_of_the_entry(one):
    text = (
        "## Summary\n" + "\n".join(written for written, _, _ in INSIDE + OUT) + "\n\n[p]: /pod/\n"
    )
    entry = one(text)
    in_sections = [target for section in entry.sections for _, target in drawn(section.text)]
    assert in_sections == [link.target for link in entry.links]


@pytest.mark.parametrize(
    "written",
    ["/some-pod/", "/en/some-pod/", "some-pod.md#x", "../terms/some-pod", "Some Pod", "some_pod",
     "SOME-POD", "Ｓｏｍｅ Pod", "some pods", "/docs/concepts/some-pod/?x=1", "Sōme Pod"],
)  # fmt: skip
def test_targets_of_every_kind_resolve(read, written):
    entries = read(
        {"terms/some-pod.md": "---\ntitle: Some Pod\n---\nx", "b.md": f"[x](<{written}>)"}
    )
    glossary = Glossary(entries.entries)
    ((link,),) = [entry.links for entry in entries.entries if entry.id == "b"]
    assert [entry.id for entry in glossary.candidates(link.target)] == ["terms/some-pod"]
