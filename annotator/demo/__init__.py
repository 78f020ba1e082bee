"""A practice study: invented releases with the shape and the numbers of the published study.

It names real offices and places but no real person, and says at the end of every text that it is
invented. The same seed gives the same study on every machine.
"""

from annotator.demo.records import DemoExample, DemoRelease
from annotator.demo.sitting import LEAVE_UNCODED
from annotator.demo.study import practice_releases

__all__ = ["LEAVE_UNCODED", "DemoExample", "DemoRelease", "practice_releases"]
