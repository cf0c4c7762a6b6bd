#!/bin/sh
# Scores DATA on a Slurm cluster as an array of jobs and joins the parts in a last one.
#
#     sh submit.sh DATA OUT.csv [SHARDS]
#
# DATA, the folder of OUT.csv, and bedside must be there under the same names on all nodes. Prints the jobs' numbers.
set -eu
if [ $# -lt 2 ]; then
  echo 'usage: sh submit.sh DATA OUT.csv [SHARDS]' >&2
  exit 2
fi
data=$1
out=$2
shards=${3:-8}
parts=$out.parts
here=$(dirname "$0")
mkdir -p "$parts"

export BEDSIDE_DATA="$data" BEDSIDE_OUT="$out" BEDSIDE_PARTS="$parts" BEDSIDE_SHARDS="$shards"
array=$(sbatch --parsable --array="0-$((shards - 1))" --output="$parts/%a.log" "$here/score.sbatch")
# After the array however it ended: where a part is missing, merge says which.
last=$(sbatch --parsable --dependency="afterany:$array" --output="$parts/merge.log" "$here/merge.sbatch")
echo "$array $last"
