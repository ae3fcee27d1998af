"""Common names of people, so that none is kept of the words somebody looked for.

First names that are everyday words too (May, Will, Mark, Rose, Hope) are missing: those the list of common words has
with a capital.
"""

# Family names that a list of English words has in lower case only.
FAMILY_NAMES = frozenset(
    """
    archer begum falconer gosling mercy partridge peacock raja reeve salter shah shearer sultan trotter verity whiting
    woodcock
    """.split()
)
FIRST_NAMES = frozenset(
    """
    aaliyah aaron abbie abdul abdullah abigail adam adrian agnieszka ahmed aidan aisha alan albert alex alexander
    alexandra alfie ali alice alison amanda amelia amina amir amy ana andrea andrew andy angela anita ann anna anne
    annie anthony antonia archie arthur asha ashley ava barbara barry beatrice ben benjamin bernard beth bethany betty
    bev beverley bilal billy bob bobby bradley brandon brenda brian bridget callum cameron carl carol caroline
    catherine cathy chantelle charlene charles charlie charlotte chelsea chloe chris christine christopher claire clare
    colin connor courtney craig cynthia daisy damian dan daniel danielle danny darren dave david dawn dean deborah
    denise dennis derek diane dominic donald donna doris dorothy doug douglas dylan eddie edward eileen elaine eleanor
    elizabeth ella ellie emily emma eric erin ethan eva evelyn evie ewa faith fatima fiona florence frances francis
    frank fred freddie freya gareth gary gavin gemma geoff geoffrey george georgia georgina gerald gillian gladys glen
    gordon graham gregory hannah harold harriet harry hassan hayley hazel heather helen henry holly howard hugh hussain
    ian ibrahim imran irene isaac isabella isla ismail ivan jack jackie jacob jacqueline jade jake james jamie jan jane
    janet janice jasmine jason javed jayden jean jeff jennifer jenny jeremy jessica jill jim jimmy joan joanna joanne
    joe joel john johnny jon jonathan jordan joseph josh joshua joyce judith julia julian julie june kai karen karl kate
    katherine kathleen kathryn katie kayleigh keith kelly ken kenneth kerry kevin kevin khadija khalid kieran kim
    kirsty kyle laura lauren lee leah lena leo leon leroy leslie lewis liam lilly linda lisa logan lorraine louis louise
    lucas lucy luke lynn maciej maisie malcolm mandy marcus margaret maria mariam marie marilyn martin mary maryam mason
    matilda matthew maureen max megan melanie melissa mia michael michelle mick mike mohamed mohammad mohammed molly
    monica mohammad muhammad nadia naomi natalie natasha nathan neil nicholas nicola nigel noah nora norman olga oliver
    olivia omar oscar owen paige pamela pat patricia patrick paul paula pauline peggy penny pete peter phil philip
    phoebe phyllis piotr poppy priya rachel ralph ray raymond rebecca reece rhys ricky riley rita robert robin rodney
    roger ronald ronnie rosie roxanne roy ruby russell ruth ryan sally sam samantha samir samuel sana sandra sara sarah
    scott sean sebastian shahid shannon sharon shaun sheila shirley sian sidney simon skye sofia sonia sophia sophie
    stacey stan stanley stella stephanie stephen steve steven stuart sue susan suzanne sylvia tanya tara terence teresa
    terry thelma theo theresa thomas tia tim timothy tina toby tom tommy toni tony tracey tracy trevor tyler valerie
    vanessa veronica vicky victoria vincent violet vivian wayne wendy wesley wilfred william willie yasmin yusuf yvonne
    zac zachary zahra zainab zara zoe zofia
    """.split()
)
