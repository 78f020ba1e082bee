"""What suspects are accused of in the other categories, each by means of the platform.

Each paragraph opens with `# charge | headings | how it may have begun`; origins told in the text
itself are marked `told:`.
"""

from annotator.demo.scenarios import scenarios

FRAUD = scenarios("""
# wire-fraud | Romance Fraud; Online Romance Scheme | public-tip ongoing not-stated
{Last} opened Facebook accounts with the photographs of <an engineer|an army officer|a nurse
working abroad> who knew nothing of it, and through them made the acquaintance of people who lived
alone. Once {he} had their trust {he} asked for money, for a journey or a hospital bill, and
received {money} {span}.

# wire-fraud | Facebook Marketplace Fraud; Online Sales Fraud | public-tip ongoing not-stated
{Last} offered <cars|tractors|campers|puppies> for sale on Facebook Marketplace that {he} did not
own. Buyers in {few} states paid in advance and received nothing.

# wire-fraud | Rental Fraud; House Rental Scheme | public-tip not-stated
{Last} copied pictures of houses from brokers’ pages and offered the houses for rent in Facebook
groups. {few_tens_c} families paid a deposit, and several of them came with their furniture to a
house in which other people lived.

# wire-fraud | Charity Fraud; Bogus Fundraiser | public-tip ongoing not-stated
{Last} started a fundraiser on Facebook for a child who {he} said was ill. There was no such
child. Donations came to {money}.

# identity-theft
# Aggravated Identity Theft; Stolen Identity Scheme
# public-tip ongoing not-stated
{Last} took over the Facebook accounts of <retired teachers|church members|nurses> and wrote to
their friends as if {he} were they. {He} told them of a federal grant and asked for a fee and for
bank particulars, which {he} used to draw {money}.

# wire-fraud | Grant Scam; Advance-Fee Scheme | ongoing public-tip undercover
{Last} sent Facebook messages that seemed to come from a government office and promised a grant of
$90,000 to those who first paid a fee. The fees, of $500 to $4,000, went to {Last} and {Last2};
{Last2} only collected the money transfers and is not said to have used the site.

# bank-fraud | Bank Fraud; Check-Cashing Scheme | ongoing not-stated
{Last} used Facebook to find people who would lend out their bank cards for a share of the
proceeds. {He} deposited counterfeit checks into their accounts and withdrew {money} before the
checks were returned.

# securities | Investment Fraud; Currency Investment Scheme | public-tip ongoing not-stated
{Last} ran a Facebook group, with some {files} members, in which {he} praised a currency trading
fund of {his} own. There was no trading. Of the {money} that members paid in, most was spent on
<cars|travel|{his} house>.

# wire-fraud | Ticket Fraud; Concert Ticket Scheme | public-tip not-stated
{Last} sold tickets on Facebook for <football games|concerts|a festival> that {he} did not have.
When buyers complained {he} deleted the account and opened another, {few} times in all.

# counterfeit
# Selling Counterfeit Goods; Trafficking in Counterfeit Goods
# undercover ongoing public-tip
{Last} sold <handbags|telephones|athletic shoes> with forged marks through live sales on Facebook
{span} and told buyers that they were genuine. The goods came from abroad in parcels declared as
samples.

# tax-refund | Tax Refund Fraud; Stolen Identity Refund Fraud | ongoing not-stated
{Last} wrote to people on Facebook that they were owed a tax refund even if they had no income,
obtained their Social Security numbers, and filed returns in their names. {He} kept the refunds,
{money} in all.

# wire-fraud | Disaster Relief Fraud; Flood Relief Scam | public-tip ongoing
after the floods, {Last} collected money on a Facebook page for families who had lost their homes.
None of the {money} reached a family.
""")
THREATS = scenarios("""
# threats | Threatening Communications; Threatening Messages | public-tip not-stated
{Last} sent {few} Facebook messages to a former <girlfriend|colleague|neighbor> in {other_state}
in which {he} threatened to kill <her|that person>.

# threats
# Threatening School on Facebook; Online Threat Against School
# public-tip ongoing not-stated
in {month} {Last} wrote on Facebook that {he} would carry out an attack on a school in
{other_town}. Classes were canceled for a day.

# stalking | Cyberstalking; Stalking Former Acquaintance Online | public-tip not-stated
{Last} opened {few} Facebook accounts in the name of a woman who had broken off relations with
{him}, and used them to harass her, her employer and her relatives {span}.

# official-threat
# Threatening a Federal Official; Threats Against Judge
# public-tip ongoing not-stated
{Last} posted on {his} Facebook page that a judge who had decided against {him} would “not see
Christmas,” and published what {he} believed to be the judge’s address.

# threats
# Threatening Police Officers; Threats Against Law Enforcement
# ongoing public-tip not-stated
{Last}, angry about a traffic stop, wrote in a series of Facebook posts that {he} would shoot
police officers, and named the corner in {other_town} at which {he} would wait.

# hate-threat | Threatening House of Worship; Hate-Motivated Threats | public-tip ongoing
{Last} sent messages to the Facebook page of a <mosque|church|synagogue> in {other_town}, in which
{he} threatened those who worship there because of their religion.

# extortion | Extortion by Facebook; Online Extortion | public-tip not-stated
{Last} got hold of private pictures of an adult acquaintance and wrote to that person on Facebook
that {he} would publish them unless {sum} was paid.

# threats | Interstate Threats; Threats Against Hospital | public-tip ongoing not-stated
{Last}, angry about a bill, wrote {few} comments on a hospital’s Facebook page in which {he}
threatened to set off a bomb there. The emergency room was closed for {few} hours.

# official-threat | Threatening a Public Official; Threatening High Official | ongoing public-tip
{Last} wrote on Facebook, in public posts and in messages to strangers, that {he} intended to kill
a high official, and asked who would come along.

# witness | Threatening a Witness; Witness Intimidation | public-tip ongoing not-stated
before a trial in {other_town}, {Last} posted the name and the written statement of a witness on
Facebook and invited {his} friends to pay the witness a visit.

# interstate-stalking | Cyberstalking; Harassment Campaign | public-tip
for {few} months {Last} used one Facebook account after another to send threats to a radio
announcer {he} had never met, <sometimes forty in a day|at all hours of the night>.
""")
DRUGS = scenarios("""
# drug-distribution
# Distributing Methamphetamine; Selling Drugs Through Facebook
# undercover ongoing
{Last} took orders for methamphetamine by Facebook Messenger and met buyers <behind a gas
station|in store parking lots> in {other_town}. {He} sold about {grams} grams {span}.

# drug-conspiracy | Drug Conspiracy; Methamphetamine Conspiracy | ongoing undercover not-stated
{Last} ran the sale of heroin in {other_town} and, in Facebook messages, told customers when and
where to come. {Last2} drove {him} there and held the money, and is not alleged to have used the
site.

# drug-distribution | Distributing Fentanyl; Fentanyl Distribution | public-tip ongoing not-stated
{Last} advertised counterfeit tablets containing fentanyl in a Facebook group <for nightlife|of
people from {county}>, and mailed them to buyers.

# drug-distribution
# Selling Prescription Pills Online; Oxycodone Distribution
# undercover public-tip
{Last} offered oxycodone tablets on Facebook at $30 each, with a picture of the bottle, and
delivered them {span}.

# drug-conspiracy | Drug Trafficking; Cocaine Conspiracy | ongoing not-stated
{Last} arranged shipments of cocaine from {other_state} in Facebook messages, which {he} took to
be safe from listening. {few_c} others packed and carried the parcels.

# smuggled-steroids
# Distribution of Steroids; Unlawful Sale of Steroids
# ongoing public-tip undercover
{Last} made anabolic steroids in a rented garage and sold them, under the name “{alias},” through
a Facebook page with some {files} followers.
""")
FIREARMS = scenarios("""
# unlicensed
# Dealing in Firearms Without a License; Unlicensed Gun Sales
# undercover ongoing public-tip
{Last} bought and sold firearms for profit in Facebook groups although {he} had no license. {He}
sold at least {few_tens} {span}, some of them to people {he} had never met.

# felon
# Felon in Possession of a Firearm; Unlawful Possession of Firearms
# public-tip ongoing not-stated
{Last}, a convicted felon, offered a pistol for sale on Facebook in {month} with pictures that
showed {him} holding it, and brought it to a buyer in {other_town}.

# straw | Straw Purchases of Firearms; Lying to Gun Dealers | ongoing undercover not-stated
{Last} found people on Facebook who wanted a firearm and could not lawfully buy one, took their
orders by Messenger, bought the weapons from dealers and signed that they were for {himself}.

# machinegun | Possession of Machine Gun Parts; Unregistered Firearms | undercover ongoing
{Last} sold parts that turn a rifle into a machine gun, which {he} advertised on Facebook as
<clothes hangers|key chains>.

# felon | Unlawful Sale of a Firearm; Selling Firearm to Felon | undercover public-tip
{Last} arranged by Facebook message to trade a shotgun for <a motorcycle|tablets|a car> with a man
whom {he} knew to be a felon, and handed it over in {other_town}.
""")
GANG = scenarios("""
# rico | Racketeering Conspiracy; Roles in Racketeering Enterprise | ongoing
{Last}, who led the gang in {other_town}, used {account} to call meetings, to collect dues and to
order that a member be punished. The other defendants are charged with what they did at those
meetings and on the street.

# rico | Gang Racketeering; Racketeering | ongoing not-stated
the gang has {files} members in {state}. {Last} spoke for it on Facebook, where {he} recruited new
members, published threats against a rival group and announced who was to be regarded as an enemy.

# vicar
# Assault in Aid of Racketeering; Violent Crime in Aid of Racketeering
# ongoing public-tip not-stated
a quarrel between two groups in {other_town} was carried on in Facebook videos. In one of them
{Last} named a man and offered {sum} to whoever would shoot him; the man was wounded {few} days
later.
""")
TERRORISM = scenarios("""
# material-support
# Attempting to Provide Material Support; Terrorism Offense
# undercover ongoing public-tip
{Last} published posts on Facebook in which {he} pledged {himself} to a designated foreign
terrorist organization, and in messages on the site tried to find someone who would help {him} to
join it abroad.

# material-support
# Conspiring to Support Terrorist Organization; Material Support
# ongoing undercover
{Last} collected money for a designated foreign terrorist organization from people {he} approached
on Facebook, and sent {money} through {Last2}, who carried on a money transfer business and had no
part in the conversations.

# false-statements | False Statements in Terrorism Investigation; Lying to Agents | ongoing
{Last} used {few} Facebook accounts to recruit for a designated foreign terrorist organization and
told agents that {he} had none.

# explosives | Attempted Use of an Explosive Device; Bomb Plot | undercover public-tip
{Last} wrote on Facebook that {he} wanted to make an explosive device and use it against a federal
building, and asked other users for materials and advice.

# material-support | Attempt to Join Terrorist Organization; Terrorism Offense | public-tip ongoing
{Last} was in touch by Facebook with a recruiter of a designated foreign terrorist organization,
who told {him} which flights to take. {He} was arrested at the airport in {hub} in {end}.
""")
HUMAN_TRAFFICKING = scenarios("""
# forced-labor | Forced Labor; Labor Trafficking | public-tip ongoing not-stated
{Last} advertised on Facebook in another language for workers for <a farm|a cleaning
business|restaurants>, and promised lawful papers. Those who came, all adults, had to hand over
their passports and worked for almost nothing.

# adult-trafficking
# Sex Trafficking by Force, Fraud and Coercion; Human Trafficking
# ongoing public-tip
{Last} recruited <three|four> women, all adults, by Facebook messages that promised work as
waitresses. {He} then made them take part in commercial sex and kept their earnings.

# adult-trafficking | Human Trafficking; Interstate Prostitution Enterprise | undercover ongoing
{Last} used Facebook to find adult women who were in debt or without a home, and to advertise them
for commercial sex in {few} towns. The women were forbidden to keep a telephone.
""")
OTHER = scenarios("""
# wildlife | Wildlife Trafficking; Illegal Sale of Protected Animals | undercover public-tip
{Last} sold protected <turtles|birds|snakes> in a Facebook group of collectors and mailed them in
boxes marked as shoes.

# smuggling | Alien Smuggling; Recruiting Drivers for Alien Smuggling | ongoing not-stated
{Last} recruited drivers on Facebook to bring people from the border to {other_town}, at
<$800|$1,500|$2,000> a journey.

# obstruction | Jury Tampering; Obstruction of Justice | ongoing public-tip not-stated
while a trial was going on in {other_town}, {Last} looked for a juror on Facebook and wrote to her
that the defendant was innocent.

# theft-government
# Theft of Government Property; Selling Stolen Military Equipment
# ongoing undercover
{Last} sold <night-vision devices|body armor|radios> that had been stolen from a military depot.
{He} found the buyers on Facebook and showed them pictures of the goods.

# animal-fighting
# Animal Fighting; Operating Animal Fighting Venture
# undercover public-tip ongoing
{Last} arranged animal fights in {county} and announced place and time to members of a private
Facebook group.

# contraband | Smuggling Contraband Into Prison; Prison Contraband | ongoing
{Last}, a prisoner with a hidden telephone, used Facebook to order tobacco and telephones and to
tell {Last2} where to throw the parcels over the fence; {Last2} was reached by telephone calls
only.

# price-fixing | Price Fixing; Conspiracy to Fix Prices | ongoing not-stated
{Last}, a dealer in <wristbands|posters|party goods>, agreed on prices with competitors, in a
Facebook conversation to which only they had access. The agreement held {span}.

# intrusion | Computer Intrusion; Unlawful Access to Accounts | public-tip
{Last} guessed the passwords of {few_tens} fellow students, read their Facebook messages for
months out of curiosity and changed some of their pictures. {He} asked nothing of anyone.

# archaeology | Theft of Archaeological Objects; Looting Public Land | undercover public-tip
{Last} dug pottery and stone tools out of public land and sold them on Facebook to collectors in
{few} states.
""")

BY_CATEGORY = {
    "fraud": FRAUD,
    "threats": THREATS,
    "drugs": DRUGS,
    "firearms": FIREARMS,
    "gang": GANG,
    "terrorism": TERRORISM,
    "human-trafficking": HUMAN_TRAFFICKING,
    "other": OTHER,
}

FRAUD_PAIR = scenarios("""
# conspiracy-wire-fraud | Online Sales Fraud; Facebook Sales Scheme | public-tip
{Last} and {Last2} each kept a Facebook account in an invented name. {Last} offered farm machinery
from the one; {Last2}, from the other, posed as a satisfied buyer and also sold campers that did
not exist. Together they took {money}.
""")
