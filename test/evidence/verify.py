#!/usr/bin/env python3
"""Checks a pack by docs/evidence-log.md alone: every step but the last, with Python's library only.

    verify.py pack.zip [--receipt FILE] [--policy FILE]
    verify.py --all packs.tar.gz packs.json    one line of JSON for each pack that is listed
"""
import base64, hashlib, hmac, json, re, sys, tarfile, zlib
from struct import unpack_from

class Fault(Exception): pass  # of which step, why, and of which record
def must(holds, step, why, record=None):
    if not holds:
        raise Fault(step, why, record)
def attempt(step, why, record, read, *given):
    try:
        return read(*given)
    except Exception as cause:
        raise Fault(step, why, record) from cause
def check(holds):
    if not holds:
        raise ValueError("it is not in its form")

# Step 0: the zip
NAME = re.compile(r"(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._@-]*(/[A-Za-z0-9][A-Za-z0-9._@-]*){0,8}")
def header(data, at, name_at, end):
    version, flags, method, date, crc, packed, size, length, extra = unpack_from("<HHHIIIIHH", data, at)
    check((version, flags, method, date, extra, packed) == (20, 0, 0, 0x00210000, 0, size))
    check(length <= 200 and name_at + length <= end)
    name = data[name_at:name_at + length].decode("ascii")
    check(NAME.fullmatch(name))
    return name, size, crc
def read_zip(data):
    end, files, at, expected = len(data) - 22, {}, 0, 0
    check(0 <= end <= 2**28 - 22)
    signature, disks, here, count, size, start, comment = unpack_from("<IIHHIIH", data, end)
    check((signature, disks, comment) == (0x06054B50, 0, 0) and here == count <= 50_000 and start + size == end)
    at = start
    for _ in range(count):
        check(at + 46 <= end and unpack_from("<IH", data, at) == (0x02014B50, 20))
        name, size, crc = header(data, at + 6, at + 46, end)
        check(data[at + 32:at + 42] == bytes(10) and name not in files)
        offset, = unpack_from("<I", data, at + 42)
        check(offset == expected and offset + 30 <= start and unpack_from("<I", data, offset) == (0x04034B50,))
        check(header(data, offset + 4, offset + 30, start) == (name, size, crc))
        begin = offset + 30 + len(name)
        expected = begin + size
        check(expected <= start and zlib.crc32(data[begin:expected]) == crc)
        files[name] = data[begin:expected]
        at += 46 + len(name)
    check(expected == start and at == end)
    return files

# Canonical JSON (RFC 8785, with integers only), and the forms of what is written in it
def members(pairs):
    check(len(dict(pairs)) == len(pairs))
    return dict(pairs)
def canonical(value, depth=0):
    if value is None or isinstance(value, (bool, str)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int):
        check(abs(value) < 2**53)
        return str(value)
    check(isinstance(value, (list, dict)) and depth < 64)
    if isinstance(value, list):
        return "[" + ",".join(canonical(one, depth + 1) for one in value) + "]"
    names = sorted(value, key=lambda name: name.encode("utf-16-be"))
    return "{" + ",".join(canonical(name) + ":" + canonical(value[name], depth + 1) for name in names) + "}"
def fits(form, value):
    """A form is a pattern, a type, a test, a list of one form, or members of which `name?` may be missing."""
    if isinstance(form, str):
        return isinstance(value, str) and re.fullmatch(form, value, re.S) is not None
    if isinstance(form, list):
        return isinstance(value, list) and all(fits(form[0], one) for one in value)
    if isinstance(form, dict):
        known = {name.rstrip("?"): part for name, part in form.items()}
        return (isinstance(value, dict) and {name for name in form if name[-1] != "?"} <= set(value) <= set(known)
                and all(fits(known[name], one) for name, one in value.items()))
    return isinstance(value, form) and type(value) is not bool if isinstance(form, type) else form(value)
def read_as(form, data):
    value = json.loads(data.decode("utf-8"), object_pairs_hook=members)
    check(canonical(value).encode("utf-8") == data and fits(form, value))
    return value
