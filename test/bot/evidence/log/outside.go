// Checks our notes and proofs with code that we did not write: golang.org/x/mod/sumdb, as Debian
// packages it (golang-golang-x-mod-dev). Reads JSON, writes JSON; any refusal is a word of its own.
package main

import (
	"crypto/ed25519"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type asked struct {
	Vkey, Witness, Note string
	Leaves              []string
	Inclusions          []struct {
		Index  int64
		Hashes []string
	}
	Consistencies []struct {
		Old, Size int64
		Hashes    []string
	}
}

type answer struct {
	Signed, Refused, Included, Grown int
	Size                             int64
	Roots                            []string
	Paths                            map[string][]string
}

// Cosignatures are of a kind that this package leaves to others to define.
type witness struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.hash }
func (w witness) Verify(text, signature []byte) bool {
	if len(signature) != 72 {
		return false
	}
	time := binary.BigEndian.Uint64(signature)
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", time, text)
	return ed25519.Verify(w.key, []byte(message), signature[8:])
}

func main() {
	var in asked
	must(json.NewDecoder(os.Stdin).Decode(&in))
	out := answer{Paths: map[string][]string{}}
	opened, err := note.Open([]byte(in.Note), verifiers(in))
	must(err)
	out.Signed = len(opened.Sigs)
	if _, err := note.Open([]byte(strings.Replace(in.Note, "\n", "x\n", 1)), verifiers(in)); err != nil {
		out.Refused++
	}
	lines := strings.Split(opened.Text, "\n")
	out.Size, err = strconv.ParseInt(lines[1], 10, 64)
	must(err)
	stored := store(in.Leaves)
	for size := int64(0); size <= out.Size; size++ {
		out.Roots = append(out.Roots, encode(stored.root(size)))
	}
	signed := decode(lines[2])
	for _, one := range in.Inclusions {
		leaf := tlog.RecordHash([]byte(in.Leaves[one.Index]))
		must(tlog.CheckRecord(decodeAll(one.Hashes), out.Size, signed, one.Index, leaf))
		out.Included++
		other := tlog.RecordHash([]byte("another leaf"))
		if tlog.CheckRecord(decodeAll(one.Hashes), out.Size, signed, one.Index, other) != nil {
			out.Refused++
		}
		path, err := tlog.ProveRecord(out.Size, one.Index, stored)
		must(err)
		out.Paths[fmt.Sprint(one.Index)] = encodeAll(path)
	}
	for _, one := range in.Consistencies {
		must(tlog.CheckTree(decodeAll(one.Hashes), one.Size, stored.root(one.Size), one.Old, stored.root(one.Old)))
		out.Grown++
	}
	must(json.NewEncoder(os.Stdout).Encode(out))
}

func verifiers(in asked) note.Verifiers {
	log, err := note.NewVerifier(in.Vkey)
	must(err)
	parts := strings.SplitN(in.Witness, "+", 3)
	hash, err := strconv.ParseUint(parts[1], 16, 32)
	must(err)
	key, err := base64.StdEncoding.DecodeString(parts[2])
	must(err)
	return note.VerifierList(log, witness{parts[0], uint32(hash), key[1:]})
}

type hashes []tlog.Hash

func (h hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	var found []tlog.Hash
	for _, index := range indexes {
		found = append(found, h[index])
	}
	return found, nil
}

func (h hashes) root(size int64) tlog.Hash {
	root, err := tlog.TreeHash(size, h)
	must(err)
	return root
}

func store(leaves []string) hashes {
	var all hashes
	for n, leaf := range leaves {
		more, err := tlog.StoredHashes(int64(n), []byte(leaf), all)
		must(err)
		all = append(all, more...)
	}
	return all
}

func decode(text string) tlog.Hash {
	var hash tlog.Hash
	bytes, err := base64.StdEncoding.DecodeString(text)
	must(err)
	copy(hash[:], bytes)
	return hash
}

func decodeAll(texts []string) []tlog.Hash {
	var all []tlog.Hash
	for _, text := range texts {
		all = append(all, decode(text))
	}
	return all
}

func encode(hash tlog.Hash) string { return base64.StdEncoding.EncodeToString(hash[:]) }

func encodeAll(all []tlog.Hash) []string {
	texts := []string{}
	for _, hash := range all {
		texts = append(texts, encode(hash))
	}
	return texts
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
