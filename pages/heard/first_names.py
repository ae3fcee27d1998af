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
    aaliyah aaron abbie abdul abdullah abi abigail ada adam ade adele adrian agnes agnieszka ahmed aidan aiden
    aimee aisha aj alan alana alba albert albie alby alec aleksander alesha alex alexander alexandra alfie ali
    alice alisha alison alissa alyssa amanda amara amelia amelie amie amina amir amirah amy ana anabia anaya
    andre andrea andrew andy angela anika anita ann anna annabel annabelle anne annie anthony antonia anya aoife
    arabella archie aria ariana ariel ariella arjun arlo arthur arya aryan asa asha ashlee ashleigh ashley
    ashton athena aubrey aurora austin ava ayaan ayah ayaz ayesha ayla azaan bailey barbara barry baz beatrice
    becca becky bekah bella ben benjamin benji bernard bertie beth bethan bethany betty bev beverley bex bilal
    billie billy blair blake blakely bob bobbi bobbie bobby bodhi bonnie brad bradley brandon bree brenda brian
    bridget brody bronwyn brooke brooklyn bryan bryony cade caiden caitlin caitlyn caleb callie callum calvin
    cameron camilla cara carl carla carly carmen carol caroline casey casper cassie cath catherine cathy cayden
    celeste cerys chanel chantal chantelle charlene charles charley charlie charlotte chaya chaz chelsea chelsie
    cheryl chez chloe chris chrissie chrissy christine christopher cian ciaran claire clara clare cleo coby coco
    cody cohen colin connor conor cora corey corinne courtney craig cruz cynthia daisie daisy damian damien dan
    dana daniel danielle danika danni danny darcey darcie darcy darragh darren darryl daryl dave davey david
    dawn dawson dawud daz dean deborah debs declan declyn delilah della demi denise dennis denny denzel derek
    desmond dexter diana diane dilys dominic dominik donald donna donovan doris dorothy doug dougal dougie
    douglas drake dylan eddie eden edie edith edna edward edwin eesa effie eileen eileigh eira elaine eleanor
    eleni eli elias elijah elise eliza elizabeth ella ellie elliot elliott ellis elodie eloise elsie elspeth
    elyse emilia emily emma emmanuel emmie enzo eric erica erik erin ernie eryn esmae esmai esmay esme esmé
    esther ethan ethel etta eugene eunice eva evelyn evelynn evie ewa ezekiel ezra fabian faisal farah farhan
    fatima fatimah faye felix fergus ffion finlay finley finn fiona florence fran frances francesca francis
    frank frankie fred freddie freddy freya gabby gabriel gabrielle gareth gary gav gavin gaynor gaz gemma geoff
    geoffrey george georgia georgie georgina gerald gerry gertie gethin gilbert gillian gina giovanni gladys
    glen glenda glynis gordon gracie graham grayson greg gregory greta gwen hadi hafsa halima hallie hamza
    hannah haris harley harold haroon harper harriet harriette harris harry harvey hassan hattie haydn hayley
    hazel heather heidi helen henry hermione hettie hilda hollie holly honor howard huda hudson hugh hugo
    humaira husna hussain ian ibby ibrahim ida idris iesha ilyas imaan imogen imran inaaya inaya ines ingrid
    iona iqra irene isaac isabel isabella isabelle ishaan isla ismail isobel issac issy ivan ivor izaak izabella
    izzy jace jack jackie jackson jacob jacqueline jacqui jade jaden jaimie jake jamal james jamie jan jane
    janet janice janine jared jasmin jasmine jason jasper javed jax jaxon jaxson jayce jayda jayden jaylen
    jaymie jean jeanette jeff jemima jemma jen jenna jenni jennifer jenny jenson jeremy jermaine jerry jess
    jesse jessica jessie jill jim jimmy joan joanna joanne jodi jodie joe joel joely joey john johnny jon jonah
    jonathan jonno jonny jordan joseph josh joshua joshy josie joyce judah jude judith judy julia julian julie
    julien juliet junaid june justin kacey kaden kai kaiden kaitlyn kaleb kaliyah kamran kara karen karim karl
    karson kasey kate kath katherine kathleen kathryn katie katy kay kaya kayden kayla kaylee kayleigh keegan
    keeley keira keiran keith kelis kelly kelsey ken kenneth kenzie kenzo kerry kev kevin khadija khalid khloe
    kian kiera kieran kim kingsley kirk kirsten kirsty klara kobe kodi kory kris kristian kyle kylie kyra kyran
    lacey lacie laila lana lara larry laura lauren laurie lawrence layla leah leanne lee leila len lena lenny
    leo leon leona leroy lesley leslie lettie levi lewie lewis lexi lexie liam libbie libby lila lilah lilian
    lillian lilly lincoln linda lindsay lindsey lionel lisa liv liz lizzie lloyd logan lois lola loren lorna
    lorraine lottie louie louis louise luan luana luca lucas lucy luis luke lula lyla lynda lynn lynne lyra
    mabli maciej mackenzie maddie madeleine madison mae maeve magda maia maisie maisy mal malachi malakai
    malcolm mandy mara marcel marcus marcy margaret margery margot maria mariam marian marie marilyn marissa
    marley marnie martha martin marty marvin mary maryam mason matei mateo matilda matteo matthew matthias maud
    maureen mavis max maxwell maya maz megan mehmet mel melanie melina melissa mercedes merle mervyn mia michael
    michelle mick mickey micky mikayla mike mikey mila millie mindy minnie miriam mitchell mohamed mohammad
    mohammed moira molly monica moses muhammad muriel musa mustafa mya myla myles myrtle nabeela nadia nancy
    naomi natalie natasha nate nathan nathaniel naveed neil nell nellie nev nevaeh nia niamh nicholas nicky nico
    nicola nicole nige nigel nikita nikki nikola nina noah noel nola noor nora norah norma norman olga oliver
    olivia oliwia ollie olly omar oona ophelia oren orla orlaith orson oscar osian otis owen paddy paige paisley
    pam pamela pat patricia patrick patsy patty paul paula pauline peggy penelope penny percy perrie pete peter
    petra phil philip phillip phoebe phyllis piotr pippa polina poppie poppy preston priya quinn rach rachael
    rachel rae rafael rafferty raheem ralph ralphie ramona raphael rashid ray raya rayan raymond reagan rebecca
    reece reg reggie rehan remi remy rene renee reuben reyansh rhianna rhiannon rhoda rhona rhys ria ricky rico
    riley rio rita robbie robert robin robyn rocco rochelle rodney roger rohan roman romeo romy ronald ronan
    ronnie rory rosa rosalind roscoe rosie rowan rowena roxanne roxy roy ruby rufus rupert russell ruth ryan
    rylee sabrina sadie safa safiya saif saira sally salma sam samantha sami samir samuel sana sandra saoirse
    sara sarah sarina saul scarlett scott sean seb sebastian selina serena seth shahid shane shania shanice
    shannon sharon shaun shauna shay shayla shaz sheena sheila shelby shell shelley shelly sherry shira shirley
    shona sian sid sidney sienna silas simon simone siobhan skye skyla skylah skylar sofia sofie sonia sonny
    sophia sophie stacey stan stanley stefan stella stephan stephanie stephen steve steven stevie stu stuart sue
    suki sumaya susan susie suzanne suzy sybil syed sylvia sylvie tabitha talha talia tamara tammie tammy tamsin
    tanisha tanya tara tariq tayla taylor ted teddie teddy tegan terence teresa terry tess tessa thalia thea
    thelma theo theodora theodore theresa thomas tia tiana tianna tiegan tiffany tilly tim timmy timothy tina
    tobias toby todd tom tommo tommy toni tony toyah tracey tracie tracy trent trev trevor trish tristan trudy
    tyla tyler tyrell tyron tyrone umar una uri ursula val valentina valerie vanessa vera vernon veronica vic
    vicki vicky victoria vincent vinnie violet viv vivian vivienne wafa walter wayne wendy wesley wilf wilfred
    william willie wilma winifred winnie winston wyatt xander xavier yahya yara yasmin yasmine yolanda younis
    yuri yusuf yvette yvonne zac zach zachary zahra zainab zak zakariya zaki zander zane zara zayn zaynab zeke
    zelda zena zia ziggy zoe zofia zoya zuza zuzanna
    """.split()
)
