"""How an investigation began, in one sentence or two: what the origin is coded from."""

from annotator.demo.grammar import Bank, bank

_PUBLIC = bank("""
The investigation began when {complainant} <called|went to> {local}.

The case came to light through {complainant}, who reported the matter to {local} in {month}.

<Authorities learned of the matter|Officers first heard of it> from {complainant}, who telephoned
a tip line of {local}.

An inquiry was opened after {complainant} filed a complaint with {deputies}.

It was {complainant} who alerted {agency}; the investigation began with that call.

The investigation was started by a complaint: {complainant} brought <printed copies|pictures of
the screen> to {local}.

{deputies_c} began the investigation on a report by {complainant}, and later asked {agency} for
help.

A tip from {complainant} to {agency} in {month} was the beginning of the case.
""")
_PUBLIC_GROOMING = bank("""
The investigation began when the child’s <mother|father|grandmother> found the messages and called
{local}.

A teacher to whom the child had spoken informed {local}, which opened the investigation.

The minor’s parents reported the conversations to {deputies} in {month}, and so the investigation
began.

The investigation began with a call from <an aunt of the child|a school counselor>, who had been
shown the messages.

It was the child who told a parent; the parent’s complaint to {local} started the investigation.

The parents of one minor complained to {local} in {month}, and the investigation began with that
complaint.
""")
_PUBLIC_IMAGES = bank("""
The investigation began when a Facebook user who had been sent one of the files reported it to
{local}.

A former roommate of {Last} who had seen the files called {local}; that call began the
investigation.

The investigation began when the owner of a repair shop, to whom {Last} had brought a computer,
informed {local}.

A woman in {other_state} told her local police what had been sent to her; they passed her
complaint on to {agency}, which began to investigate.

A relative who had borrowed {Last}’s tablet saw some of the files and reported them to {deputies},
which started the investigation.
""")
_UNDERCOVER = bank("""
The investigation began with an undercover operation <of the task force|by {agency}>.

The case began when an undercover agent answered one of {his} posts.

An undercover officer of {local}, posing as <a buyer|an interested person>, made contact with
{Last} in {month}; the investigation began there.

It began as an undercover operation: an agent of {agency}, using an assumed name, wrote to {Last}
and was answered.

Agents of {agency} who were working undercover on social media came upon the account and began the
investigation.
""")
_UNDERCOVER_IMAGES = bank("""
The investigation began when an undercover officer was admitted to a private Facebook group and
saw the files offered there.

It began with an undercover operation in which an agent of {agency}, using an assumed name, asked
{Last} for files and was sent some.

An undercover agent in {other_state} received files from {Last}’s account in {month}. With that
the investigation began.

A detective of {local}, working undercover online, exchanged messages with {Last} and was offered
images, which began the investigation.

The investigation began with undercover work by {taskforce}, whose officer had joined the
conversation under an assumed name.

Officers of {taskforce} keep undercover accounts on social media. One of them was offered images
by {Last}, and so the case began.
""")
_UNDERCOVER_GROOMING = bank("""
The case grew out of an undercover operation by {taskforce}, which opened the account.

The investigation began when an undercover agent of {agency} was sent a message by {Last}.

The arrest was the result of an undercover operation of {local} directed at adults who look for
minors online.

It was an undercover operation from the start: {Last} wrote first, and the officer answered.

The investigation began in {month}, when {Last} made contact with the account that an undercover
officer of {taskforce} was keeping.

The operation, in which officers worked undercover for {few} days, was led by {agency}.
""")
_UNDERCOVER_TRAFFICKING = bank("""
The investigation began when an undercover officer of {local}, posing as a customer, answered one
of the messages.

It began with an undercover operation of {agency}, in which an agent arranged a meeting and found
the minor.

An undercover officer who was looking through posts of this kind made an appointment in {month};
that began the investigation.
""")
_ONGOING = bank("""
{Last} came to the attention of agents in the course of an ongoing investigation into {matter}.

The case arose from a wider, continuing investigation by {agency} of {matter}.

While they were investigating another person, agents of {agency} found conversations with {Last},
and so the case began.

The charges are the result of a long-term investigation of {matter} that has already led to {few}
other arrests.

Investigators found {Last}’s name in records obtained for an ongoing investigation in
{other_state}.

The investigation of {Last} began when a search in another case turned up messages to and from
{his} account.

The matter was uncovered by agents already at work on an investigation of {matter}.

{agency_c} has been investigating {matter} since {earlier_year}; this case is part of that ongoing
investigation.

The trail began in another district, where agents who had arrested a man in {month} read his
messages in the course of their investigation and came upon {Last}.
""")
_ONGOING_PLAIN = bank("""
The case is part of an ongoing investigation by {agency} of {matter}.

The charges are the result of a long-term investigation of {matter}.

{Last}’s name came up while agents of {agency} were investigating {matter} elsewhere in the
district.

Agents already at work on an investigation of {matter} came upon the facts of this case.

The matter was uncovered in the course of a continuing investigation by {agency}.
""")
_PLATFORM = bank("""
The investigation began when Facebook itself detected {signs} and reported the account to law
enforcement.

It began with a cyber tip from Facebook, whose staff had found {signs} and notified {agency}.

In {month} Facebook’s safety team came upon {signs}, closed the account and sent a cyber tip to
{taskforce}.

The case began with a report from Facebook: the company’s own checks had come upon {signs}.

Facebook informed the authorities of {signs} on its service, and on that report {taskforce} opened
the case.

Facebook reported {signs} to the National Center for Missing and Exploited Children, which passed
the report on to {taskforce}. So the investigation began.

The investigation was opened on a cyber tip that Facebook had submitted after an automatic check
flagged {signs}.
""")
_NCMEC = bank("""
The investigation began with a CyberTip from the National Center for Missing and Exploited
Children about {signs}.

The National Center for Missing and Exploited Children (NCMEC) received a report of {signs} on its
CyberTipline and passed it to {taskforce}, which began the investigation.

A cyber tip of the National Center for Missing & Exploited Children started the case; it spoke of
{signs}.

In {month} NCMEC referred a CyberTipline report to {taskforce}. The report described {signs}, and
the investigation began with it.

The case began at the National Center for Missing and Exploited Children, whose analysts forwarded
a tip about {signs} to {agency}.
""")

