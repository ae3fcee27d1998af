"""Words before a road, a house, a place or a school that are no name of it."""

ANY_ROAD = frozenset(
    """
    main rocky bumpy rough hard uphill dark wide narrow cobbled private ring bus motor train rail trunk country busy
    long quiet same next other new nice one steep small every dead big back
    """.split()
)
ANY_PLACE = frozenset(
    """
    council private temporary supported sheltered rented social shared tiny big large cramped overcrowded unsuitable
    damp cold constant limbo hope peace poverty fear worry debt crisis danger pain separate different house houses
    flat flats bungalow home homes town towns village villages city cities countryside country rural bed touch
    contact benefits pension pensions savings handouts nothing toast bread income wages credit universal
    accommodation housing respite emergency reception year primary secondary nursery college university uni school
    schools work hospital refuge refuges hostel hostels hotel hotels bedsit tears permanent foster kinship care
    special guardianship england britain yorkshire uk north south east west track top task board course call hold
    site line budget low minimum child children family families relatives friends neighbours shops shop church
    anybody anyone christmas easter night nights weekends weekend times least all risk present once others strangers
    carers parents grandparents mums dads nans silence hiding prison trouble shock denial residential places
    conditions squalor chaos rooms stairs caravans tents b&b bnb harmony comfort safety isolation isolated long-term
    short-term and with my mine theirs
    """.split()
)
# Words with which a sentence goes on behind the name of a place.
GOES_ON = frozenset(
    """
    near by with in on at next where which who close area estate village town park but and so as it is was nearly
    almost though still love like been can can't cannot have has we they i there
    """.split()
) - {"park", "estate"}
ANY_HOUSE = frozenset(
    """
    council small tiny little big large nice old new holiday country damp cold rented rent rental two three four one
    bed bedroom two-bed two-bedroom three-bed three-bedroom own high-rise tower high rise block blocks social empty
    private lovely whole housing rough same these those different cheap expensive working dairy city petting wind
    local fish children's childrens full family crown county magistrates youth town village community open summer
    care ground-floor upstairs downstairs top floor animal pig sheep in live lives moved visit visited near from to
    nearby sheltered supported terraced ideal student sink real industrial trading retirement buy buying sell
    selling build building built estate council's safe half manor royal scaled appeal supreme school
    """.split()
)
KINDS_OF_SCHOOL = frozenset(
    "primary secondary high grammar nursery junior infant infants boarding middle upper lower sixth day".split()
)
ANY_SCHOOL = KINDS_OF_SCHOOL.union(
    """
    own person leaves stays goes comes happens cant wont local nearest nearby new old good nice big small same next
    other another different first last whole catholic church faith special mainstream state village private virtual
    every each any after before between during without full-time part-time fulltime parttime full part free cheap
    funded council community independent public sunday summer decent outstanding failing excellent great proper
    normal regular current previous former wonderful caring supportive rubbish fantastic brilliant further adult art
    music drama dance medical law military forest home online boys girls mixed single-sex his her their son's
    daughter's grandson's granddaughter's child's childrens children's kids brother's sister's kid's main busy
    term-time wraparound breakfast local-authority start starts started starting leave left leaving find finds found
    finding get gets got getting change changes changed changing choose choosing chose finish finishes finished miss
    misses missed missing hate hates hated hating love loves loved loving like likes liked enjoy enjoys skip skips
    skipped skipping pay pays paid paying afford reach visit visits visited ring rang ringing phone phoned tell told
    ask asked need needs needed want wants wanted more most some many much less when if because think thinks thought
    use used using attend attends attended attending go going went walk walking join joined begin began refuse
    refuses refused refusing avoid avoids avoiding manage manages cope coping do did doing does help helps helped
    about than only still again never not always sometimes often usually until till since well back around near
    towards inside outside past per over under against blame see saw sees seen show shows showed let lets make makes
    made keep keeps kept bring brings brought take takes took taking understand understands trust trusts unlike via
    including plus even just really very too also moving moved move settle settled settling apply applied applying
    secure build run runs running good-quality support supports uniform transport cover extra contact involve inform
    informed email emailed having have had has been is was are were being give gives gave expect expected chase
    chased says said maths english science reading boarding residential weekly daily teaching training driving
    language special-needs sen send specialist alternative inclusive pre pre-school day-care toddler baby family
    kinship foster care nurture secondary outdoor rated oversubscribed strict ordinary
    """.split()
)
# What somebody is going to do, which is no place they go to.
ANY_DEED = frozenset(
    """
    happen fail die win lose cope struggle end stop start change improve kill ruin separate break cost pay need help
    work fight court leave stay move live come try ask ring call tell say talk speak listen hear see look find keep
    put turn run miss grow learn read write sleep eat play cry hate love hurt get become remain continue manage
    support care foster adopt apply appeal hold send show give take make feel think know understand remember forget
    meet visit join watch wait rest bring buy sell save spend lie worry matter crack explode collapse drop go be
    have
    """.split()
)
# Where many go: none of these is one school.
ANY_AIM = frozenset(
    """
    school schools nursery nurseries college university uni work court hospital contact church mosque temple chapel
    scouts cubs beavers brownies guides rainbows cadets football rugby netball hockey cricket tennis judo karate gym
    gyms gymnastics ballet drama dance yoga boxing bed sleep town park parks places pieces waste plan people groups
    group meetings meeting sessions classes class lessons lesson clubs club appointments appointment courses course
    therapy counselling respite camhs playgroup playgroups preschool childcare childminder childminders daycare
    crèche creche breakfast lunch dinner tea bedtime bedtimes assembly assemblies panel tribunal mediation training
    workshops workshop zoom teams coffee bingo events event parties party prison jail heaven mass prayer prayers
    mosques primary secondary grammar sixth high after-school afterschool afters youth mum mums dad dads nan nans
    gran grans grandma grandmas grandad grandads nana nanas mam mams auntie aunties uncle uncles friends friend
    family families relatives home risk least all last first once times night nights weekend weekends present peace
    war half-term half christmas easter lunchtime lunchtimes teatime playtime playtimes break breaktime breaks
    morning mornings noon midnight dinners different several various specialist special mainstream foster kinship
    social great local extra loads lots lot hell hand length large short best worst ease sea swim swims shops shop
    asda tesco aldi england scotland wales pre-school stay-and-play speech physio physiotherapy dentist dentists
    doctor doctors gp gps a&e casualty surgery reviews review reception assessments everybody anybody somebody
    everything weekly monthly daily regular online both cafcass council sport sports music choir art arts crafts
    craft
    """.split()
)
