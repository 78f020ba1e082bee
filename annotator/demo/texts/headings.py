"""Titles of the releases on cases, by stage."""

from annotator.demo.grammar import bank

HEADINGS = {
    "charged": bank("""
{Subject} Charged With {Crime}

{Subject} Arrested for {Crime}

{County} {Person} Charged in Federal Court With {Crime}

Federal Complaint Charges {Subject} With {Crime}

{Subject} {Faces} Federal Charge of {Crime}

{Name_h} Charged: {Crime}
"""),
    "indicted": bank("""
{Subject} Indicted for {Crime}

Grand Jury Indicts {Subject} for {Crime}

{County} {Person} Indicted on Charge of {Crime}

Federal Grand Jury Returns Indictment for {Crime}

{Subject} Named in Federal Indictment for {Crime}

Indictment Charges {Subject} With {Crime}
"""),
    "pleaded": bank("""
{Subject} {Pleads} Guilty to {Crime}

{Subject} {Admits} {Crime}

Guilty Plea in {Crime} Case

{Subject} {Pleads} Guilty in Federal Court to {Crime}

{County} {Person} {Pleads} Guilty to {Crime}

{Crime}: {Subject} {Pleads} Guilty
"""),
    "convicted": bank("""
Federal Jury Convicts {Subject} of {Crime}

{Subject} Convicted of {Crime}

{Subject} Found Guilty at Trial of {Crime}

Jury Finds {Name_h} Guilty of {Crime}
"""),
    "sentenced": bank("""
{Subject} Sentenced to {Term} for {Crime}

{Subject} Sentenced to {Term} in Prison for {Crime}

{Subject} {Gets} {Term} for {Crime}

{County} {Person} Sentenced for {Crime}

{Subject} Sentenced in {Crime} Case

{Term} in Prison for {Crime}

{Subject} Going to Federal Prison for {Crime}
"""),
}