HASH, TEXT, SHORT, MODE, STREAM = "[0-9a-f]{64}", ".+", ".{1,200}", "demo|pilot|production", "open|restricted"
DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
MOMENT = DAY + r"T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z"
NATURAL = lambda value: fits(int, value) and value >= 0
HEAD, AFTER = {"seq": NATURAL, "leaf": HASH}, {"state": TEXT, "stage": TEXT, "asks": [TEXT]}
MANIFEST = {"schema": "candour/manifest@1", "files": [{"path": SHORT, "sha256": HASH, "size": NATURAL}]}
CLAIM = {"schema": "candour/pack@1", "log": SHORT, "origin": SHORT, "consultation": SHORT, "stream": STREAM,
         "mode": MODE, "records": lambda n: NATURAL(n) and 0 < n < 10**6, "head": HEAD,
         "after": {"state": SHORT, "stage": SHORT, "asks": [SHORT]}}
LEAF = {"schema": "candour/leaf@1", "log": TEXT, "recordId": TEXT, "commit": HASH}
RECORD = {"schema": "candour/record@1", "log": TEXT, "recordId": TEXT, "consultation": TEXT, "stream": STREAM,
          "seq": NATURAL, "prev": HASH, "head?": HEAD, "alone?": lambda value: value is True, "pad?": "0*",
          "mode": MODE, "recordedAt": MOMENT, "recordedOn": DAY, "clockOffset": int,
          "command": {"at": MOMENT, "by": dict, "where": dict, "act": dict}, "transitions": [dict],
          "opened": [TEXT], "closed": [dict], "facts": dict, "retracted": [TEXT], "gates": [dict],
          "shown": [{"id": TEXT, "version": int, "locale": TEXT, "digest": HASH, "text": ".*", "choices": [dict]}],
          "digests": {"content": HASH, "machines": HASH, "journey": TEXT, "pathways": [TEXT], "engine": TEXT},
          "after": AFTER}
INDEX = [lambda entry: isinstance(entry, list) and len(entry) == 2 and fits(TEXT, entry[0]) and fits(HASH, entry[1])]

# Step 1: the list of files
ONCE = ["pack.json", "clinic.json", "checkpoint", "policy", "record.html", "record.pdf"]
MANY = re.compile(r"bundles/[0-9a-f]{64}\.json|files/[0-9a-f]{64}|rules/[a-z0-9@-]+\.json"
                  r"|statecharts/[a-z0-9@-]+\.(svg|md)")
own_paths = lambda n: [f"records/{n:06}.{kind}" for kind in ("json", "nonce", "leaf")] + [f"proofs/{n:06}.tlog-proof"]
record_in = lambda path: int(path.split("/")[1][:6]) if re.match(r"(records|proofs)/[0-9]{6}\.", path) else None
def check_manifest(files):
    why, before = "a list cannot be read", b""
    listed = attempt("manifest", why, None, lambda: read_as(MANIFEST, files["MANIFEST.json"]))["files"]
    for path, digest, size in (one.values() for one in listed):
        n, order = record_in(path), path.encode("utf-16-be")
        must(before < order, "manifest", "a file is not in its place in the list")
        must(path != "MANIFEST.json" and path in files, "manifest", f"{path} is not there", n)
        must(len(files[path]) == size, "manifest", f"{path} has another length", n)
        must(hashlib.sha256(files[path]).hexdigest() == digest, "manifest", f"{path} was changed", n)
        before = order
    known = {"MANIFEST.json", *(one["path"] for one in listed)}
    for path in files:
        must(path in known, "manifest", f"{path} is not listed", record_in(path))
    must(set(ONCE) <= set(files), "manifest", "a file is missing that every pack has")
    claim = attempt("manifest", why, None, read_as, CLAIM, files["pack.json"])
    wanted = {path: n for n in range(claim["records"]) for path in own_paths(n)}
    for path, n in wanted.items():
        must(path in files, "manifest", f"{path} is missing", n)
    for path in (path for path in files if path not in {"MANIFEST.json", *ONCE, *wanted}):
        must(MANY.fullmatch(path), "manifest", f"{path} is no file of a pack", record_in(path))
    return claim

# Signed notes, proofs and policies, as c2sp.org has them
sha256 = lambda *parts: hashlib.sha256(b"".join(parts)).digest()
def unbase64(text, length=None):
    data = base64.b64decode(text, validate=True)
    check(base64.b64encode(data).decode() == text and length in (None, len(data)))
    return data
