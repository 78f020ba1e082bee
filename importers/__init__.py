"""Files and pages in, release records out. Stores nothing.

`read` is the whole of it for files: it recognises what it is given by its content. Importing this
package is cheap; html2text, ftfy, selectolax and dateutil are loaded when a record needs them.
"""

from importers.folders import paths, total_bytes
from importers.options import Options
from importers.reader import read, read_all

__all__ = ["Options", "paths", "read", "read_all", "total_bytes"]
