"""Turn a journal into plain SQLite without the program; needs only `pip install cryptography`.

journal.db is SQLCipher 4: pages of 4,096 bytes = AES-256-CBC text | IV (16) | HMAC-SHA512 (64) over text, IV and
page number; page 1 begins with the salt in clear (16). HMAC key = PBKDF2-HMAC-SHA512(key, salt xor 0x3a, 2 rounds);
key = HKDF-SHA256(R, KEY_INFO); R = 20 random bytes. Recovery code = R and R mod (2**20 - 3), in Crockford's base32.
journal.keys is JSON: R in slots, AES-256-GCM under Argon2id(NFKC passphrase), vouching for the slot without its "ct" too.
"""

# fmt: off
# ruff: noqa: D103, E401, E501, E701, I001
import argparse, getpass, hashlib, hmac, json, sys, unicodedata
from base64 import b64decode
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
KEY_INFO, BASE32 = b"caregiver-journal/1/sqlcipher-key", "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

def find_roots(folder: Path, typed: str) -> Iterator[bytes]:
    code = typed.upper().translate(str.maketrans("OIL", "011", "- "))
    if len(code) == 36 and set(code) <= set(BASE32):
        yield (sum(BASE32.index(c) << 5 * i for i, c in enumerate(code[::-1])) >> 20).to_bytes(20, "big")
    for path in filter(Path.exists, (folder / "journal.keys", folder / "journal.keys.bak")):
        for slot in filter(lambda slot: "kdf" in slot, (keys := json.loads(path.read_bytes()))["slots"]):  # no keychain
            kdf, ct = slot["kdf"], b64decode(slot["wrap"].pop("ct"))
            identity = json.dumps({"journal": keys["journal"], "slot": slot}, sort_keys=True, separators=(",", ":"))
            argon2id = Argon2id(salt=b64decode(kdf["salt"]), length=32, iterations=kdf["t"], lanes=kdf["p"], memory_cost=kdf["m"])
            kek = argon2id.derive(unicodedata.normalize("NFKC", typed).encode())
            with suppress(InvalidTag): yield AESGCM(kek).decrypt(b64decode(slot["wrap"]["nonce"]), ct, identity.encode())

def decrypt(data: bytes, root: bytes) -> Iterator[bytes]:
    key = hmac.digest(hmac.digest(bytes(32), root, "sha256"), KEY_INFO + b"\1", "sha256")  # HKDF
    mac_key = hashlib.pbkdf2_hmac("sha512", key, bytes(b ^ 0x3A for b in data[:16]), 2, 32)
    for number, start in enumerate(range(0, len(data), 4096), 1):
        page = data[start + 16 * (number == 1) : start + 4096]
        is_whole = hmac.digest(mac_key, page[:-64] + number.to_bytes(4, "little"), "sha512") == page[-64:]
        text = Cipher(algorithms.AES(key), modes.CBC(page[-80:-64])).decryptor().update(page[:-80]) if is_whole else b""
        if number == 1: text = text and b"SQLite format 3\0" + text[:2] + b"\1\1" + text[4:]  # 1, not 2: it has no log
        yield text and text + bytes(80)  # the header says that the last 80 bytes of every page are not used

def main(folder: Path, out: Path, secret_file: Path | None) -> str | None:
    if out.exists() or ((wal := folder / "journal.db-wal").exists() and wal.stat().st_size):
        return f"{out} exists already." if out.exists() else "Not all is in journal.db: open and close the journal once."
    typed = secret_file.read_text("utf-8").strip("\r\n") if secret_file else getpass.getpass("Passphrase or recovery code: ")
    answer = "Neither as a passphrase nor as a recovery code does this open the journal."
    for pages in (list(decrypt((folder / "journal.db").read_bytes(), root)) for root in find_roots(folder, typed)):
        if all(pages):
            out.touch(0o600, exist_ok=False)
            out.write_bytes(b"".join(pages))
            return None
        answer = f"Page {pages.index(b'') + 1} of journal.db is damaged, or of another journal. Nothing was written."
    return answer

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Turn a journal into a plain SQLite file.")
    for name in ("folder", "out", "--secret-file"): parser.add_argument(name, type=Path)
    sys.exit(main(**vars(parser.parse_args())))