def name_in(text):
    check(re.fullmatch(r"[^\s+\x00-\x1f\x7f-\x9f]{1,200}", text))
    return text
def read_checkpoint(text):
    end = text.rfind("\n\n") + 1
    origin, size, root, empty = text[:end].split("\n")
    check(empty == "" and re.fullmatch("0|[1-9][0-9]{0,12}", size) and int(size) <= 2**40)
    *lines, last = text[end + 1:].split("\n")
    check(last == "" and 1 <= len(lines) <= 100)
    parts = [re.fullmatch("— ([^ ]+) ([^ ]+)", line).groups() for line in lines]
    signatures = [(name_in(name), unbase64(body)) for name, body in parts]
    check(all(len(body) >= 5 for _, body in signatures))
    return {"text": text[:end].encode(), "origin": name_in(origin), "size": int(size), "root": unbase64(root, 32),
            "signatures": signatures}
def read_key(text, kind):
    name, key_id, body = re.fullmatch(r"([^+]+)\+([0-9a-f]{8})\+(.+)", text).groups()
    data = unbase64(body, 33)
    check(sha256(name_in(name).encode() + b"\n", data)[:4].hex() == key_id and data[0] == kind)
    return name, bytes.fromhex(key_id), data[1:], kind
def signed_by(checkpoint, key):
    name, key_id, public, kind = key
    own = [body[4:] for who, body in checkpoint["signatures"] if who == name and body[:4] == key_id]
    return own != [] and all(holds(checkpoint["text"], body, public, kind) for body in own)
def holds(text, body, public, kind):
    if kind == 4:
        time = int.from_bytes(body[:8], "big")
        if len(body) != 72 or time >= 2**63:
            return False
        text, body = f"cosignature/v1\ntime {time}\n".encode() + text, body[8:]
    return len(body) == 64 and ed25519(public, text, body)
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
def point(data):
    y = int.from_bytes(data, "little") & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if x * x % P == square else x * pow(2, (P - 1) // 4, P) % P
    check(y < P and x * x % P == square and (x or data[31] < 128))
    x = x if x & 1 == data[31] >> 7 else P - x
    return x, y, 1, x * y % P
def plus(one, other):
    a, b = (one[1] - one[0]) * (other[1] - other[0]) % P, (one[1] + one[0]) * (other[1] + other[0]) % P
    c, d = 2 * one[3] * other[3] * D % P, 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P
def times(factor, one):
    if factor == 0:
        return 0, 1, 1, 0
    half = times(factor // 2, plus(one, one))
    return plus(half, one) if factor % 2 else half
def ed25519(public, text, signature):
    try:
        key, commitment, s = point(public), point(signature[:32]), int.from_bytes(signature[32:], "little")
        base = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
    except ValueError:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + text).digest(), "little") % L
    one, other = times(s, base), plus(commitment, times(h, key))
    return s < L and all((one[n] * other[2] - other[n] * one[2]) % P == 0 for n in (0, 1))
def read_proof(text):
    head, gap, checkpoint = text.partition("\n\n")
    first, *lines = head.split("\n")
    lines = lines[1:] if lines[:1] and lines[0].startswith("extra ") else lines
    check(gap and first == "c2sp.org/tlog-proof@v1" and re.fullmatch("index (0|[1-9][0-9]{0,12})", lines[0]))
    check(len(lines) <= 65)
    return int(lines[0][6:]), [unbase64(line, 32) for line in lines[1:]], checkpoint
def climb(leaf, index, size, hashes):
    """The root above a leaf, with every subtree on or beside the way; no root where the way does not fit."""
    begin, end, spans, nodes = 0, size, [], {}
    while index < size and end - begin > 1:
        middle = begin + (1 << (end - begin - 1).bit_length() - 1)
        spans.append((begin, middle, end))
        begin, end = (middle, end) if index >= middle else (begin, middle)
    if index >= size or len(spans) != len(hashes):
        return None, {}
    for (begin, middle, end), other in zip(reversed(spans), hashes):
        left = index >= middle
        nodes[(begin, middle) if left else (middle, end)] = other
        leaf = sha256(b"\1", other, leaf) if left else sha256(b"\1", leaf, other)
        nodes[(begin, end)] = leaf
    return leaf, {span: node for span, node in nodes.items() if (span[1] - span[0]).bit_count() == 1}
