"""What can go wrong, in sentences a person can act on."""


class AnnotatorError(Exception):
    """A failure whose text is fit to be shown: what, where and what to do."""


class StudyError(AnnotatorError):
    """The study file cannot be opened, made or written."""


class CodebookError(AnnotatorError):
    """A codebook is not usable; the text lists every fault, one a line."""


class ImportFailed(AnnotatorError):
    """A file cannot be read at all (single records that cannot are rejects)."""


class CodingError(AnnotatorError):
    """A decision that the codebook or the state of the case does not allow."""


class LoadFailed(AnnotatorError):
    """A table of codes was refused as a whole; the text lists every fault, one a line."""
