"""What authors of glossaries write: headings, keys, shortcodes, macros. Data only.

Adding a heading, a key or a macro is a word in one of these tables. Headings and keys are
compared folded (`text.fold`), so case, accents, hyphens and a final colon do not matter.
"""

from __future__ import annotations

HEADINGS: dict[str, tuple[str, ...]] = {
    "summary": (
        "Summary", "TL;DR", "In short", "In brief", "Short description", "Short definition",
        "Overview", "What it is", "What is it",
        "Resumen", "En resumen", "Qué es",  # es
        "Résumé", "En bref", "Qu'est-ce que c'est", "De quoi s'agit-il",  # fr
        "Zusammenfassung", "Kurzfassung", "Was es ist", "Was ist das",  # de
        "Resumo", "O que é",  # pt
        "Riassunto", "In sintesi", "Sommario", "Che cos'è", "Cos'è",  # it
        "Samenvatting", "Sammanfattning", "Sammendrag", "Tiivistelmä", "Streszczenie",
        "Podsumowanie", "Shrnutí", "Összefoglalás", "Rezumat", "Özet", "Tóm tắt", "Ringkasan",
        "Резюме", "Кратко", "Коротко", "Что это такое", "Підсумок", "Що це таке",
        "概要", "まとめ", "要約", "摘要", "概述", "总结", "總結", "简介", "簡介", "요약", "개요",
        "ملخص", "ما هو", "خلاصه", "خلاصہ", "یہ کیا ہے", "תקציר", "सारांश", "यह क्या है",
        "সারাংশ", "สรุป", "Περίληψη",
    ),
    "eli5": (
        "ELI5", "Explain like I'm five", "Explain like I'm 5", "Explain it like I'm five",
        "Explain like I am five", "Explain it to a child", "For a child", "In plain words",
        "In plain English", "In simple terms", "In simple words", "Simple explanation",
        "Plain explanation", "Layman's terms", "In layman's terms", "Analogy",
        "Explicado para niños", "En palabras sencillas", "Explícamelo como si tuviera cinco años",
        "Expliqué à un enfant", "En termes simples", "En mots simples", "Pour les enfants",
        "Für Kinder", "Einfach erklärt", "Für Kinder erklärt", "In einfachen Worten",
        "Explicado para crianças", "Em palavras simples", "Em termos simples",
        "In parole semplici", "Spiegato a un bambino", "In eenvoudige woorden",
        "Enkelt förklarat", "Forklart enkelt", "Prostymi słowami", "Jednoduše řečeno",
        "Простыми словами", "Простими словами", "簡単に言うと", "5歳児にもわかる説明", "かんたんな説明",
        "通俗解释", "简单来说", "簡單來說", "通俗解釋", "쉽게 설명하면", "쉬운 설명",
        "شرح مبسط", "به زبان ساده", "آسان الفاظ میں", "सरल शब्दों में", "Basitçe",
        "Giải thích đơn giản", "Penjelasan sederhana",
    ),
    "in-depth": (
        "In-depth explanation", "In-depth", "In depth", "Detailed explanation", "Deep dive",
        "Details", "Detail", "In detail", "Full explanation", "Full description",
        "Long description", "Technical explanation", "Technical details", "Explanation",
        "Explicación detallada", "En profundidad", "En detalle", "Explicación en profundidad",
        "Explication détaillée", "En profondeur", "En détail", "Explication approfondie",
        "Ausführliche Erklärung", "Im Detail", "Ausführlich", "Detaillierte Erklärung",
        "Explicação detalhada", "Em profundidade", "Em detalhe", "Em detalhes",
        "Spiegazione dettagliata", "In profondità", "In dettaglio", "Approfondimento",
        "Uitgebreide uitleg", "Fördjupning", "Fordypning", "Szczegółowe wyjaśnienie",
        "Podrobné vysvětlení", "Подробно", "Подробное объяснение", "Детально",
        "Детальне пояснення", "詳細", "詳しい説明", "詳細な説明", "深入解释", "详细解释", "详细说明",
        "深入解釋", "詳細說明", "자세한 설명", "심화 설명", "상세 설명", "شرح مفصل", "توضیح کامل",
        "تفصیلی وضاحت", "विस्तृत व्याख्या", "Ayrıntılı açıklama", "Giải thích chi tiết",
        "Penjelasan mendalam",
    ),
    "related": (
        "Related terms", "Related term", "Related", "Related concepts", "Related entries",
        "Related topics", "Related glossary terms", "Related links", "Related pages", "See also",
        "Términos relacionados", "Conceptos relacionados", "Véase también", "Ver también",
        "Termes associés", "Termes connexes", "Termes liés", "Voir aussi", "Concepts associés",
        "Verwandte Begriffe", "Siehe auch", "Ähnliche Begriffe",
        "Termos relacionados", "Conceitos relacionados", "Veja também", "Ver também",
        "Termini correlati", "Termini collegati", "Vedi anche", "Verwante begrippen",
        "Verwante termen", "Zie ook", "Se även", "Relaterade termer", "Se også",
        "Relaterte begreper", "Katso myös", "Powiązane pojęcia", "Powiązane terminy",
        "Zobacz też", "Související pojmy", "Viz též", "Lásd még", "Kapcsolódó fogalmak",
        "Vezi și", "İlgili terimler", "Ayrıca bakınız", "Thuật ngữ liên quan", "Xem thêm",
        "Istilah terkait", "Lihat juga", "Связанные термины", "Связанные понятия", "См. также",
        "Смотрите также", "Пов'язані терміни", "Див. також", "Σχετικοί όροι", "Δείτε επίσης",
        "関連用語", "関連項目", "関連", "相关术语", "相关词汇", "相关概念", "另见", "参见", "參見",
        "相關術語", "相關詞彙", "관련 용어", "관련 항목", "같이 보기", "مصطلحات ذات صلة",
        "انظر أيضا", "اصطلاحات مرتبط", "همچنین ببینید", "متعلقہ اصطلاحات", "مزید دیکھیں",
        "संबंधित शब्द", "यह भी देखें", "সম্পর্কিত পরিভাষা", "מונחים קשורים", "ראו גם",
        "คำที่เกี่ยวข้อง", "ดูเพิ่มเติม",
    ),
    "references": (
        "References", "Reference", "Sources", "Source", "Further reading", "Bibliography",
        "Citations", "Referencias", "Bibliografía", "Fuentes", "Références", "Bibliographie",
        "Lectures complémentaires", "Referenzen", "Quellen", "Literatur", "Einzelnachweise",
        "Weiterführende Literatur", "Referências", "Fontes", "Leitura adicional", "Riferimenti",
        "Fonti", "Bibliografia", "Bronnen", "Referenties", "Källor", "Referenser", "Kilder",
        "Źródła", "Zdroje", "Kaynaklar", "Ссылки", "Источники", "Литература", "Джерела",
        "参考文献", "参考资料", "參考資料", "参考", "参照", "참고 문헌", "참고", "مراجع", "منابع",
        "حوالہ جات", "संदर्भ",
    ),
}  # fmt: skip
"""Headings that say what a section is for, by role."""

