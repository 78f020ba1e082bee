"""Criminal cases that name the platform although it has no part in what happened.

`# charge | headings | origins`, as in the other banks.
"""

from annotator.demo.scenarios import scenarios

PASSING = scenarios("""
# bank-robbery | Bank Robbery; Robbing Bank | public-tip not-stated
{Last} robbed a bank in {other_town} of {money} and was stopped half an hour later on the highway.
A recording of the press conference on the case can be watched on this office’s Facebook page.

# embezzlement | Embezzlement; Stealing From Employer | not-stated
{Last} wrote checks on an account of {his} employer’s and took {money} in all. Before that {he}
had worked for a firm that cleaned offices, those of Facebook among them.

# wire-fraud | Software Fraud; Investment Fraud | not-stated public-tip
{Last} sold shares in a company whose only product was to be a meeting place for landlords, “a
Facebook for houses,” as a brochure called it. The program was never written, and investors lost
{money}.

# official-threat
# Threatening an Official on Twitter; Threats Against Senator
# ongoing not-stated
{Last} threatened a senator in {few} messages on Twitter, a service that, other than Facebook,
does not ask for its users’ real names.

# drug-distribution | Distributing Fentanyl; Fentanyl Distribution | ongoing undercover
{Last} sold fentanyl from a car in {other_town}. The announcement was made at a press conference
that was broadcast on Facebook Live by the sheriff.

# tax | Tax Fraud; Filing False Tax Returns | not-stated
{Last}, a tax preparer, invented expenses for {few_tens} clients. {His} lawyer, who has written a
book on privacy and Facebook, asked the court for leniency.

# health | Health Care Fraud; Fraud by Clinic | ongoing not-stated
{Last} billed for {files} treatments that never took place. The clinic stood in a business park,
between a bakery and an office of Facebook.
""")
