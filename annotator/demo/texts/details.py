"""What releases add on what is charged, by theme; true at every stage and of every beginning."""

from annotator.demo.grammar import bank

IMAGES = bank("""
Agents who searched {Last}’s home in {end} took away <a computer and two telephones|{few} storage
devices|a tablet computer and several memory cards>. Files of the same kind were on them.

Records that Facebook produced in answer to a search warrant tied the account to {Last}’s
electronic mail address and to the internet connection at {his} home.

Internet addresses logged by Facebook led investigators to a residence in {town}, where {Last}
lived <alone|with relatives who knew nothing of the matter|in an upstairs apartment>.

In an interview {Last} said that the account was {his} and that nobody else had the password.

A forensic examiner recovered <deleted conversations|parts of the conversations> from {Last}’s
telephone that matched those in Facebook’s records.

{Last} has a prior conviction in {state} for a like offense and was required to register.

None of the minors concerned is known to have lived in {county}.

The account had been in use since {earlier_year} and had <few|some forty|no> public posts.

{Last} had set the account so that only people {he} approved could see its contents.

Two of the people with whom {Last} was in touch have since been charged in other districts.

When agents came to the house, {Last} tried to reset {his} telephone; an examiner was able to
restore most of what had been on it.
""")
GROOMING = bank("""
The child’s family gave the telephone to investigators, who copied the messages.

The messages, which run to {files} pages in print, were obtained from Facebook with a search
warrant.

{Last} knew the child’s age: the profile gave it, and the child repeated it in the first
conversation.

More than once {Last} asked the child to delete the conversation and to write to {him} only at
night.

Once the child stopped answering, {Last} wrote from a second Facebook account.

{Last} and the child had no acquaintance in common and had never met before the first message.

Counselors of the office’s victim assistance program have been in touch with the family.

The telephone from which the messages had been written was in {Last}’s pocket at the time of {his}
arrest.

{Last} worked at <a warehouse|a restaurant|a tire shop> in {other_town} and wrote many of the
messages during {his} shifts.

In order to protect the minor’s privacy, neither the school nor the family’s town is named.

{Last} told officers that {he} had meant no harm, and that {he} had written to other young people
as well.
""")
GROOMING_UNDERCOVER = bank("""
At no time was a real child involved.

The whole exchange was recorded and runs to {files} pages in print.

In the messages {Last} asked several times whether the other person was “with the police.”

Officers found the telephone used for the conversation on the front seat of {Last}’s <car|pickup
truck|van>.

After {his} arrest {Last} agreed to speak with agents and said that the account was {his}.

{Last} had sent similar messages to other accounts; agents are trying to learn whose they were.

{few_c} other people were arrested in the same week in like circumstances; their cases are
separate.
""")
TRAFFICKING = bank("""
The minor was found by officers in {end} and is being cared for.

Receipts from {few} motels along Interstate highways were found in {Last}’s car.

Facebook’s records of the account, obtained by warrant, contained the conversations in full.

{Last} took the minor’s telephone and identity papers, so that the child could not leave.

Payments were made in cash and by <prepaid card|money transfer>, and came to about {sum}.

Anyone who believes that a child has been harmed in this way is asked to call {local}.
""")
FRAUD = bank("""
In all, {few_tens} people lost a total of {money}.

The money was drawn in cash at stores in {other_town} within hours of each payment.

Bank records showed that the payments went to {few} accounts under {Last}’s control.

Most of the victims are older than sixty. One of them sold a car in order to pay.

{Last} told investigators that {he} had needed money for <rent|gambling debts|a truck>.

When victims asked for their money, {Last} blocked them and opened another account.

Screen pictures that the victims had kept of the conversations agree with the records that the
company produced under a warrant.

Restitution to the victims will be determined by the court.
""")
THREATS = bank("""
The person threatened had to <change telephone numbers|move to another address|take leave from
work>.

Records of the account led to a telephone that was in {Last}’s possession.

<Officers found no weapons at {Last}’s home|A search of {Last}’s home turned up two rifles and
ammunition|In {Last}’s home officers found a handgun, which {he} was not permitted to have>.

{Last} said in an interview that {he} had been drinking and had not meant what {he} wrote.

Some of the posts were seen by several hundred people before they were taken down.

A protective order had been issued against {Last} by a state court in {earlier_year}.

The name of the person concerned is withheld.
""")
DRUGS = bank("""
Agents made {few} controlled purchases and had the substances analyzed in a laboratory.

A search of the residence produced {grams} grams of the drug, a scale and {sum} in cash.

In conversation the drugs went by other names, such as <“shirts” and
“shoes”|“groceries”|“tickets”>.

{Last} has two earlier convictions for drug offenses in {state}.

Much of the supply came by mail from {other_state}.
""")
FIREARMS = bank("""
Under federal law a person who has been convicted of a felony may not possess a firearm.

{few_c} weapons were recovered, one of which had been reported stolen in {other_state}.

The weapons had not been made in {state} and had therefore traveled in interstate commerce.

{Last} had been convicted of <burglary|a drug felony|assault> in {earlier_year}.

ATF traced the weapons to <a pawn shop in {other_town}|three dealers in two states>.
""")
GANG = bank("""
Others charged in the same indictment await trial.

Members paid dues, held meetings and kept rules that were written down.

Investigators obtained warrants for {few} accounts in all and read some {files} pages of messages.

The group had been active in {other_town} and the surrounding country since {earlier_year}.
""")
TERRORISM = bank("""
At no time was the public in danger, because {Last} was under observation.

{Last} had read the organization’s publications since {earlier_year} and copied some of them out
by hand.

In a search of {his} apartment agents found <notebooks|a map and a packed bag|electronic parts>.

Family members told agents that they had tried to dissuade {him}.

{Last} was born in {other_state} and had lived in {town} for {few} years.
""")
PLAIN = bank("""
{Last} was arrested without incident in {town}.

The investigation took <more than a year|eight months|nearly two years>.

Several items were seized and will be forfeited if the court so orders.

{Last} had lived in {town} since {earlier_year}.

{Last} was interviewed twice and gave two different accounts.

A second person who was questioned in the matter has not been charged.

<In an earlier case in {state}, in {earlier_year}, {Last} had been placed on probation|{Last} has
no earlier convictions>.

Agents spoke with {few_tens} witnesses in {county} and in {other_state}.

{Last} worked in {other_town} at the time.

The proceedings were open to the public.

Two hearings in the matter were held under seal.

{Last}’s former employer cooperated with the investigators.

The dates on which these things happened are set out in {source}.

Nobody was injured.
""")

RECORDS = bank("""
Agents obtained the contents of the Facebook account with a search warrant; they fill {files}
pages.

Records of Facebook show that the account was opened in {earlier_year} and used mainly from a
telephone.

Pictures of the screen, in which the Facebook messages can be read, are attached to {source}.

The Facebook profile gave a false date of birth and a town in {other_state}.

In an interview {Last} said that {he} had closed the Facebook account; its records had been
preserved at the request of the government.

The Facebook account could be traced through the telephone number that had been given when it was
opened.

By the time of the arrest the Facebook page had been taken down.

The last message on Facebook was written two days before the arrest.

Agents compared the hours of the Facebook messages with {Last}’s working hours.

The password to the Facebook account was found on a slip of paper in {Last}’s wallet.
""")

BY_THEME = {
    "images": IMAGES,
    "grooming": GROOMING,
    "grooming-undercover": GROOMING_UNDERCOVER,
    "trafficking": TRAFFICKING,
    "fraud": FRAUD,
    "threats": THREATS,
    "drugs": DRUGS,
    "firearms": FIREARMS,
    "gang": GANG,
    "terrorism": TERRORISM,
    "human-trafficking": PLAIN,
    "other": PLAIN,
    "plain": PLAIN,
}
