#!/bin/sh
# Scores visits with Hadoop streaming: one JSON visit a line in IN, one line of scores each in OUT.
#
#     sh score.sh IN OUT
#
# bedside must be on the PATH of every node.
set -eu
mapred streaming -D mapreduce.job.name=bedside -D mapreduce.job.reduces=0 \
  -files "$(dirname "$0")/mapper.sh" -mapper 'sh mapper.sh' -input "$1" -output "$2"