def read_policy(text):
    check(not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", text))
    logs, witnesses, named, grouped, quorum = [], [], {"none": None}, set(), []
    for line in text.split("\n"):
        word, *rest = [part for part in re.split("[ \t]+", line) if part] or ["#"]
        if word == "log" and len(rest) in (1, 2):
            logs.append(read_key(rest[0], 1))
        elif word == "witness" and len(rest) in (2, 3) and rest[0] not in named:
            witnesses.append(read_key(rest[1], 4))
            named[rest[0]] = (1, [witnesses[-1]])
        elif word == "group" and len(rest) > 2 and rest[0] not in named:
            name, least, *parts = rest
            check(len(set(parts)) == len(parts) and not grouped & set(parts) and "none" not in parts)
            check(least in ("any", "all") or re.fullmatch("[1-9][0-9]{0,2}", least))
            needed = 1 if least == "any" else len(parts) if least == "all" else int(least)
            check(needed <= len(parts))
            grouped.update(parts)
            named[name] = (needed, [named[part] for part in parts])
        elif not word.startswith("#"):
            check(word == "quorum" and len(rest) == 1 and not quorum)
            quorum.append(named[rest[0]])
    check(all(len({key[2] for key in keys}) == len(keys) for keys in (logs, witnesses)) and logs and quorum)
    return logs, quorum[0]
def enough(quorum, checkpoint):
    if quorum is None or len(quorum) == 4:
        return quorum is None or signed_by(checkpoint, quorum)
    return sum(enough(part, checkpoint) for part in quorum[1]) >= quorum[0]

# Steps 2, 3 and 4 for one record
def read_record(files, n, note, checkpoint):
    data, nonce, leaf_data, proof_data = (files[path] for path in own_paths(n))
    record = attempt("form", "its content is not in its form", n, read_as, RECORD, data)
    leaf = attempt("form", "its leaf is not in its form", n, read_as, LEAF, leaf_data)
    must(re.fullmatch(rb"[0-9a-f]{64}", nonce), "form", "its nonce cannot be read", n)
    commit = hmac.new(bytes.fromhex(nonce.decode()), b"candour/record/v1\0" + data, "sha256").hexdigest()
    must(commit == leaf["commit"], "commitment", "its content is not what its leaf commits to", n)
    same = leaf["recordId"] == record["recordId"] and leaf["log"] == record["log"]
    must(same, "inclusion", "its leaf is of another record or another log", n)
    proof = attempt("inclusion", "its proof cannot be read", n, lambda: read_proof(proof_data.decode("utf-8")))
    must(proof[2] == note, "inclusion", "its proof is for another checkpoint", n)
    hashed = sha256(b"\0", leaf_data)
    root, nodes = climb(hashed, proof[0], checkpoint["size"], proof[1])
    root = hashed if checkpoint["size"] == 1 and proof[:2] == (0, []) else root
    must(root == checkpoint["root"], "inclusion", "its leaf is not in the log", n)
    return {"record": record, "leaf": hashed, "index": proof[0], "nodes": nodes}

# Step 7: an earlier proof
def check_receipt(data, records, now, logs):
    why = "the receipt cannot be read"
    index, hashes, note = attempt("receipt", why, None, lambda: read_proof(data.decode("utf-8")))
    then = attempt("receipt", why, None, read_checkpoint, note)
    must(then["origin"] == now["origin"], "receipt", "the receipt is of another log")
    signed = any(key[0] == then["origin"] and signed_by(then, key) for key in logs)
    must(signed, "receipt", "the receipt was not signed by this log")
    n = next((n for n, one in enumerate(records) if one["index"] == index), None)
    must(n is not None, "receipt", "the receipt is of none of these records")
    root, nodes = climb(records[n]["leaf"], index, then["size"], hashes)
    must(root == then["root"], "receipt", "it is not the record that the receipt was given for", n)
    other = records[n]["nodes"]
    must(all(other.get(span, node) == node for span, node in nodes.items()), "receipt", "the log was another one", n)
    must(then["size"] != now["size"] or then["root"] == now["root"], "receipt", "the log had another content", n)

# Step 8: the chain
def check_chain(records, claim):
    before = None
    for n, one in enumerate(records):
        record, was = one["record"], before and before["record"]
        is_open = record["stream"] == "open"
        must(record["seq"] == n, "chain", f"it was written as record {record['seq']}", n)
        for name in ("consultation", "stream", "log", "mode"):
            must(record[name] == claim[name], "chain", f"it is of another {name}", n)
        must(not (is_open and {"head", "alone", "pad"} & set(record)), "chain", "it cites the restricted stream", n)
        must(is_open or "head" in record, "chain", "it cites no open record", n)
        must(record["prev"] == (before["leaf"].hex() if before else "0" * 64), "chain", "it follows another", n)
        if before:
            must(record["recordedAt"] >= was["recordedAt"], "chain", "recorded before the one before it", n)
            must(record["command"]["at"] >= was["command"]["at"], "chain", "done before the one before it", n)
            must(is_open or record["head"]["seq"] >= was["head"]["seq"], "chain", "it cites an older record", n)
            must(one["index"] > before["index"], "chain", "it was logged before the one before it", n)
        before = one
    head = {"seq": len(records) - 1, "leaf": before["leaf"].hex()}
    must(claim["head"] == head, "chain", "it is not the head that the pack claims", head["seq"])
    must(claim["after"] == before["record"]["after"], "chain", "it does not end where the pack claims", head["seq"])

# Step 9: whatever is cited
def check_content(files, records):
    for path, data in files.items():
        must(not path.startswith("files/") or path[6:] == hashlib.sha256(data).hexdigest(), "content", f"{path} is another")
    for n, record in enumerate(one["record"] for one in records):
        for digest in (record["digests"]["machines"], record["digests"]["content"]):
            data = files.get(f"bundles/{digest}.json", b"")
            must(hashlib.sha256(data).hexdigest() == digest, "content", f"{digest} is not here", n)
            listed = attempt("content", "what it cites is no list of files", n, read_as, INDEX, data)
            must(all(f"files/{own}" in files for _, own in listed), "content", "a file that it cites is not here", n)
        words = dict(listed)
        for shown in (one for one in record["shown"] if not one["id"].startswith("written-information/")):
            paths = [f"{shown['locale']}/{shown['id']}{end}" for end in (".md", ".hbs")]
            must(shown["digest"] in map(words.get, paths), "content", f"other words of {shown['id']}", n)

def verify(data, receipt=None, policy=None):
    files = attempt("container", "it is no zip of the form that a pack has", None, read_zip, data)
    claim = check_manifest(files)
    note = attempt("inclusion", "the checkpoint cannot be read", None, files["checkpoint"].decode, "utf-8")
    checkpoint = attempt("inclusion", "the checkpoint cannot be read", None, read_checkpoint, note)
    records = [read_record(files, n, note, checkpoint) for n in range(claim["records"])]
    trusted = files["policy"] if policy is None else policy
    logs, quorum = attempt("log", "the policy cannot be read", None, lambda: read_policy(trusted.decode("utf-8")))
    own = checkpoint["origin"] == claim["origin"] and claim["origin"].startswith(f"candour/{claim['log']}/")
    must(own, "log", "the checkpoint is of another log")
    key = next((key for key in logs if key[0] == checkpoint["origin"]), None)
    must(key and signed_by(checkpoint, key), "log", "the checkpoint was not signed by the log")
    must(enough(quorum, checkpoint), "witness", "the checkpoint has not the witnesses that the policy asks for")
    if receipt is not None:
        check_receipt(receipt, records, checkpoint, logs)
    check_chain(records, claim)
    check_content(files, records)
def answer(*given):
    try:
        verify(*given)
        return {"ok": True}
    except Fault as fault:
        step, why, record = (*fault.args, None)[:3]
        return {"ok": False, "step": step, "record": record, "why": why}
def main(first, *rest):
    if first == "--all":
        packs = tarfile.open(rest[0])
        read = lambda name: name and packs.extractfile(name).read()
        for one in json.load(open(rest[1], encoding="utf-8")):
            print(json.dumps({"name": one["name"], **answer(*(read(one.get(part)) for part in ("pack", "receipt", "policy")))}))
        return 0
    given = {rest[n][2:]: open(rest[n + 1], "rb").read() for n in range(0, len(rest), 2)}
    found = answer(open(first, "rb").read(), given.get("receipt"), given.get("policy"))
    print(json.dumps(found))
    return 0 if found["ok"] else 1

if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
