"""Words of everyday speech that a page need not hold: they carry a question, but are not what is asked for."""

LIGHT = frozenset(
    """
    across actually again against ago agree ah aint almost already alright also although always another anymore
    anyway anywhere apart apply applying arent around ask asked asking asks away aye back badly because become
    before began begin behind believe below best better between big bit bloke both bother bring brings came cause
    chance check come comes coming cos couldnt couple cuz day days deal decent depend didnt different difficult
    doesnt dont down due during each early easy eight either eligibility eligible else end enough entitled
    entitlement entitlements especially even ever every everybody everyday everyone everything everywhere exactly
    except expect fair far feel feeling feels few fill find finding fine first five follow forever forget found four
    full fully further gave give given gives giving goin gone gonna good gotta great guess hadnt half happen
    happened happening happens hard hardly hasnt havent helping hence hey hope hour hours hows idea ideally
    important include including inside instead isnt issue keep keeping keeps kept kind knows last late lately later
    least less lets likely link literally local locally long longer look looks lots low main make makes making man
    many maybe me mean means meant meet mention mind mine minute moment month monthly months more morning most
    mostly near nearby nearest nearly neither never new next nice nine nobody none nor normal not nothing nowadays
    nowhere nowt odd off offer often once one ones only onto open other others otherwise over overall own owt part
    particular past perhaps person plus point possible pretty probably problem process proper properly provide put
    qualify question questions quick quickly quite rather reach ready real really reason recent reckon require right
    roughly round said same say saying says second see seem seems seen send sent set seven several shall shes short
    shouldnt show shut side similar simple simply since single sit situation six small somebody somehow someone
    sometimes somewhere soon sort sorting stand start started starting still stop stopped straight stuff such
    suddenly summat sup support supposed sure take taken takes taking tell telling ten terrible thatll thats theirs
    themselves theres theyre theyve thing things think thinking third though thought three through throughout till
    time times tip today together told tomorrow too took top towards tried try trying turn turned turns twice two
    type understand unless until up upon use used useful using usually various walk wanna wanted wasnt way ways week
    weeks well went werent whatever whenever wherever whether while who whole whom whos whose why whys willing wish
    within without wonder wont word words worst worth wouldnt wrong yeah year yesterday yet youre
    """.split()
)
COUNTS = frozenset("one two three four five six seven eight nine ten".split())
LEAST_OF_MANNER = 7  # letters of a word in -ly that says how: permanently; but not family, early, daily


def is_light(word: str) -> bool:
    return word in LIGHT or (word.endswith("ly") and len(word) >= LEAST_OF_MANNER)
