"""The offenses that are charged, with the law's numbers and the usual sentences."""

from dataclasses import dataclass
from functools import cache

# key: name: section: least years: most years (99 is life): months imposed, low to high: agency
_CHARGES = """
distribution: distribution of prohibited images of minors: 18 U.S.C. § 2252(a)(2): 5: 20: 72-180: child
receipt: receipt of prohibited images of minors: 18 U.S.C. § 2252A(a)(2): 5: 20: 60-144: child
possession: possession of prohibited images of minors: 18 U.S.C. § 2252A(a)(5)(B): 0: 10: 24-96: child
advertising: advertising prohibited images of minors: 18 U.S.C. § 2251(d): 15: 30: 180-300: child
production: production of prohibited images of a minor: 18 U.S.C. § 2251(a): 15: 30: 180-336: child
conspiracy: conspiracy to distribute prohibited images of minors: 18 U.S.C. § 2252(b): 5: 20: 72-168: child
enticement: enticement of a minor: 18 U.S.C. § 2422(b): 10: 99: 120-240: child
enticement-images: enticement of a minor and distribution of prohibited images: 18 U.S.C. §§ 2422(b) and 2252(a)(2): 10: 99: 120-240: child
attempt: attempted enticement of a minor: 18 U.S.C. § 2422(b): 10: 99: 120-168: child
transfer: transfer of prohibited material to a minor: 18 U.S.C. § 1470: 0: 10: 18-60: child
attempt-transfer: attempted transfer of prohibited material to a minor: 18 U.S.C. § 1470: 0: 10: 15-48: child
obscene-solicitation: solicitation of a minor by means of interstate commerce: 18 U.S.C. § 2422(b): 10: 99: 120-180: child
transportation: transportation of a minor across state lines: 18 U.S.C. § 2423(a): 10: 99: 120-210: child
travel: interstate travel for an unlawful purpose with a minor: 18 U.S.C. § 2423(b): 0: 30: 57-120: child
attempt-travel: interstate travel for an unlawful purpose with a minor: 18 U.S.C. § 2423(b): 0: 30: 46-96: child
extortion: interstate extortion: 18 U.S.C. § 875(d): 0: 2: 12-24: general
sex-trafficking: sex trafficking of a minor: 18 U.S.C. § 1591(a): 10: 99: 120-262: child
conspiracy-trafficking: conspiracy to engage in sex trafficking of minors: 18 U.S.C. § 1594(c): 0: 99: 97-220: child
transport-trafficking: transportation of a minor for commercial sex: 18 U.S.C. § 2423(a): 10: 99: 120-228: child
wire-fraud: wire fraud: 18 U.S.C. § 1343: 0: 20: 12-78: money
conspiracy-wire-fraud: conspiracy to commit wire fraud: 18 U.S.C. § 1349: 0: 20: 18-71: money
identity-theft: aggravated identity theft: 18 U.S.C. § 1028A: 2: 2: 24-24: money
bank-fraud: bank fraud: 18 U.S.C. § 1344: 0: 30: 12-63: money
securities: securities fraud: 15 U.S.C. § 78j(b): 0: 20: 24-97: money
counterfeit: trafficking in counterfeit goods: 18 U.S.C. § 2320(a): 0: 10: 6-37: border
tax-refund: filing false claims against the United States: 18 U.S.C. § 287: 0: 5: 15-57: tax
threats: transmitting threats in interstate commerce: 18 U.S.C. § 875(c): 0: 5: 8-46: general
mailed-threats: mailing threatening communications: 18 U.S.C. § 876(c): 0: 10: 12-46: general
stalking: cyberstalking: 18 U.S.C. § 2261A(2): 0: 5: 12-57: general
interstate-stalking: cyberstalking: 18 U.S.C. § 2261A(2): 0: 5: 12-57: general
official-threat: threatening a federal official: 18 U.S.C. § 115(a)(1)(B): 0: 10: 10-48: general
hate-threat: obstructing the free exercise of religion by threat: 18 U.S.C. § 247(a)(2): 0: 20: 15-60: general
witness: tampering with a witness: 18 U.S.C. § 1512(b): 0: 20: 18-63: general
drug-distribution: distribution of a controlled substance: 21 U.S.C. § 841(a)(1): 0: 20: 30-151: drugs
drug-conspiracy: conspiracy to distribute a controlled substance: 21 U.S.C. § 846: 10: 99: 120-216: drugs
smuggled-steroids: distribution of anabolic steroids: 21 U.S.C. § 841(a)(1): 0: 10: 12-48: drugs
unlicensed: dealing in firearms without a license: 18 U.S.C. § 922(a)(1)(A): 0: 5: 15-60: guns
felon: possession of a firearm by a convicted felon: 18 U.S.C. § 922(g)(1): 0: 10: 24-92: guns
straw: false statements in the purchase of firearms: 18 U.S.C. § 922(a)(6): 0: 10: 10-46: guns
machinegun: possession of unregistered machine gun parts: 26 U.S.C. § 5861(d): 0: 10: 18-57: guns
rico: racketeering conspiracy: 18 U.S.C. § 1962(d): 0: 20: 84-240: guns
vicar: violent crime in aid of racketeering: 18 U.S.C. § 1959(a): 0: 20: 100-240: guns
material-support: attempting to provide material support to a foreign terrorist organization: 18 U.S.C. § 2339B: 0: 20: 84-240: general
explosives: attempted use of an explosive device: 18 U.S.C. § 844(i): 5: 20: 120-228: general
false-statements: making false statements to federal agents: 18 U.S.C. § 1001(a)(2): 0: 8: 24-92: general
forced-labor: forced labor: 18 U.S.C. § 1589: 0: 20: 37-120: border
adult-trafficking: sex trafficking by force, fraud or coercion: 18 U.S.C. § 1591(a): 15: 99: 180-300: general
wildlife: unlawful sale of wildlife: 16 U.S.C. § 3372(a): 0: 5: 4-24: nature
poaching: unlawful transport of wildlife: 16 U.S.C. § 3372(a): 0: 5: 4-18: nature
archaeology: trafficking in archaeological resources: 16 U.S.C. § 470ee: 0: 5: 6-24: nature
smuggling: transporting aliens for profit: 8 U.S.C. § 1324(a)(1): 0: 10: 12-46: border
obstruction: obstruction of justice: 18 U.S.C. § 1503: 0: 10: 10-41: general
price-fixing: conspiracy to fix prices: 15 U.S.C. § 1: 0: 10: 6-24: general
intrusion: unauthorized access to a protected computer: 18 U.S.C. § 1030(a)(2): 0: 5: 6-24: general
theft-government: theft of government property: 18 U.S.C. § 641: 0: 10: 8-41: general
animal-fighting: conspiracy to operate an animal fighting venture: 7 U.S.C. § 2156: 0: 5: 6-30: nature
contraband: conspiracy to bring contraband into a prison: 18 U.S.C. § 1791(a): 0: 20: 12-41: general
bank-robbery: bank robbery: 18 U.S.C. § 2113(a): 0: 20: 37-120: general
embezzlement: wire fraud: 18 U.S.C. § 1343: 0: 20: 12-51: money
mail-theft: theft of mail by a postal employee: 18 U.S.C. § 1709: 0: 5: 2-18: mail
arson: arson: 18 U.S.C. § 844(i): 5: 20: 60-96: guns
escape: escape from federal custody: 18 U.S.C. § 751(a): 0: 5: 6-24: general
health: health care fraud: 18 U.S.C. § 1347: 0: 10: 18-84: health
civil-rights: deprivation of rights under color of law: 18 U.S.C. § 242: 0: 10: 12-63: general
trade-secrets: theft of trade secrets: 18 U.S.C. § 1832: 0: 10: 8-30: general
carjacking: carjacking: 18 U.S.C. § 2119: 0: 15: 70-144: general
tax: aiding in the preparation of false tax returns: 26 U.S.C. § 7206(2): 0: 3: 10-30: tax
false-claims: theft of government funds: 18 U.S.C. § 641: 0: 10: 6-24: benefits
"""  # noqa: E501

