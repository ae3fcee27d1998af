"""Words of everyday speech that a page need not hold: they carry a question, but are not what is asked for."""

LIGHT = frozenset(
    """
    across actually again against ago agree ah aint almost already alright also although always am another anyhow
    anymore anyway anywhere apart apply applying arent around asap ask asked asking asks away awful aye back badly
    because become before began begin begins behind believe below best better between big bit bits bloke bloody
    blooming both bother bring brings brought came cause chance check cheers come comes coming cos couldnt couple
    coz cuz day days deal decent depend didnt different difficult doesnt dont down due dunno during each early easy
    eight eighty either eleven eligibility eligible else end ended ends enough entitled entitlement entitlements
    especially even ever every everybody everyday everyone everything everywhere exactly except expect fair far feel
    feeling feels few fifteen fifty fill find finding fine first five flipping follow forever forget forty found
    four fourteen full fully further gave gets give given gives giving goin gone gonna good gotta grand great guess
    hadnt half happen happened happening happens hard hardly hasnt havent hears hed hell helping hence hey hope hour
    hours hows hr hrs hundred idea ideally important include including innit inside instead isnt issue itll keep
    keeping keeps kept kind knows last late lately later least less lets likely link literally loads local locally
    long longer look looks lots low main make makes making man many maybe me mean means meant meet mention mind mine
    minute moment month monthly months more morning most mostly mth mths mustnt nd near nearby nearest nearly neednt
    neither never new next nice nine nineteen nobody none nor normal not nothing nowadays nowhere nowt odd off offer
    often once one ones only onto open other others otherwise over overall own owt part particular past perhaps
    person pls plus plz pm point possible pretty probably problem process proper properly provide put qualify
    question questions quick quickly quid quite rather rd reach ready real really reason recent reckon refuse
    refused refuses require right roughly round said same sat saw say saying says second see seem seems sees send
    sent set seven seventeen seventy several shall shant shell shes short shouldnt show shut side similar simple
    simply since single sit sits sitting situation six sixty small somebody somehow someone sometimes somewhere soon
    sort sorting st stand stands start started starting still stood stop stopped straight stuff such suddenly summat
    summats sup support supposed sure ta take taken takes taking tell telling ten terrible th thatll thats theirs
    themselves theres theyd theyll theyre theyve thing things think thinking thinks third thirteen thirty tho though
    thought three through throughout thru till time times tip today together told tomorrow tons too took top towards
    tried try trying turn turned turns twelve twenty twice two type u understand unless until up upon ur use used
    useful using usually various walk wanna wanted wanting wants wasnt way ways wed week weeks well went werent weve
    whatever whenever whens wheres wherever whether while who whole wholl whom whos whose why whys willing wish
    within without wk wks wonder wont word words worst worth wouldnt wrong yeah year yesterday yet yo youd youll
    youre youve yr yrs
    """.split()
)
COUNTS = frozenset("one two three four five six seven eight nine ten".split())
LEAST_OF_MANNER = 7  # letters of a word in -ly that says how: permanently; but not family, early, daily


def is_light(word: str) -> bool:
    return word in LIGHT or (word.endswith("ly") and len(word) >= LEAST_OF_MANNER)