VIEW_TITLES = {"summary": "Summary", "eli5": "ELI5", "in-depth": "In-depth"}
"""What the tab of each view says."""
PLAIN_VIEW_HEADINGS = frozenset(("summary", "eli5", "in depth", "in depth explanation"))
"""Folded headings that the tab's own words replace. Others stay as their author wrote them."""
REFERENCES_TITLE = "References"

TITLE_KEYS = ("title", "term")
SUMMARY_KEYS = ("shortdescription", "shortdefinition", "summary", "definition", "excerpt", "tldr")
"""Keys that hold a summary. Like every key here: lower case, without hyphens and underscores."""
DESCRIPTION_KEYS = ("description", "longdescription", "longdefinition")
"""Keys shown only where the body is empty."""
ALIAS_KEYS = frozenset((
    "aliases", "alias", "aka", "alsoknownas", "abbreviation", "abbreviations", "abbr", "acronym",
    "acronyms", "synonym", "synonyms", "altnames", "othernames",
))  # fmt: skip
PATH_KEYS = frozenset(("id", "slug", "termid", "permalink", "url", "redirectfrom"))
"""Keys that say under which path a page is found, or was: links to it resolve."""
RELATED_KEYS = ("seealso", "see")
"""Keys that list related terms, beside every one that begins with `related`."""
TAG_KEYS = ("tags", "tag", "topics")
CATEGORY_KEYS = ("categories", "category")
"""Keys that stand in for tags where there are none."""
QUIET_KEYS = frozenset((
    "title", "term", "aliases", "tags", "draft", "type", "layout", "date", "status", "weight",
    "references",
))  # fmt: skip
"""Keys that name no related term: the quick way out of looking for one."""
REFERENCE_KEYS = ("references", "sources", "furtherreading", "newreferences")
REDIRECT_KEYS = ("destination", "redirectto", "redirect", "redirecturl")
REDIRECT_LAYOUTS = ("redirect", "redirected")
TRUE = frozenset(("true", "yes", "on", "1"))
FALSE = frozenset(("false", "no", "off", "0"))
NOTHING = frozenset(("", "null", "~", "none", "false", "true"))
"""Scalars that stand for no value where a list of names is wanted."""

