"""python3 sqlite_fts.py DOCUMENTS QUESTIONS OUT: the same as node/driver.js does, for SQLite's full text search."""

import json
import os
import re
import sqlite3
import sys
import time

HITS = 10
WEIGHTS = "2.0, 2.0, 1.0, 1.0"  # question, variants, title, body


def read(file):
    with open(file, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def memory():
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def bar(text):
    """The tokenizer takes marks off; the bar of a d is none."""
    return text.replace("đ", "d").replace("Đ", "D")


def build(documents):
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE entry USING fts5(id UNINDEXED, question, variants, title, body, tokenize = \"unicode61 remove_diacritics 2\")")
    index.executemany(
        "INSERT INTO entry VALUES (?, ?, ?, ?, ?)",
        ((d["id"], bar(d["question"]), bar("\n".join(d["variants"])), bar(d["title"]), bar(d["body"])) for d in documents))
    index.commit()
    return index


def ask(index, text):
    words = dict.fromkeys(re.findall(r"\w+", bar(text).lower()))
    if not words:
        return []
    wanted = " OR ".join(f'"{word}"' for word in words)
    rows = index.execute(
        f"SELECT id, -bm25(entry, 0, {WEIGHTS}) AS score FROM entry WHERE entry MATCH ? ORDER BY score DESC LIMIT {2 * HITS}", (wanted,))
    best = {}
    for answer, score in rows:  # an answer has an entry in each language
        best.setdefault(answer, score)
    return list(best.items())[:HITS]


def main(documents_file, questions_file, out_file):
    before = memory()
    documents = read(documents_file)
    started = time.perf_counter()
    index = build(documents)
    build_ms = (time.perf_counter() - started) * 1000
    questions = read(questions_file)
    for question in questions:
        ask(index, question["text"])
    lines = []
    for question in questions:
        asked = time.perf_counter()
        hits = ask(index, question["text"])
        lines.append({"ms": (time.perf_counter() - asked) * 1000, "hits": [{"id": i, "score": s} for i, s in hits]})
    about = {"name": f"SQLite {sqlite3.sqlite_version} FTS5", "buildMs": build_ms, "memoryMb": memory() - before}
    with open(out_file, "w", encoding="utf-8") as out:
        for line in [about, *lines]:
            out.write(json.dumps(line) + "\n")


main(*sys.argv[1:])
