"""Turn 160 bits into a code for paper and back.

32 characters of Crockford's base32 (no I, L, O, U) and four check characters, in nine groups of
four. The check is the number modulo 2**20 - 3, a prime: so no single wrong character and no two
swapped neighbours can go unnoticed, which a hash would leave to chance.
"""

import unicodedata

from caregiver_journal.base.errors import MistypedCodeError

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {character: value for value, character in enumerate(_ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_PRIME = 2**20 - 3
_CHECK_BITS = 20
_BYTES = 20
_CHARACTERS = 36
_LONGEST_INPUT = 1024


def write_code(secret: bytes) -> str:
    """Return 20 bytes as ``XXXX-XXXX-…``, nine groups."""
    number = int.from_bytes(secret, "big")
    number = number << _CHECK_BITS | number % _PRIME
    shifts = range(5 * (_CHARACTERS - 1), -1, -5)
    characters = "".join(_ALPHABET[number >> shift & 31] for shift in shifts)
    return "-".join(characters[i : i + 4] for i in range(0, _CHARACTERS, 4))


def read_code(text: str) -> bytes:
    """Return the 20 bytes of a code, however it was typed.

    Case, blanks, dashes and any other punctuation do not matter; O counts as 0, I and L as 1.

    Raises:
        MistypedCodeError: it cannot be a code, or its check characters do not fit.
    """
    plain = unicodedata.normalize("NFKC", text[:_LONGEST_INPUT]).upper()
    values = [_VALUES.get(character, -1) for character in plain if character.isalnum()]
    if len(values) != _CHARACTERS or min(values) < 0:
        raise MistypedCodeError(field="code")
    number = 0
    for value in values:
        number = number << 5 | value
    secret, check = number >> _CHECK_BITS, number & (1 << _CHECK_BITS) - 1
    if secret % _PRIME != check:
        raise MistypedCodeError(field="code")
    return secret.to_bytes(_BYTES, "big")
