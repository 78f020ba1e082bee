"""Texts of JSON rid of half characters, which no file can hold."""


def wholesome(value: object) -> object:
    """`value` with every surrogate that has lost its other half replaced by a question mark."""
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, list):
        return [wholesome(item) for item in value]
    if isinstance(value, dict):
        return {str(wholesome(key)): wholesome(item) for key, item in value.items()}
    return value
