"""Words that a newspaper uses every day: as a term's title they say little in running text.

A glossary may well explain *model* or *policy*; a text that says so a hundred times need not be
underlined a hundred times. Plurals follow from the singulars. What is everyday speech only inside
one field (*token*, *gradient*, *container*) is not here.
"""

from __future__ import annotations

_WORDS = """
    ability access account accountability accuracy act action active activity address advance
    age agency agent agreement aim alert amount analysis answer appearance application approach
    area argument art article aspect asset attack attempt attention audience author authority
    average background balance band bank bar base baseline basis batch behavior behaviour belief
    benchmark benefit bias bit block board body book boosting border bottom box branch break bridge
    budget build building business button call campaign capacity card care case cause cell center
    centre certificate chain challenge chance change channel character charge chart check
    checkpoint child choice circle claim class code color colour column comment commerce commit
    committee common communication community company comparison complete completeness complex
    component concept concern condition confidence connection content context contract control
    conversation copy core cost country course cover credit crisis culture current cut cycle damage
    data date day deal debate decision default definition degree delivery demand department deploy
    depth design desire detail development device difference direct direction discipline
    discovery discussion display distance document domain door doubt drift drive duty ease
    education effect effort element end energy engine entry environment episode equal error event
    evidence example exchange expectation experience experiment expert explanation expression
    extension face fact factor failure fairness family feature feedback field figure file film
    filter finance finding fire flow focus folder force form format frame freedom friend front
    function fund future gain game gap glove goal good government grade grant graph grounding group
    growth guard guardrail guest guide hand handle head health heart help history hold home host
    hour house human idea identity image impact impression improvement inception income index
    industry information input insight instance institution instrument integrity interest
    interface interpretation issue item jailbreak job judge judgment key kind knowledge label lack
    land language law layer lead leader leaderboard league learning length lesson letter level
    library life light likelihood limit line link list load local location log logic loop loss
    machine main maintenance management map mark market mask master match material matter maximum
    meaning measure measurement media meeting member memory mention message method middle mind
    minimum minute mirror mission mistake mode model moment momentum money month motion motive
    move movement name nature need net network news node noise norm note notice number object
    objective observation offer office open operation operator opinion option order organization
    origin outcome outlier output owner page panel paper parent parity park part partner party path
    pattern payment peer people performance period permission person phase phone picture piece
    place plan planning platform play player point policy pool pooling population port position
    power practice precision prediction preference presence pressure price principle prior
    priority privacy private problem procedure process product production profile profit program
    project promise prompt proof property proposal protection protocol pruning public purpose
    quality quantity quarter query question queue race range rank ranking rate ratio reach reading
    reality reason reasoning recall record recovery reduction reference region relation
    relationship release reliability report representation request requirement research resource
    response responsibility rest result return review reward right risk robustness role room root
    route rule run safety sale sample sampling scale scene schedule scheme school science scope
    score screen script search season seat secret section security seed sense sentence sequence
    series server service session set setting shape share shell shift side sign signal significance
    silence similarity simulation site situation size skill society solution song sort sound source
    space specificity speech speed spirit stability stack stacking staff stage standard star start
    state statement station status step stock stop storage store story strategy stream strength
    stress string structure study style subject success suggestion summary supply support surface
    survey switch symbol system table tag talk target task taste tax team technique technology
    temperature term test testing text theme theory thing thought thread threat time title tool
    top topic total touch town track trade trading tradition traffic training transfer
    transparency travel treatment tree trend trial trouble trust truth turn type understanding
    unit update usage use user utility value variable variety version video view vision voice
    volume vote walk wall war water wave way weight window wish word work worker world writing
    year zone
"""
COMMON_WORDS = frozenset(_WORDS.split())
"""Folded singulars."""