AGENCIES = {
    "child": ("the FBI", "Homeland Security Investigations", "the FBI", "the U.S. Secret Service"),
    "general": ("the FBI",),
    "money": ("the FBI", "the U.S. Postal Inspection Service", "the U.S. Secret Service"),
    "border": ("Homeland Security Investigations",),
    "tax": ("IRS Criminal Investigation",),
    "drugs": ("the Drug Enforcement Administration", "the FBI"),
    "guns": ("the Bureau of Alcohol, Tobacco, Firearms and Explosives",),
    "nature": ("the U.S. Fish and Wildlife Service",),
    "mail": ("the Office of Inspector General of the U.S. Postal Service",),
    "health": ("the Office of Inspector General of the Department of Health and Human Services",),
    "benefits": ("the Office of Inspector General of the Social Security Administration",),
}


@dataclass(frozen=True, slots=True)
class Charge:
    """An offense under federal law."""

    name: str
    statute: str
    least: int
    """Mandatory minimum in years, or 0."""
    most: int
    """Maximum in years; 99 is life."""
    low: int
    high: int
    """Months usually imposed."""
    agencies: tuple[str, ...]
    """Who may have investigated it."""

    @property
    def maximum(self) -> str:
        """The most a court may impose, in words that follow "up to"."""
        return "life" if self.most == 99 else f"{self.most} years"


@cache
def charges() -> dict[str, Charge]:
    """Every charge by its key."""
    found = {}
    for line in _CHARGES.strip().splitlines():
        key, name, statute, least, most, months, agency = line.split(": ")
        low, high = months.split("-")
        found[key] = Charge(
            name, statute, int(least), int(most), int(low), int(high), AGENCIES[agency]
        )
    return found
