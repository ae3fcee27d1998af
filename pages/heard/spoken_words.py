"""Words that people write and no list of English words holds: mistyped, short, of Yorkshire, and of this field."""

# As they are typed on a telephone, and as they are often misspelled.
MISTYPED = """
    alot aswell arnt cant couldnt couldve didnt doesnt dont dosent dosnt hadnt hasnt havent hes im isnt itll ive
    lets mightve mustve shes shouldnt shouldve thats theirs theres theyd theyll theyre theyve wasnt wernt werent
    whats wheres whos wont wouldnt wouldve youd youll youre youve ill id weve wev abit infact eachother everytime
    everyones accomodation adress agressive alright allways althought aloud anymore anyones anythink apparantly
    appointmnt appoinment apointment appriciate arguement assesment atall attatchment availible becasue beacuse
    becos becouse beggining beleive benifit benifits brillant buisness calender childrens collage comming
    comunication conection confrence contactted counciling councelling councelor counselor counsellar definately
    definatly definitly dependant desision diagnosised dificult differant difficut dissapointed diffrent enviroment
    embarassed embarassing residentials emotionaly especialy everythink excercise
    exept experiance explaination familys finaly finacial
    finacially finantial freind freinds freindly gaurdian gaurdians gaurdianship goverment grandaughter granmother
    greatful grandparants guardien happend hav hospitle happyer hopefuly immediatly independant informations
    intrested knowlege lisening listend litle lonley loosing managment meating meetin mentaly messurements mony
    nobodys nessecary neccessary necesary nursary nurserys occured ocasion oppertunity oportunity oppurtunity
    orginised parant parants particulary peice peices persue poeple pepole peopel posible posative prefered prehaps
    pressurised probaly probly problam proffesional profesional profesionals proove recieve recieved recived
    reccomend recomend refered reffered regulary relise releived responsability responsable safegaurding scarey
    scholl secondry seperate seperated seperately sence sevral similiar sincerly sociel somethink somone someones
    speach stoped stoppped strugling strugle suport suported supose suprised suprise teecher teh thankyou therapie
    thier thiers themself themselfs thearpy threw togther tommorow tomorow tommorrow traning transfered truely
    untill usefull usally usefuly vunerable vulnrable waitting wendsday wensday wether wich wierd withdrawl writting
    wud shud cud
"""
SHORT = """
    abt acc amp appt appts approx atm b4 bby bc bcoz btw bday coz cos cuz cba convo cya dat dem defo def dept diff
    dm dnt dk dunno etc eg ie esp exp fab fave fb fone fml ft fyi gonna gotta gud haha hahaha hehe hiya hols hr hrs
    idc idk idek ikr ily imo info innit kinda lemme lol lmao lmk loadsa lotta lotsa luv mb meds mega min mins mo mth
    mths msg msgs msging mum-in-law mil fil natter nah nd ngl nite nope nvm nxt obvs ofc ok okay oldies omg oop
    outta omw pg pic pics pls plz pm am poss ppl preggo pro probs prob prolly px rly rn resp rite sec secs sess
    shoulda soz sorta srsly st rd th sumthing sumfin sumat tbf tbh tel temp thx tho thru thur til tmrw tmw tn tnx
    tonite tryna ty tysm tx u ur urs v vv vs w wanna wassup wat wen wiv wk wks wkend wknd woulda wot wtf xoxo xx xxx
    ya yay yeh yea yep yr yrs yo yup yous yall grrr hmm hmmm argh aargh ugh eek oops phew pfft shh tut urgh woo
    yikes xmas crimbo
"""
OF_YORKSHIRE = """
    ain't allus appen aye bab bairn bairns bray brew brill cuppa chuffed clarty duck ee ey ey-up eyup fettle fettled
    flippin ginnel giz gran grans granma grandkid grandkids grandbairn grandbairns granda gramps grandparenting
    gerrit gerrin gip jiggered jitty kegs knackered lad laiking laikin lass lasses mam mams mardy mash mither
    mithered mithering moither munt nan nans nana nanas nanan nannan nannans nannas nannie nanny nannys narky neb
    nesh nobbut nout nowt nub ought owt parky reyt reet sen sarnie sarnies sithee skint skive skiving snap snicket
    spice spuds summat summut tarra tek ta tha thee thi thissen twitchel un uz wain wi wunt weren't yen yersen
    yersel mesen missen hissen hersen ourselves ussen theirsen while
"""
OF_THE_FIELD = """
    adopters aspergers auntie aunties bedtimes bedwetting bio callback carer carers chatroom childcare childline
    childminder childminders childminding chromebook chromebooks co coparent coparenting coram creche cyberbullying
    debrief dyscalculia dyspraxia dyspraxic dysregulated dysregulation dysregulate daycare ebook email emailed
    emailing emails emojis facetime facetimed foodbank foodbanks fosterer fosterline fostering freephone fulltime
    getaways giver givers homeschool homeschooled homeschooling hub hubs hyperactive hypervigilance hypervigilant
    inbox insta jobcentre kinship leaver leavers lockdown lockdowns masking meetup meetups meltdown meltdowns
    messaged messaging multi multiagency neurodivergent neurodiverse neurodiversity non nonverbal nspcc online
    onesie parttime playdate playdates playgroup playgroups playscheme playschemes playworker pooing pre preschool
    preschooler pushchair pushchairs re refuser refusers respite safeguarding samaritans screenshot selfie selfies
    semi senco sendco sleepover sleepovers smartphone snapchat snapchatted snapchatting sofabed stairlift
    stakeholder stakeholders stepdad stepmum stepkids teatime texted texting tourettes trackie trackies trainers
    unborn underachieve uniform uniforms uni unis videocall videos voicemail voicemails vlog wardship webcam webchat
    webinar webinars website websites wellbeing wheelie wifi wi-fi xmas youngminds youngsters youtuber youtubers
    zoom zooms spanish french german italian latin dutch portuguese pakistani indian chinese african asian caribbean
    mc ll ve didn doesn isn wasn couldn wouldn shouldn hasn hadn haven aren weren ain telly tele netflix bbc itv
    disney roblox fortnite fifa pokemon lego playdoh ipad ipads iphone iphones wii nintendo xbox spotify amazon ebay
    vinted argos asda tesco aldi lidl sainsburys mcdonalds kfc nandos greggs primark ikea uber paypal messenger
    pinterest gmail hotmail outlook powerpoint wickes uk barnardos mind's kooth mencap nyas
"""
SHORT_FORMS = frozenset(
    """
    a&e aa ap asc asbo asd bsl ca camhs cahms cp cin cic cao cgo cms crb csa csc ctc cyp cypic dbs dfe dla dss dsl
    dv dvla dvd dwp ea ebsa eet ehc ehcp ehcps ehe ep epp esa esol eyfs fgc fgm fgt foi fsm fsw gdpr gp gps gro hb
    hv hlta hmo hmrc hr ica icpc ict id ico iep ip iro isa iso it iva jsa la lac lado la's lgbt lgbtq mash mms mot
    mp mps nct neet neets nhs ni no ocd odd ofsted ot pa pc pcn pda pdf pe pep peps pin pip pl plo ppe pr ps pshe
    pta ptsd qr ra rad re rgf rpc rse rsv sar sats sd sdq sen send sendias sendiass semh sgo sgos sgsp sgss slt smhl
    sms spag sw sws ta tac tacs taf tas tv tvs uc ucas ufs usb vat vip wcag wtc ymca
""".split()
)
WRITTEN = frozenset(f"{MISTYPED} {SHORT} {OF_YORKSHIRE} {OF_THE_FIELD}".split()) | SHORT_FORMS
