#!/usr/bin/env python3
# Checks a pack by docs/evidence-log.md alone: all steps but the last, with Python's library only.
#     verify.py pack.zip [--receipt FILE] [--policy FILE]
import base64, hashlib, hmac, json, re, sys, zlib
from struct import pack, unpack_from

place = {}  # the step, and the record, that whatever does not hold is a fault of
at = lambda step, record=None: place.update(step=step, record=record)
def check(holds, why="it is not in its form"):
    if not holds:
        raise ValueError(why)
sha256 = lambda *parts: hashlib.sha256(b"".join(parts)).digest()

# Step 0: the zip. There is one way to write it: so it is read, written again, and compared
NAME = re.compile(r"(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._@-]*(/[A-Za-z0-9][A-Za-z0-9._@-]*){0,8}")
def read_zip(data):
    count, _, start = unpack_from("<HII", data, len(data) - 12)
    check(len(data) <= 2**28 and count <= 50_000, "it is too large")
    files, bodies, directory, offset, entry = {}, [], [], 0, start
    for _ in range(count):
        size, length = unpack_from("<IH", data, entry + 24)
        name = data[entry + 46:entry + 46 + length]
        path, body = name.decode("ascii"), data[offset + 30 + length:offset + 30 + length + size]
        check(NAME.fullmatch(path) and length <= 200 and path not in files, f"{path} is no name")
        same = pack("<5H3I2H", 20, 0, 0, 0, 0x21, zlib.crc32(body), size, size, length, 0)
        bodies += b"PK\3\4", same, name, body
        directory += b"PK\1\2\x14\0", same, bytes(10), pack("<I", offset), name
        files[path], offset, entry = body, offset + 30 + length + size, entry + 46 + length
    end = b"PK\5\6" + pack("<4H2IH", 0, 0, count, count, entry - start, start, 0)
    check(b"".join([*bodies, *directory, end]) == data, "it is no zip of the one plain form")
    return files

# Canonical JSON (RFC 8785, with integers only), and the forms of what is written in it
def members(pairs):
    names = [name.encode("utf-16-be") for name, _ in pairs]
    check(names == sorted(set(names)), "its members are not in order, or there twice")
    return dict(pairs)
def depth(value):
    inner = value.values() if isinstance(value, dict) else value
    return 1 + max(map(depth, inner), default=0) if isinstance(value, (dict, list)) else 0
def integer(text):
    check(re.fullmatch("-?[0-9]{1,16}", text) and abs(int(text)) < 2**53, f"no number: {text}")
    return int(text)
def read_as(form, data):
    value = json.loads(data.decode("utf-8"), object_pairs_hook=members, parse_int=integer,
                       parse_float=integer, parse_constant=integer)
    again = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    check(again.encode("utf-8") == data and depth(value) <= 64 and fits(form, value))
    return value
# A form: a pattern, type or test, a list of one form, members of which `name?` may miss.
def fits(form, value):
    if not isinstance(form, (str, list, dict)):
        return type(value) is form if isinstance(form, type) else form(value)
    if type(value) is not type(form):
        return False
    if isinstance(form, str):
        return re.fullmatch(form, value, re.S) is not None
    if isinstance(form, list):
        return all(fits(form[0], one) for one in value)
    known = {name.rstrip("?"): part for name, part in form.items()}
    there = {name for name in form if name[-1] != "?"} <= set(value) <= set(known)
    return there and all(fits(known[name], one) for name, one in value.items())
HASH, TEXT, SHORT, MODE = "[0-9a-f]{64}", ".+", ".{1,200}", "demo|pilot|production"
STREAM, DAY = "open|restricted", "[0-9]{4}-[0-9]{2}-[0-9]{2}"
MOMENT = DAY + r"T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z"
NATURAL = lambda value: fits(int, value) and value >= 0
HEAD, LISTED = {"seq": NATURAL, "leaf": HASH}, {"path": SHORT, "sha256": HASH, "size": NATURAL}
MANIFEST = {"schema": "candour/manifest@1", "files": [LISTED]}
CLAIM = {"schema": "candour/pack@1", "log": SHORT, "origin": SHORT, "consultation": SHORT,
         "stream": STREAM, "mode": MODE, "records": lambda n: NATURAL(n) and 0 < n < 10**6,
         "head": HEAD, "after": {"state": SHORT, "stage": SHORT, "asks": [SHORT]}}
LEAF = {"schema": "candour/leaf@1", "log": TEXT, "recordId": TEXT, "commit": HASH}
SHOWN = {"id": TEXT, "version": int, "locale": TEXT, "digest": HASH, "text": ".*",
         "choices": [dict]}
