"""Scores visits in Spark.

    spark-submit score.py IN OUT

IN holds one visit a line, as JSON: {"id": "v1", "turns": [{"speaker": "Doctor", "text": "..."}]}. OUT gets one line for each, in
the same order: its scores, or {"visit_id", "error"} for one that could not be read. bedside must be on every worker's PATH.
"""

import sys

from pyspark.sql import SparkSession

# One thread each: Spark runs a task a core. Exit code 1 is no failure: all lines are there, some of them with an error.
SCORE = "sh -c 'bedside score - --from ndjson --to ndjson --workers 1 || [ $? -eq 1 ]'"


def main(source: str, target: str) -> None:
    spark = SparkSession.builder.appName("bedside").getOrCreate()
    visits = spark.sparkContext.textFile(source)
    visits.pipe(SCORE, checkCode=True).saveAsTextFile(target)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
