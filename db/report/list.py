"""The releases behind a number, as a list a screenful at a time."""

import json
from collections.abc import Sequence

from db.filters import Filter
from db.listing import Listing
from db.study import Study


class ReleasesListed(Listing):
    """Those of some releases that pass a filter, by date."""

    def __init__(self, study: Study, reading_id: int, chosen: Filter, ids: Sequence[int]) -> None:
        super().__init__(study, reading_id, chosen)
        self._where += " and release_id in (select value from json_each(:ids))"
        self._parameters["ids"] = json.dumps(list(ids))