DIGESTS = {"content": HASH, "machines": HASH, "journey": TEXT, "pathways": [TEXT], "engine": TEXT}
COMMAND = {"at": MOMENT, "by": dict, "where": dict, "act": dict}
RECORD = {"schema": "candour/record@1", "log": TEXT, "recordId": TEXT, "consultation": TEXT,
          "stream": STREAM, "mode": MODE, "seq": NATURAL, "prev": HASH, "head?": HEAD, "pad?": "0*",
          "alone?": lambda value: value is True, "recordedAt": MOMENT, "recordedOn": DAY,
          "clockOffset": int, "command": COMMAND, "transitions": [dict], "opened": [TEXT],
          "closed": [dict], "facts": dict, "retracted": [TEXT], "gates": [dict], "shown": [SHOWN],
          "digests": DIGESTS, "after": {"state": TEXT, "stage": TEXT, "asks": [TEXT]}}
INDEX = [lambda entry: fits([TEXT], entry) and len(entry) == 2 and fits(HASH, entry[1])]

# Step 1: the list of files
ONCE = {"pack.json", "clinic.json", "checkpoint", "policy", "record.html", "record.pdf"}
MANY = re.compile(r"bundles/[0-9a-f]{64}\.json|files/[0-9a-f]{64}|rules/[a-z0-9@-]+\.json"
                  r"|statecharts/[a-z0-9@-]+\.(svg|md)")
OWN = "records/{0:06}.json records/{0:06}.nonce records/{0:06}.leaf proofs/{0:06}.tlog-proof"
own_paths = lambda n: OWN.format(n).split()
def check_file(path, holds, why):
    own = re.match(r"(?:records|proofs)/([0-9]{6})\.", path)
    at("manifest", int(own[1]) if own else None)
    check(holds, f"{path} {why}")
def check_manifest(files):
    at("manifest")
    listed = read_as(MANIFEST, files["MANIFEST.json"])["files"]
    known, before = {"MANIFEST.json"}, b""
    for path, own, size in (one.values() for one in listed):
        at("manifest")
        check(before < path.encode("utf-16-be"), "a file is not in its place in the list")
        before = path.encode("utf-16-be")
        check_file(path, path in files and path not in known, "is not there")
        check_file(path, (sha256(files[path]).hex(), len(files[path])) == (own, size), "is other")
        known.add(path)
    for path in files:
        check_file(path, path in known, "is not listed")
    at("manifest")
    check(ONCE <= known, "a file is missing that every pack has")
    claim = read_as(CLAIM, files["pack.json"])
    wanted = [path for n in range(claim["records"]) for path in own_paths(n)]
    for path in wanted:
        check_file(path, path in files, "is missing")
    known = {"MANIFEST.json", *ONCE, *wanted}
    for path in files:
        check_file(path, path in known or MANY.fullmatch(path), "is no file of a pack")
    return claim

# Signed notes, proofs and policies, as c2sp.org has them
def unbase64(text, length=None):
    data = base64.b64decode(text, validate=True)
    check(base64.b64encode(data).decode() == text and length in (None, len(data)))
    return data
WHO, COUNT = r"([^\s+\x00-\x1f\x7f-\x9f]{1,200})", "(0|[1-9][0-9]{0,12})"
def read_checkpoint(text):
    head, _, tail = text.rpartition("\n\n")
    origin, size, root = re.fullmatch(f"{WHO}\n{COUNT}\n(.+)", head).groups()
    check(re.fullmatch(f"(— {WHO} .+\n){{1,100}}", tail) and int(size) <= 2**40)
    signatures = [(name, unbase64(body)) for name, body in re.findall(f"— {WHO} (.+)\n", tail)]
    check(all(len(body) >= 5 for _, body in signatures))
    return {"text": f"{head}\n".encode(), "origin": origin, "size": int(size),
            "root": unbase64(root, 32), "signatures": signatures}