NO_ENTRIES = frozenset(("_index", "_template", "readme"))
"""Stems, in lower case, of files that are no entries; `readme.fr` and `_index-de` are none too."""
ENDINGS = (".md", ".markdown")
"""Endings of files that are read, in lower case."""

LINK_SHORTCODES = frozenset((
    "glossary_tooltip", "glossary-tooltip", "glossary_definition", "glossary", "glossary_link",
    "glossary-link", "glossary_term", "glossary-term", "gloss", "glossterm", "term", "termref",
    "tooltip", "def", "define", "g", "ref", "relref", "xref", "link", "page", "post_url",
))  # fmt: skip
"""Shortcodes and Liquid tags that point to a page: by parameter, or the first word, then a text."""
TEXT_PARAMETERS = ("text", "display", "label", "title", "caption", "alt", "content", "name")
"""Parameters of a shortcode that hold what the reader sees, the likeliest first."""
TARGET_PARAMETERS = ("term_id", "term", "id", "slug", "ref", "path", "page", "target", "url",
                     "link", "href", "key")  # fmt: skip
"""Parameters of a shortcode that hold where it leads, the likeliest first."""
NAME_SHORTCODES = frozenset(("param", "var", "version"))
"""Shortcodes that stand for a value which only the site knows: the name of the value is shown."""
NOTES = frozenset((
    "note", "tip", "info", "important", "caution", "warning", "danger", "hint", "example",
    "abstract", "question", "quote", "success", "bug", "todo",
))  # fmt: skip
"""Words that open a marked paragraph: as shortcode or `:::` line. After `> [!` any word does."""

LINK_MACROS = frozenset(("glossary", "glossaryxref", "term"))
"""Macros, in lower case, whose first argument is an entry and whose second is what is shown."""
ELEMENT_MACROS = frozenset(("htmlelement", "svgelement", "mathmlelement"))
"""Macros that name an element: shown as code between angle brackets."""
PROSE_MACROS = frozenset(("rfc", "bug", "httpstatus", "cve", "specname"))
"""Macros whose argument is prose; that of any other is shown as code."""
RFC_URL = "https://www.rfc-editor.org/rfc/rfc"
SILENT_MACROS = (
    "embed", "interactive", "compat", "specif", "previous", "next", "quicklink", "listsub",
    "listgroup", "apiref", "page", "sidebar", "livesample", "css_ref", "cssinfo", "subpages",
    "seecompat", "mdn",
)  # fmt: skip
"""Beginnings of macros, in lower case, that show nothing that can be read."""

EMPHASIS_TAGS = {"em": "*", "i": "*", "cite": "*", "dfn": "*", "var": "*", "strong": "**",
                 "b": "**", "mark": "**", "summary": "**"}  # fmt: skip
CODE_TAGS = frozenset(("code", "kbd", "samp", "tt"))
HIDDEN_TAGS = frozenset(
    ("script", "style", "iframe", "svg", "template", "object", "video", "audio")
)
"""Elements whose content is not for reading."""
BLOCK_TAGS = frozenset((
    "p", "div", "section", "article", "aside", "header", "footer", "main", "nav", "table",
    "thead", "tbody", "tfoot", "caption", "ul", "ol", "dl", "dt", "dd", "figure", "figcaption",
    "details", "blockquote", "center", "form", "fieldset", "address", "hgroup", "menu",
))  # fmt: skip
INLINE_TAGS = frozenset((
    "a", "abbr", "acronym", "bdi", "bdo", "big", "button", "data", "del", "font", "input", "ins",
    "label", "math", "meta", "link", "nobr", "noscript", "picture", "source", "q", "rp", "rt",
    "ruby", "s", "small", "span", "strike", "sub", "sup", "time", "tr", "td", "th", "tt", "u",
    "wbr", "img", "br", "hr", "li", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "colgroup", "col",
))  # fmt: skip

LINK_LIMIT = 2000
"""How many links of one part of a body are listed; one more says that there are more."""
