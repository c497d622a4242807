#!/usr/bin/env python3
"""The same group-by and compare as benches/scale.rs, in DuckDB (`pip install duckdb`), as a mark to compare with.

usage: in_duckdb.py [LARGEST]      prints thousand facts a second from 10 000 facts up to LARGEST (1 000 000)

Rows are generated as the bench generates facts: ten articles state each question, one of them with another
number; the hot question has forty answers. DuckDB groups facts into answers of a question, and joins the answers
of each question with one another to tell those that differ.
"""
import sys
import time

try:
    import duckdb
except ImportError:
    sys.exit("in_duckdb.py: the package `duckdb` is not installed, so there is nothing to compare with")

SPREAD = """
CREATE OR REPLACE TABLE facts AS
SELECT fact // 20 AS article, fact // 200 AS story,
       'kind' || (fact % 2) AS kind, 'place' || (fact // 200 * 20 + fact % 20) AS place,
       DATE '2024-01-01' + CAST(fact % 20 AS INTEGER) AS day,
       1000 + (fact % 20) % 7 + CAST((fact // 20) % 10 = 3 AS INTEGER) AS value
FROM range({facts}) AS generated(fact)
"""
HOT = """
CREATE OR REPLACE TABLE facts AS
SELECT fact AS article, 0 AS story, 'kind' AS kind, 'place' AS place, DATE '2024-01-01' AS day,
       1000 + fact % 40 AS value
FROM range({facts}) AS generated(fact)
"""
CHECK = """
CREATE OR REPLACE TABLE answers AS
SELECT story, kind, place, day, value, list(article) AS articles FROM facts GROUP BY ALL;
CREATE OR REPLACE TABLE verdicts AS
SELECT a.story, a.kind, a.place, a.day, a.value AS one, b.value AS other, a.articles AS sources, b.articles AS against
FROM answers a JOIN answers b USING (story, kind, place, day) WHERE a.value < b.value;
"""


def run(name, rows, facts):
    connection = duckdb.connect()
    connection.execute("SET threads TO 1")
    connection.execute(rows.format(facts=facts))
    start = time.perf_counter()
    connection.execute(CHECK)
    seconds = time.perf_counter() - start
    verdicts = connection.execute("SELECT count(*) FROM verdicts").fetchone()[0]
    print(f"{name:<8} {facts:>9} {facts / seconds / 1e3:>14.1f} thousand/s   {verdicts} verdicts")


largest = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
for name, rows, most in (("spread", SPREAD, largest), ("hot", HOT, largest // 10)):
    facts = 10_000
    while facts <= most:
        run(name, rows, facts)
        facts *= 10
