#!/bin/sh
# Scores DATA on several machines over ssh with GNU parallel, and joins the parts here.
#
#     sh score.sh DATA OUT.csv HOSTS [SHARDS]
#
# HOSTS as parallel's -S takes them: `node1,node2`, `4/node1,8/node2` (jobs at a time), `:` for this machine. DATA, the folder of
# OUT.csv and bedside must be there under the same names on all of them.
set -eu
if [ $# -lt 3 ]; then
  echo 'usage: sh score.sh DATA OUT.csv HOSTS [SHARDS]' >&2
  exit 2
fi
shards=${4:-8}
name=${2##*/}
parts=$2.parts
mkdir -p "$parts"

# A shard that ends with 1 is done: some visits could not be read, and merge names them.
export PARALLEL_SHELL=/bin/sh
seq 0 $((shards - 1)) |
  parallel -S "$3" --workdir "$PWD" --retries 3 --joblog "$parts/jobs.log" --quote \
    sh -c 'bedside score "$0" --shard "$1" -o "$2" --workers 1 || [ $? -eq 1 ]' "$1" "{}/$shards" "$parts/{}.${name##*.}"
bedside merge "$parts"/*.part.json -o "$2" --errors "$2.errors.csv"
