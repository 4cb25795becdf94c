"""Secrets are derived as documented, and a slot opens for its passphrase and nothing else."""

import dataclasses
import hmac
import unicodedata

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import given
from hypothesis import strategies as st
from support.vaults import CHEAP, PASSPHRASE, quick

from caregiver_journal.base.errors import (
    InvalidValueError,
    MistypedCodeError,
    NotEnoughMemoryError,
    WrongPassphraseError,
)
from caregiver_journal.vault import keys
from caregiver_journal.vault.keys import (
    MODEST,
    STRONG,
    Cost,
    RootSecret,
    Slot,
    new_root,
    read_recovery_code,
    unwrap_root,
    wrap_root,
)

ROOT = RootSecret(bytes(range(20)))
JOURNAL = bytes(range(100, 116))


@pytest.fixture(scope="module")
def slot() -> Slot:
    return wrap_root(ROOT, PASSPHRASE, JOURNAL, CHEAP)


def test_the_database_key_of_a_known_secret_never_changes() -> None:
    expected = "3d74d4b7efe7a0782dd86c8c27b59a2fa125a5e39b87c63d77da2d10dab0ba05"
    assert ROOT.database_key().hex() == expected
    extracted = hmac.digest(bytes(32), ROOT.secret, "sha256")
    expanded = hmac.digest(extracted, b"caregiver-journal/1/sqlcipher-key\1", "sha256")
    assert expanded.hex() == expected


def test_two_new_secrets_differ() -> None:
    assert new_root() != new_root()
    assert len(new_root().secret) == 20


def test_the_mark_tells_secrets_apart_and_is_not_the_key() -> None:
    assert ROOT.mark() != new_root().mark()
    assert ROOT.mark() not in ROOT.database_key()


@pytest.mark.parametrize("length", [0, 19, 21, 32])
def test_a_secret_has_20_bytes(length: int) -> None:
    with pytest.raises(ValueError, match="20 bytes"):
        RootSecret(bytes(length))


def test_the_recovery_code_is_the_secret() -> None:
    assert read_recovery_code(ROOT.recovery_code()) == ROOT
    with pytest.raises(MistypedCodeError):
        read_recovery_code(ROOT.recovery_code()[:-1] + "5")


def test_a_secret_shows_nothing_of_itself() -> None:
    for text in (repr(ROOT), str(ROOT), f"{ROOT}", repr([ROOT])):
        assert ROOT.secret.hex() not in text
        assert repr(ROOT.secret) not in text
        assert ROOT.recovery_code() not in text


def test_a_passphrase_opens_its_slot(slot: Slot) -> None:
    assert unwrap_root(slot, PASSPHRASE, JOURNAL) == ROOT


@pytest.mark.parametrize("typed", ["", " ", PASSPHRASE.upper(), PASSPHRASE + " ", "x" * 1_025])
def test_another_passphrase_does_not(slot: Slot, typed: str) -> None:
    with pytest.raises(WrongPassphraseError) as caught:
        unwrap_root(slot, typed, JOURNAL)
    assert caught.value.field == "passphrase"


def test_the_longest_passphrase_is_1_024_characters() -> None:
    longest = "é" * 1_024
    assert unwrap_root(wrap_root(ROOT, longest, JOURNAL, CHEAP), longest, JOURNAL) == ROOT


@pytest.mark.parametrize(("typed", "word"), [("", "needed"), ("x" * 1_025, "1024")])
def test_a_passphrase_that_cannot_be_used_is_refused(typed: str, word: str) -> None:
    with pytest.raises(InvalidValueError, match=word) as caught:
        wrap_root(ROOT, typed, JOURNAL, CHEAP)
    assert caught.value.field == "passphrase"


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_it_does_not_matter_how_the_keyboard_composes_letters(form: str) -> None:
    slot = wrap_root(ROOT, "Zoë ﬁnds Åse", JOURNAL, CHEAP)
    assert unwrap_root(slot, unicodedata.normalize(form, "Zoë ﬁnds Åse"), JOURNAL) == ROOT  # type: ignore[arg-type]


def test_a_lone_surrogate_is_a_character_like_any_other() -> None:
    slot = wrap_root(ROOT, "broken \ud800 input", JOURNAL, CHEAP)
    assert unwrap_root(slot, "broken \ud800 input", JOURNAL) == ROOT


