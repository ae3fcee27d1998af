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
    aaliyah aaron abbie abdul abdullah abigail ada adam adrian agnieszka ahmed aidan aiden aisha alan albert
    albie alby alex alexander alexandra alfie ali alice alison amanda amelia amelie amina amir amy ana anaya
    andrea andrew andy angela anita ann anna annabel annabelle anne annie anthony antonia aoife arabella archie
    ariana arjun arlo arthur aryan asha ashley ashton aurora austin ava ayaan ayaz ayesha ayla barbara barry baz
    beatrice bella ben benjamin bernard beth bethan bethany betty bev beverley bilal billie billy blake bob
    bobbie bobby bonnie bradley brandon brenda brian bridget brody bronwyn bryony caiden caitlin caitlyn caleb
    callum cameron carl carly carol caroline casey cassie cath catherine cathy cerys chantal chantelle charlene
    charles charley charlie charlotte chaz chelsea chelsie chloe chris chrissie chrissy christine christopher
    cian ciaran claire clare cody cohen colin connor cora corey courtney craig cynthia daisy damian damien dan
    daniel danielle danny darcey darcie darcy darren dave davey david dawn dawson daz dean deborah debs declan
    delilah demi denise dennis derek dexter diane dominic dominik donald donna doris dorothy doug dougie douglas
    dylan eddie edie edith edward effie eileen elaine eleanor eli elijah elise eliza elizabeth ella ellie elliot
    elliott ellis elsie emilia emily emma eric erica erin esme esther ethan eva evelyn evelynn evie ewa ezra
    faisal faith farah farhan fatima fatimah felix ffion finlay finley finn fiona florence frances francis frank
    frankie fred freddie freddy freya gabriel gabrielle gareth gary gav gavin gaz gemma geoff geoffrey george
    georgia georgie georgina gerald gethin gillian gladys glen gordon gracie graham grayson gregory hafsa halima
    hamza hannah haris harley harold haroon harriet harry harvey hassan hattie hayley hazel heather heidi helen
    henry hollie holly howard huda hudson hugh hugo husna hussain ian ibrahim idris imogen imran iqra irene
    isaac isabella isabelle ishaan isla ismail ivan izzy jack jackie jackson jacob jacqueline jacqui jade jaden
    jake jamal james jamie jan jane janet janice jasmine jason jasper javed jaxon jaxson jayda jayden jean jeff
    jennifer jenny jenson jeremy jesse jessica jessie jill jim jimmy joan joanna joanne jodie joe joel joey john
    johnny jon jonah jonathan jonno jonny jordan joseph josh joshua josie joyce jude judith julia julian julie
    juliet junaid june kacey kaden kai kaiden kamran kara karen karim karl kasey kate kath katherine kathleen
    kathryn katie kayden kayla kaylee kayleigh keegan keeley keira keiran keith kelly kelsey ken kenneth kerry
    kev kevin khadija khalid kian kieran kim kingsley kirsty kyle kyra lacey laura lauren layla leah lee leila
    lena leo leon leroy leslie lewis lexi lexie liam libby lila lilly linda lindsay lisa logan lola lorraine
    lottie louie louis louise luca lucas lucy luke lyla lynn lynne maciej maddie madison maisie maisy malcolm
    mandy marcus margaret margot maria mariam marie marilyn martha martin mary maryam mason matilda matthew
    maureen max maya maz megan melanie melissa mia michael michelle mick mickey micky mike mila millie mindy
    mohamed mohammad mohammed molly monica muhammad mya myla nabeela nadia nancy naomi natalie natasha nathan
    nathaniel naveed neil nev nevaeh nia niamh nicholas nicky nicola nicole nige nigel nina noah noor nora norah
    norman olga oliver olivia ollie olly omar ophelia orla orlaith oscar osian otis owen paige pamela pat
    patricia patrick paul paula pauline peggy penelope penny percy pete peter phil philip phillip phoebe phyllis
    piotr poppie poppy preston priya rach rachael rachel rafael rafferty raheem ralph rashid ray raya raymond
    rebecca reece reg reggie rehan reuben rhianna rhiannon rhys ria ricky riley rita robert robin rodney roger
    rohan roman ronald ronan ronnie rory rosie rowan roxanne roy ruby russell ruth ryan safa safiya saif sally
    sam samantha sami samir samuel sana sandra saoirse sara sarah scarlett scott sean seb sebastian seth shahid
    shania shannon sharon shaun shaz sheila shelly shirley sian sidney sienna simon siobhan skye skyla skylar
    sofia sonia sonny sophia sophie stacey stan stanley stella stephanie stephen steve steven stevie stu stuart
    sue sumaya susan suzanne sylvia talia tanya tara tariq teddy terence teresa terry thea thelma theo theodore
    theresa thomas tia tiana tilly tim timothy tina tobias toby tom tommo tommy toni tony tracey tracy trev
    trevor trish tristan trudy tyla tyler tyrone valerie vanessa veronica vicky victoria vincent vinnie violet
    viv vivian wayne wendy wesley wilfred william willie xander xavier yahya yasmin yasmine younis yusuf yvonne
    zac zach zachary zahra zainab zak zane zara zayn zaynab zoe zofia zoya
    """.split()
)
