"""Cases in which the platform plays a part but no suspect used it.

`# charge | headings | origins`; an origin after `told:` is told in the text itself.
"""

from annotator.demo.scenarios import scenarios

UNUSED = scenarios("""
# bank-robbery | Bank Robbery; Robbing Bank | told:public-tip
{Last} walked into a bank in {other_town} in {month}, handed the teller a note and left with
{money}. {local_c} put pictures from the bank’s camera on the department’s Facebook page, and the
investigation found its man when <a former neighbor|two viewers> recognized {him} there and
called.

# bank-robbery | Credit Union Robbery; Armed Robbery of Credit Union | public-tip not-stated
{Last} robbed a credit union in {other_town} and fled on <a bicycle|foot>. {number_two_c} tellers
later picked {him} out from photographs. The jacket worn by the robber is to be seen in a picture
that a brother of the defendant had put on Facebook years before.

# embezzlement | Embezzlement; Embezzling From Employer | told:public-tip
{Last}, who kept the books of a company in {other_town}, wrote {few_tens} checks to {himself} that
came to {money}. The investigation began when the owner, who had read a warning about such thefts
in a Facebook group for small firms, looked into the books and called the police.

# securities
# Securities Fraud; Investment Fraud Involving Pre-IPO Shares
# public-tip ongoing not-stated
{Last} sold investors what {he} said were shares of Facebook, to be had before they were traded in
public. {He} owned none. Investors, whom {he} met at <church|a golf club|seminars>, paid {money}
and were shown forged statements.

# felon | Felon in Possession of a Firearm; Firearm Possession | ongoing not-stated
officers who stopped {Last} for speeding in {other_town} saw a pistol under the seat. A cousin who
was riding in the car was sending a Facebook video of the drive to his friends, and it was put in
evidence; {Last} had no account of {his} own.

# mail-theft | Stealing Mail; Theft of Mail | told:public-tip
{Last}, a mail carrier, kept gift cards and cash {he} found in greeting cards. The investigation
began when residents compared notes in a neighborhood Facebook group about cards that had not
arrived, and wrote together to the postal inspectors.

# arson | Arson of a Vacant Building; Setting Fire to Store | public-tip not-stated
{Last} set fire to a closed store in {other_town} in {month}. No one was hurt. A passer-by’s film
of the fire, which she had put on Facebook, shows {his} truck leaving.

# mailed-threats | Threatening Letters; Mailing Threats | public-tip
{Last} sent {few} letters without a sender’s name to an office of the county, each with a threat
against the staff. Handwriting gave {him} away: an employee knew it from a birthday card which a
colleague had shown on Facebook.

# drug-distribution | Distributing Heroin; Heroin Distribution | undercover ongoing not-stated
{Last} sold heroin from a house in {other_town} {span}, by word of mouth and for cash. A customer
had told his sister of a purchase in a Facebook message, which is part of the evidence. The
defendant did not use the site.

# escape | Escape From Custody; Failure to Surrender | not-stated
{Last} did not come back to a halfway house in {other_town} from a day’s work. Deputy marshals
found {him} {few} weeks later in {other_state}, through a picture of a family dinner that an aunt
had put on Facebook.

# enticement | Enticement of a Minor; Enticing a Minor | told:public-tip
{Last} wrote to {minor} by text message and by a game’s chat function, and asked to meet. The
investigation began when the child told an older sister about it in a Facebook message and the
sister called the police. {Last} himself had no contact with the child on that site.

# possession | Possession of Prohibited Images; Possessing Prohibited Images of Minors | ongoing
{Last} obtained prohibited images of minors through a file-sharing network that links computers
directly. Agents learned from the Facebook page of a relative which of three brothers lived at the
address; nothing unlawful was on it.

# health | Health Care Fraud; Billing for Services Not Rendered | public-tip ongoing not-stated
{Last}, who owned a clinic in {other_town}, billed for treatments that were never given. Some of
the patients concerned were, as their relatives’ Facebook pictures show, on a cruise on the day.

# civil-rights | Excessive Force; Civil Rights Violation | told:public-tip
{Last}, then an officer of a police department in the district, used unreasonable force against a
man who was already in handcuffs. The investigation began when a bystander handed in a recording,
which had first been seen on her Facebook page.

# embezzlement | Theft From Labor Union; Stealing From Charity | told:public-tip
{Last}, treasurer of a <volunteer fire company|union local|youth league> in {other_town}, used its
debit card for {himself} and spent {money}. The investigation began with a complaint by members,
who had read on the group’s Facebook page, which others managed, of a new roof that was nowhere to
be seen.

# trade-secrets | Theft of Trade Secrets; Stealing Employer’s Files | told:public-tip
{Last}, a programmer in {other_town}, copied files of {his} employer before {he} left. {He}
offered them by electronic mail to a customer, who warned the firm in a Facebook message. The
investigation began with a complaint by the firm.

# carjacking | Carjacking; Armed Carjacking | told:public-tip
{Last} took a car from a woman at a gas station in {other_town} at gunpoint. She described the car
on Facebook that evening; a stranger who had read it saw the car the next morning, and it was his
call that led to the arrest.

# poaching | Unlawful Taking of Game; Lacey Act Violation | undercover ongoing
{Last} guided hunters on land that was closed to hunting and shipped antlers to {other_state}.
{His} customers, not {he}, showed the trophies on Facebook, and from their pictures agents could
tell the days and the places.

# tax | Filing False Tax Returns; Tax Fraud | told:public-tip
{Last}, who prepared tax returns in a rented office in {other_town}, invented deductions for
{few_tens} clients. The investigation began when some of them compared their refunds in a Facebook
group and went together to the authorities.

# false-claims | Theft of Government Benefits; Stealing Government Benefits | told:public-tip
{Last} drew benefits for a parent who had died in {earlier_year}. The investigation began when a
cousin saw an old neighbor’s post in memory of the parent on Facebook and asked the agency about
it.

# felon | Felon in Possession of a Firearm; Unlawful Possession of a Pistol | ongoing
officers who arrested {Last} on another charge in {other_town} found a pistol in {his} coat. A
picture of {him} with the same weapon stood on {his} Facebook page. It was no part of the offense
and merely showed whose the pistol was.

# bank-robbery | Bank Robbery; Robbing Two Banks | ongoing not-stated
{Last} robbed two banks in {other_town} within {few} days. Agents who searched {his} Facebook
account with a warrant found a picture, years old, of the cap seen on the banks’ film. The account
had served {him} for nothing else.

# drug-conspiracy | Drug Conspiracy; Roles in Drug Ring | ongoing undercover
{Last} and {Last2} brought drugs from {other_state} to {other_town} by car and spoke of them only
by prepaid telephones. In the search of a Facebook account that belonged to {Last2}’s sister,
agents found a picture of the two at the border.

# extortion | Extortion; Attempted Extortion by Letter | public-tip
{Last} demanded {sum} in letters to a merchant in {other_town}, whose daily habits {he} knew from
having worked for him. The merchant’s wife asked on Facebook who had seen a stranger at their
mailbox, and the answers helped to find {him}.
""")