def test_a_slot_of_another_journal_does_not_open(slot: Slot) -> None:
    with pytest.raises(WrongPassphraseError):
        unwrap_root(slot, PASSPHRASE, bytes(16))


@pytest.mark.parametrize(
    "change",
    [
        {"id": "p-00000000"},
        {"created": "2020-01-01"},
        {"mark": bytes(8)},
        {"cost": Cost(19_457, 1, 1)},
        {"cost": Cost(19_456, 2, 1)},
        {"salt": bytes(16)},
        {"nonce": bytes(12)},
        {"sealed": bytes(36)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_slot_that_was_altered_anywhere_does_not_open(
    slot: Slot, change: dict[str, object]
) -> None:
    with pytest.raises(WrongPassphraseError):
        unwrap_root(dataclasses.replace(slot, **change), PASSPHRASE, JOURNAL)  # type: ignore[arg-type]


def test_two_slots_of_one_passphrase_share_nothing(slot: Slot) -> None:
    other = wrap_root(ROOT, PASSPHRASE, JOURNAL, CHEAP)
    assert {other.id, other.salt, other.nonce, other.sealed}.isdisjoint(
        {slot.id, slot.salt, slot.nonce, slot.sealed}
    )


@quick
@given(
    st.one_of(
        st.tuples(st.integers(-1, 19_455), st.integers(1, 20), st.integers(1, 16)),
        st.tuples(st.integers(min_value=2_097_153), st.integers(1, 20), st.integers(1, 16)),
        st.tuples(st.just(19_456), st.integers(max_value=0), st.integers(1, 16)),
        st.tuples(st.just(19_456), st.integers(min_value=21), st.integers(1, 16)),
        st.tuples(st.just(19_456), st.just(1), st.integers(max_value=0)),
        st.tuples(st.just(19_456), st.just(1), st.integers(min_value=17)),
    )
)
def test_no_cost_outside_its_bounds_can_exist(numbers: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="bounds"):
        Cost(*numbers)


def test_costs_are_compared_by_memory_and_then_by_passes() -> None:
    assert CHEAP.is_weaker_than(MODEST)
    assert MODEST.is_weaker_than(STRONG)
    assert Cost(65_536, 3, 4).is_weaker_than(MODEST)
    assert not STRONG.is_weaker_than(MODEST)
    assert not STRONG.is_weaker_than(STRONG)


def test_the_strong_cost_is_the_promised_one() -> None:
    assert (STRONG.memory_kib, STRONG.passes, STRONG.lanes) == (256 * 1024, 3, 4)
    assert (MODEST.memory_kib, MODEST.passes, MODEST.lanes) == (64 * 1024, 4, 4)


def _with_at_most(memory_kib: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a computer have so little memory."""

    def derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
        if cost.memory_kib > memory_kib:
            raise MemoryError
        return (passphrase.encode() + salt).ljust(32)[:32]

    monkeypatch.setattr(keys, "_derive", derive)


def test_on_too_little_memory_a_slot_is_made_at_the_modest_cost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _with_at_most(65_536, monkeypatch)
    slot = wrap_root(ROOT, PASSPHRASE, JOURNAL)
    assert slot.cost == MODEST
    assert unwrap_root(slot, PASSPHRASE, JOURNAL) == ROOT


def test_on_even_less_memory_the_person_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    _with_at_most(65_536, monkeypatch)
    strong = dataclasses.replace(wrap_root(ROOT, PASSPHRASE, JOURNAL), cost=STRONG)
    with pytest.raises(NotEnoughMemoryError):
        unwrap_root(strong, PASSPHRASE, JOURNAL)
    _with_at_most(1_000, monkeypatch)
    with pytest.raises(NotEnoughMemoryError):
        wrap_root(ROOT, PASSPHRASE, JOURNAL)


def test_the_slot_is_what_the_documented_format_says(slot: Slot) -> None:
    kek = Argon2id(salt=slot.salt, length=32, iterations=1, lanes=1, memory_cost=19_456).derive(
        unicodedata.normalize("NFKC", PASSPHRASE).encode()
    )
    assert AESGCM(kek).decrypt(slot.nonce, slot.sealed, slot.identity(JOURNAL)) == ROOT.secret
    assert b'"ct"' not in slot.identity(JOURNAL)
