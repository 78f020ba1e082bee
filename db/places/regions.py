"""The states, the capital's district and the territories, under all their names."""

import re

_TABLE = """
AL Alabama Ala.
AK Alaska
AS American_Samoa
AZ Arizona Ariz.
AR Arkansas Ark.
CA California Calif. Cal.
CO Colorado Colo.
CT Connecticut Conn.
DE Delaware Del.
DC District_of_Columbia D.C. Washington,_D.C.
FL Florida Fla.
GA Georgia Ga.
GU Guam
HI Hawaii Hawai'i
ID Idaho
IL Illinois Ill.
IN Indiana Ind.
IA Iowa
KS Kansas Kan. Kans.
KY Kentucky Ky.
LA Louisiana La.
ME Maine
MD Maryland Md.
MA Massachusetts Mass.
MI Michigan Mich.
MN Minnesota Minn.
MS Mississippi Miss.
MO Missouri Mo.
MT Montana Mont.
NE Nebraska Neb. Nebr.
NV Nevada Nev.
NH New_Hampshire N.H.
NJ New_Jersey N.J.
NM New_Mexico N.M. N.Mex.
NY New_York N.Y.
NC North_Carolina N.C.
ND North_Dakota N.D. N.Dak.
MP Northern_Mariana_Islands Northern_Marianas CNMI C.N.M.I. N.M.I.
OH Ohio
OK Oklahoma Okla.
OR Oregon Ore.
PA Pennsylvania Pa. Penn. Penna.
PR Puerto_Rico P.R.
RI Rhode_Island R.I.
SC South_Carolina S.C.
SD South_Dakota S.D. S.Dak.
TN Tennessee Tenn.
TX Texas Tex.
UT Utah
VT Vermont Vt.
VA Virginia Va.
VI Virgin_Islands U.S._Virgin_Islands USVI V.I. U.S.V.I.
WA Washington Wash.
WV West_Virginia W.Va. W._Va.
WI Wisconsin Wis. Wisc.
WY Wyoming Wyo.
"""
_NAMES = {
    line.split()[0]: [name.replace("_", " ") for name in line.split()[1:]]
    for line in _TABLE.strip().splitlines()
}
REGIONS = {postal: names[0] for postal, names in _NAMES.items()}
"""Postal abbreviation → name, of everything a case can lie in."""


def _key(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


_BY_NAME = {_key(name): postal for postal, names in _NAMES.items() for name in (postal, *names)}


def region(name: str) -> str | None:
    """The postal abbreviation behind a name: "Ky.", "KY", "Kentucky", "kentucky"."""
    return _BY_NAME.get(_key(name))


def _spelled(name: str) -> str:
    """A pattern for one name; blanks and full stops may be missing, capitals be all."""
    if "." in name:
        return re.escape(name).replace(r"\ ", r"\s?").replace(r"\.", r"\.\s?")[:-3] + "?"
    either = name if name.isupper() else f"(?:{name}|{name.upper()})"
    return either.replace(" ", r"\s")


_LONGEST_FIRST = sorted(
    {name for postal, names in _NAMES.items() for name in (postal, *names)}, key=len, reverse=True
)
PATTERN = f"(?:{'|'.join(map(_spelled, _LONGEST_FIRST))})(?![A-Za-z])"
"""A pattern for any of the names, as text has them."""
