"""Words with a capital that are nobody's name: days, months, what help is called, how a family calls its people."""

KNOWN = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
    sundays january february march april may june july august september
    october november december i i'm i've i'd i'll im ive mon tue tues wed thu thur thurs fri sat sun jan feb mar apr
    jun jul aug sep sept oct nov dec mum mums dad dads nan nans nana nanna nanny gran grandma grandad granddad grandpa
    granny auntie aunty aunt uncle mummy daddy mam god christmas easter ramadan eid diwali hanukkah passover
    universal credit child benefit special guardianship order guardian sgo cao gp gps dla pip nhs dwp hmrc ehcp ehc sen
    send senco camhs la uk english england wales scotland ireland britain british europe european welsh scottish irish
    polish urdu arabic romanian slovak punjabi muslim christian jewish hindu sikh roma facebook whatsapp google zoom
    youtube tiktok instagram ofsted cafcass citizens advice barnardo's kinship navigator navigators local offer virtual
    school court family council internet tv ok okay asd adhd fasd ptsd id it diy pe rse ks1 ks2 gcse gcses btec
    covid teams xbox playstation minecraft lego ipad iphone english maths
    """.split()
)
# What people call those around them: a name often follows, small or with a capital.
PEOPLE_WORDS = (
    *"""
    grandson granddaughter grandchild grandchildren son daughter niece nephew brother sister cousin husband wife partner
    nan nana gran grandma grandad granddad mum dad mother father friend neighbour aunt auntie aunty uncle boy girl lad
    teacher
    """.split(),
    r"social\s+worker",
    r"head\s+teacher",
    "navigator",
)  # fmt: skip
# First names that are everyday words too: in small letters they are words.
ALSO_WORDS = frozenset(
    """
    carol daisy dawn dean frank holly jack jade jasmine jean max pat penny poppy ray robin ruby sue violet kerry kim lee
    amber autumn bonnie cherry chase crystal dale drew fern ginger glen grant hazel heather iris ivy jan jasper jay
    lance lily miles olive opal pearl prince raven rex river rob roman rose roy sandy sky sonny storm summer warren
    willow winter wren
    """.split()
)
# Words that are taken for names before another name only.
ALSO_NAMES = frozenset("Mark Will May June April August Hope Young Bill Grace Faith Joy".split())
ALSO_NAMED = frozenset(name.casefold() for name in ALSO_NAMES)
# Words a sentence may begin with, or be full of, though they are in the list of names too.
STARTERS = frozenset(
    """
    will may mark can would should could might must do does did please thanks thank more less many much no yes not if
    when where what who why how because before after since while until the a an our my your his her their its we you he
    she they it there here this that these those then than so but and or as at by for from in into of on to with without
    out up down home day days good better best bad long short help ask give let make get have has had having be being
    been is are was were some any all each every both other another one two three four five six seven eight nine ten
    hope love great nice young old new just only even also very too well nobody everybody nothing everything something
    somebody people sometimes always never often money school time late early open close evening morning afternoon
    me us him them mine ours yours in out on off about around again today tomorrow yesterday now next last first
    """.split()
)