_SPECIAL: dict[tuple[str, str], Bank] = {
    ("public-tip", "grooming"): _PUBLIC_GROOMING,
    ("public-tip", "images"): _PUBLIC_IMAGES,
    ("undercover", "images"): _UNDERCOVER_IMAGES,
    ("undercover", "grooming-undercover"): _UNDERCOVER_GROOMING,
    ("undercover", "trafficking"): _UNDERCOVER_TRAFFICKING,
    ("ongoing", "plain"): _ONGOING_PLAIN,
}
_GENERAL: dict[str, Bank] = {
    "public-tip": _PUBLIC,
    "undercover": _UNDERCOVER,
    "ongoing": _ONGOING,
    "cyber-tip-platform": _PLATFORM,
    "cyber-tip-ncmec": _NCMEC,
}


def origin_bank(origin: str, theme: str) -> Bank:
    """The sentences that tell of this beginning in a case of this kind."""
    return _SPECIAL.get((origin, theme)) or _GENERAL[origin]


COMPLAINANTS = {
    "images": ("a woman who had received one of the files", "an acquaintance of {Last}"),
    "grooming": ("the child’s mother", "the child’s parents", "a school counselor"),
    "trafficking": ("the minor’s grandmother", "a motel clerk", "the minor’s mother"),
    "fraud": ("one of the victims", "a victim’s daughter", "a bank employee", "a retired couple"),
    "threats": ("the person threatened", "a reader of the posts", "a relative", "an employer"),
    "drugs": ("a resident of {county}", "the mother of a buyer", "a landlord"),
    "firearms": ("a member of the public", "a neighbor", "a firearms dealer"),
    "gang": ("a relative of the wounded man", "a resident of {other_town}"),
    "terrorism": ("an acquaintance of {Last}", "a reader of the posts", "a relative"),
    "human-trafficking": ("one of the workers", "a customer", "a pastor", "a relative abroad"),
    "other": ("a member of the public", "a resident of {county}", "a reader of the posts"),
    "plain": ("a member of the public", "a co-worker", "a neighbor", "a relative"),
}
MATTERS = {
    "images": ("the exchange of prohibited images online", "a network of image traders"),
    "grooming": ("adults who seek out minors online", "a series of like cases"),
    "trafficking": ("the trafficking of minors along the interstate", "sex trafficking"),
    "fraud": ("online fraud", "frauds against older people", "money transfers to false names"),
    "threats": ("a series of threats", "threats made online", "the suspects’ circle"),
    "drugs": ("the drug trade in {county}", "a supplier in {other_state}"),
    "firearms": ("unlicensed gun sales", "weapons recovered at crime scenes"),
    "gang": ("violent groups in {county}", "the organization"),
    "terrorism": ("recruitment for terrorist organizations", "support for foreign fighters"),
    "human-trafficking": ("forced labor in the region", "human trafficking"),
    "other": ("like offenses in {state}", "a larger ring"),
    "plain": ("like offenses in {state}", "several similar complaints", "losses of this kind"),
}
SIGNS = {
    "images": (
        "prohibited image files in an account",
        "files of a forbidden kind that had been uploaded from {town}",
        "an exchange of prohibited images",
    ),
    "grooming": (
        "messages from an adult to a minor that gave cause for concern",
        "conversations between an adult in {state} and a child",
        "an adult’s repeated messages to minors",
    ),
    "trafficking": (
        "posts that seemed to offer a minor for commercial sex",
        "messages about a minor in which prices were named",
    ),
}
