"""verify_all.py packs.tar.gz packs.json: one line of JSON for each pack that is listed."""
import json, sys, tarfile
from verify import answer

packs = tarfile.open(sys.argv[1])
for one in json.load(open(sys.argv[2], encoding="utf-8")):
    names = [one.get(part) for part in ("pack", "receipt", "policy")]
    given = [name and packs.extractfile(name).read() for name in names]
    print(json.dumps({"name": one["name"], **answer(*given)}))
