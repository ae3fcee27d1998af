"""Words with a capital that are nobody's name: days, months, what help is called, how a family calls its people."""

KNOWN = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
    sundays january february march april may june july august september october november december i i'm i've i'd
    i'll im ive mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec mum
    mums dad dads nan nans nana nanna nanny gran grandma grandad granddad grandpa granny auntie aunty aunt uncle
    mummy daddy mam god christmas easter ramadan eid diwali hanukkah passover universal credit child benefit special
    guardianship order guardian sgo cao gp gps dla pip nhs dwp hmrc ehcp ehc sen send senco camhs la uk english
    england wales scotland ireland britain british europe european welsh scottish irish polish urdu arabic romanian
    slovak punjabi muslim christian jewish hindu sikh roma facebook whatsapp google zoom youtube tiktok instagram
    ofsted cafcass citizens advice barnardo's kinship navigator navigators local offer virtual school court family
    council internet tv ok okay asd adhd fasd ptsd id it diy pe rse ks1 ks2 gcse gcses btec covid teams xbox
    playstation minecraft lego ipad iphone english maths carer carers nhs god british french spanish german italian
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
# First names that are words as well, though hardly anybody writes them here for anything else.
ALSO_WORDS = frozenset(
    """
    archie aspen basil beau beryl bert bonnie carol clementine clover coral daisy dale dean deb debs deborah dolly
    duke ebony elm fern flora glen gus hazel heather holly iris ivy jade jan jasmine jasper jay jean jimmy juniper
    kerry kim lance laurel lee lily linnet mabel magnolia marigold marina nova olive opal pansy pearl phoenix piper
    pixie polly poppy primrose raven rex robin rosemary roy ruby rudy saffron sonny tansy trinity violet viola
    warren willow wren
    """.split()
)
# First names that are as often everyday words: in small letters they are names by what stands around them.
ALSO_SPOKEN = frozenset(
    """
    al amber angel art ash bear bell bill billy blossom bob bunny buster candy cherry cliff clay crystal dawn dot
    drew ed eve frank gale gene ginger guy harmony hank honey hunter jack jewel jet kit kitty mark mat max melody
    mercy miles misty mo nick norm pat pete penny petal precious prince princess ray rich rob rocky rod roman rose
    rusty sage sandy scarlet skip sky star stew sue summer sunny tiger ty wolf autumn storm winter chase grant river
    king destiny
    """.split()
)
# These take a verb as somebody would: “summer is hard”, “hope is all we have”. Before a name they are one by a capital.
ALSO_NAMES = frozenset("Mark Will May June April August Hope Young Bill Grace Faith Joy Art Grant Miles King".split())
ALSO_NAMED = frozenset(name.casefold() for name in ALSO_NAMES)
ALSO_TOLD = ALSO_NAMED.union(
    """
    autumn summer winter storm rose drew chase bear blossom star destiny harmony melody river sky sue rob rich
    blessing patience charity dot kit kitty mat stew skip clay cliff bell gene precious jet honey nick norm guy ed
    al mo
    """.split()
)
MONTHS = frozenset("april may june august".split())
SEASONS = frozenset("summer winter autumn".split())
# Of these, what a sentence goes on with behind “my grandson”.
ALSO_VERBS = frozenset("will may hope mark drew rose chase bear rob sue stew skip".split())
# Words a sentence may begin with, or be full of, though they are in the list of names too.
STARTERS = frozenset(
    """
    will may mark can would should could might must do does did please thanks thank more less many much no yes not
    if when where what who why how because before after since while until the a an our my your his her their its we
    you he she they it there here this that these those then than so but and or as at by for from in into of on to
    with without out up down home day days good better best bad long short help ask give let make get have has had
    having be being been is are was were some any all each every both other another one two three four five six
    seven eight nine ten hope love great nice young old new just only even also very too well used nobody everybody
    nothing everything something somebody people sometimes always never often money school time late early open
    close evening morning afternoon cant dont wont didnt doesnt isnt wasnt couldnt wouldnt shouldnt havent hasnt
    arent werent theyre thats cannot whether though although together enough instead maybe perhaps yeah yes sorry
    hello hi dear hiya ta cheers everyone anyone someone whoever whatever wherever whenever due during between
    against without within across along towards behind beside besides through throughout upon per via unless except
    despite almost already else such same me us him them mine ours yours in out on off about around again today
    tomorrow yesterday now next last first
    """.split()
)
# Words that this field writes with capitals, though they name nobody: Early Help, Housing Benefit, After School Club.
OF_THE_FIELD = frozenset(
    """
    social worker workers services service foster carer carers fostering mental health job centre centres housing
    tax council allowance attendance personal independence payment payments pension credit credits income support
    pupil premium plus designated teacher teachers education plan plans free meal meals club clubs breakfast after
    time hub hubs children children's childrens food bank banks legal aid parental responsibility arrangements
    residence care placement adoption adopted therapy therapist fund life story work early help team teams nurse
    nurses visitor visitors panel group groups rights connected persons person private law public order orders
    hearing judge solicitor head assistant family youth young people person's sure start home respite bereavement
    counselling counsellor psychologist occupational speech language educational officer manager chief director
    department government prime minister parliament secretary state new year half term holiday mother's father's day
    mother father disability living working families easy read staying put advocacy south cabinet national mothers
    fathers summer winter easter christmas holidays eve happy merry street road
    """.split()
)