def read_key(text, kind):
    name, key_id, body = re.fullmatch(rf"{WHO}\+([0-9a-f]{{8}})\+(.+)", text).groups()
    data = unbase64(body, 33)
    check(sha256(name.encode() + b"\n", data)[:4].hex() == key_id and data[0] == kind)
    return name, bytes.fromhex(key_id), data[1:], kind
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
BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
def plus(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c, d = 2 * one[3] * other[3] * D % P, 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P
def times(factor, one):
    half = times(factor // 2, plus(one, one)) if factor else (0, 1, 1, 0)
    return plus(half, one) if factor % 2 else half
# Ed25519; a witness (kind 4) signs the time too, which stands before its signature.
def check_signature(text, body, public, kind):
    if kind == 4:
        time = int.from_bytes(body[:8], "big")
        check(len(body) == 72 and time < 2**63)
        text, body = f"cosignature/v1\ntime {time}\n".encode() + text, body[8:]
    key, commitment, s = point(public), point(body[:32]), int.from_bytes(body[32:], "little")
    check(len(body) == 64 and s < L)
    h = int.from_bytes(hashlib.sha512(body[:32] + public + text).digest(), "little") % L
    one, other = times(s, BASE), plus(commitment, times(h, key))
    check(all((one[n] * other[2] - other[n] * one[2]) % P == 0 for n in (0, 1)))
def signed_by(checkpoint, key):
    name, key_id, public, kind = key
    own = [body[4:] for who, body in checkpoint["signatures"] if who == name and body[:4] == key_id]
    try:
        for body in own:
            check_signature(checkpoint["text"], body, public, kind)
    except ValueError:
        return False
    return own != []
def read_proof(data):
    head, gap, checkpoint = data.decode("utf-8").partition("\n\n")
    form = rf"c2sp\.org/tlog-proof@v1\n(?:extra [^\n]*\n)?index {COUNT}((?:\n[^\n]+){{0,64}})"
    index, hashes = re.fullmatch(form, head).groups()
    return int(index), [unbase64(line, 32) for line in hashes.split("\n")[1:]], checkpoint
# The root above a leaf. `nodes` gets every subtree on or beside the way.
def climb(nodes, begin, end, index, leaf, hashes):
    check(begin <= index < end and (end - begin > 1 or hashes == []), "its proof leads nowhere")
    if end - begin == 1:
        return leaf
    middle = begin + (1 << (end - begin - 1).bit_length() - 1)
    *nearer, other = hashes
    if index < middle:
        left = nodes[begin, middle] = climb(nodes, begin, middle, index, leaf, nearer)
        right = nodes[middle, end] = other
    else:
        left = nodes[begin, middle] = other
        right = nodes[middle, end] = climb(nodes, middle, end, index, leaf, nearer)
    return sha256(b"\1", left, right)
def read_policy(text):
    check(not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", text))
    logs, witnesses, named, grouped, quorum = [], [], {"none": None}, set(), []
    for line in text.split("\n"):
        word, *rest = [part for part in re.split("[ \t]+", line) if part] or ["#"]
        if word == "log" and len(rest) in (1, 2):
            logs.append(read_key(rest[0], 1))
        elif word == "witness" and len(rest) in (2, 3) and rest[0] not in named:
            named[rest[0]] = read_key(rest[1], 4)
            witnesses.append(named[rest[0]])
        elif word == "group" and len(rest) > 2 and rest[0] not in named:
            name, least, *parts = rest
            check(least in ("any", "all") or re.fullmatch("[1-9][0-9]{0,2}", least))
            needed = 1 if least == "any" else len(parts) if least == "all" else int(least)
            check(needed <= len(parts) == len({*parts}) and not {"none", *grouped} & {*parts})
            grouped.update(parts)
            named[name] = (needed, [named[part] for part in parts])
        elif not word.startswith("#"):
            check(word == "quorum" and len(rest) == 1 and not quorum)
            quorum.append(named[rest[0]])
    check(quorum and logs and len({key[2] for key in logs}) == len(logs))
    check(len({key[2] for key in witnesses}) == len(witnesses))
    return logs, quorum[0]
def enough(quorum, checkpoint):
    if quorum is None or len(quorum) == 4:
        return quorum is None or signed_by(checkpoint, quorum)
    return sum(enough(part, checkpoint) for part in quorum[1]) >= quorum[0]

# Steps 2, 3 and 4 for one record
def read_record(files, n, note, checkpoint):
    data, nonce, leaf_data, proof_data = (files[path] for path in own_paths(n))
    at("form", n)
    record, leaf = read_as(RECORD, data), read_as(LEAF, leaf_data)
    check(re.fullmatch(rb"[0-9a-f]{64}", nonce), "its nonce cannot be read")
    at("commitment", n)
    commit = hmac.digest(bytes.fromhex(nonce.decode()), b"candour/record/v1\0" + data, "sha256")
    check(commit.hex() == leaf["commit"], "its content is not what its leaf commits to")
    at("inclusion", n)
    check(all(leaf[one] == record[one] for one in ("recordId", "log")), "its leaf is another's")
    index, hashes, its_note = read_proof(proof_data)
    nodes, hashed = {}, sha256(b"\0", leaf_data)
    root = climb(nodes, 0, checkpoint["size"], index, hashed, hashes)
    check(its_note == note and root == checkpoint["root"], "its leaf is not in the log")
    return {"record": record, "leaf": hashed, "index": index, "nodes": nodes}

# Step 7: an earlier proof
def check_receipt(data, records, now, logs):
    at("receipt")
    index, hashes, note = read_proof(data)
    then = read_checkpoint(note)
    check(then["origin"] == now["origin"], "the receipt is of another log")
    check(any(key[0] == now["origin"] and signed_by(then, key) for key in logs), "not signed")
    n = next(n for n, one in enumerate(records) if one["index"] == index)
    at("receipt", n)
    nodes, known = {}, records[n]["nodes"]
    root = climb(nodes, 0, then["size"], index, records[n]["leaf"], hashes)
    check(root == then["root"], "it is not the record that the receipt was given for")
    both = [(begin, end) for begin, end in known if (end - begin).bit_count() == 1]
    same = all(nodes.get(span, known[span]) == known[span] for span in both)
    check(same and (then["size"] != now["size"] or root == now["root"]), "the log was another")

# Step 8: the chain
def check_chain(records, claim):
    prev, before, index = "0" * 64, [], None
    for n, one in enumerate(records):
        at("chain", n)
        record = one["record"]
        restricted = record["stream"] == "restricted"
        same = all(record[one] == claim[one] for one in ("consultation", "stream", "log", "mode"))
        check(same, "it is of another consultation, stream, log or mode")
        cited = {"head", "alone", "pad"} & set(record)
        check("head" in cited if restricted else not cited, "it cites what it must not, or nothing")
        check(record["seq"] == n and record["prev"] == prev, "it follows another")
        order = [record["recordedAt"], record["command"]["at"], one["index"],
                 record["head"]["seq"] if restricted else 0]
        later = n == 0 or all(now >= was for now, was in zip(order, before))
        check(later and one["index"] != index, "it is not later than the one before")
        prev, before, index = one["leaf"].hex(), order, one["index"]
    check(claim["head"] == {"seq": n, "leaf": prev} and claim["after"] == record["after"], "other")

# Step 9: whatever is cited
def check_content(files, records):
    at("content")
    for path in (path for path in files if path.startswith("files/")):
        check(path[6:] == sha256(files[path]).hex(), f"{path} is another")
    for n, record in enumerate(one["record"] for one in records):
        at("content", n)
        for digest in (record["digests"]["machines"], record["digests"]["content"]):
            data = files[f"bundles/{digest}.json"]
            check(sha256(data).hex() == digest, f"{digest} was changed")
            listed = read_as(INDEX, data)
            check(all(f"files/{own}" in files for _, own in listed), "a file of it is not here")
        words = dict(listed)
        for one in record["shown"]:
            digests = [words.get(f"{one['locale']}/{one['id']}{end}") for end in (".md", ".hbs")]
            check(one["digest"] in digests or one["id"].startswith("written-information/"))

def verify(data, receipt=None, policy=None):
    at("container")
    files = read_zip(data)
    claim = check_manifest(files)
    at("inclusion")
    note = files["checkpoint"].decode("utf-8")
    checkpoint = read_checkpoint(note)
    records = [read_record(files, n, note, checkpoint) for n in range(claim["records"])]
    at("log")
    logs, quorum = read_policy((files["policy"] if policy is None else policy).decode("utf-8"))
    origin = checkpoint["origin"]
    check(origin == claim["origin"] and origin.startswith(f"candour/{claim['log']}/"), "other log")
    check(signed_by(checkpoint, next(key for key in logs if key[0] == origin)), "not signed")
    at("witness")
    check(enough(quorum, checkpoint), "it has not the witnesses that the policy asks for")
    if receipt is not None:
        check_receipt(receipt, records, checkpoint, logs)
    check_chain(records, claim)
    check_content(files, records)
    return {"ok": True}
def answer(*given):
    try:
        return verify(*given)
    except Exception as cause:
        return {"ok": False, **place, "why": str(cause)}

if __name__ == "__main__":
    path, *rest = sys.argv[1:]
    given = {name: open(file, "rb").read() for name, file in zip(rest[::2], rest[1::2])}
    found = answer(open(path, "rb").read(), given.get("--receipt"), given.get("--policy"))
    print(json.dumps(found))
    sys.exit(0 if found["ok"] else 1)
