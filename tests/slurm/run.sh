#!/bin/bash
# Runs the example for Slurm on a real one: Debian's slurm-wlm on this machine, one controller and two nodes, all in a temporary
# folder. An array of 8 scores 5,000 visits; one task's program is killed and the task queued again; what merge gives must be, byte
# for byte, what a single run gives. Needs root; installs slurm-wlm and munge where they are missing.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
[ "$(id -u)" -eq 0 ] || { echo 'test:slurm: needs root, for the daemons' >&2; exit 2; }
if ! command -v slurmctld slurmd munged >/dev/null; then
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq slurm-wlm munge
fi

work=$(mktemp -d)
export SLURM_CONF=$work/slurm.conf
finish() {
  code=$?
  [ "$code" -eq 0 ] || tail -n 5 "$work"/log/* "$work"/out/*.parts/*.log >&2 2>/dev/null || true
  scancel --quiet --user=root 2>/dev/null || true
  sleep 2
  for name in slurmd-node1 slurmd-node2 slurmctld munged; do
    if [ -e "$work/$name.pid" ]; then
      pid=$(cat "$work/$name.pid")
      kill "$pid" 2>/dev/null || true
      for _ in $(seq 50); do kill -0 "$pid" 2>/dev/null || break; sleep 0.2; done
    fi
  done
  rm -rf "$work"
  [ "$code" -eq 0 ] || echo "test:slurm: failed" >&2
}
trap finish EXIT
say() { echo "test:slurm: $*"; }

mkdir -m 700 "$work/munge"
chmod 755 "$work"
mkdir "$work/state" "$work/log" "$work/bin" "$work/data" "$work/out"
head -c 1024 /dev/urandom >"$work/munge/key"
chmod 400 "$work/munge/key"
host=$(hostname -s)
port=$((20000 + $$ % 20000))
cat >"$SLURM_CONF" <<CONF
ClusterName=trial
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
CredType=cred/munge
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd-%n.pid
SlurmdSpoolDir=$work/spool-%n
StateSaveLocation=$work/state
SlurmctldLogFile=$work/log/slurmctld.log
SlurmdLogFile=$work/log/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/backfill
SchedulerParameters=batch_sched_delay=0,sched_interval=2
ReturnToService=2
KillWait=2
MailProg=/bin/true
NodeName=node1 NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + 1)) CPUs=1 RealMemory=4096 State=UNKNOWN
NodeName=node2 NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + 2)) CPUs=1 RealMemory=4096 State=UNKNOWN
PartitionName=all Nodes=node1,node2 Default=YES MaxTime=INFINITE State=UP
CONF
printf '#!/bin/sh\nexec node %s "$@"\n' "'$root/bin/bedside.js'" >"$work/bin/bedside"
chmod +x "$work/bin/bedside"
export PATH=$work/bin:$PATH

munged --force --key-file="$work/munge/key" --socket="$work/munge/socket" --pid-file="$work/munged.pid" \
  --log-file="$work/log/munged.log" --seed-file="$work/munge/seed"
slurmctld -i
slurmd -N node1
slurmd -N node2
for _ in $(seq 60); do
  [ "$(sinfo --noheader --format=%T)" = idle ] && break
  sleep 0.5
done
say "$(slurmctld -V): $(sinfo --noheader --format='%D nodes %T, %N')"

node "$root/tests/slurm/visits.mjs" "$work/data"
cd "$work"
bedside score data -o single.csv --errors single.errors.csv 2>single.err || [ $? -eq 1 ]
say "a single run: $(($(wc -l <single.csv) - 1)) rows, $(wc -l <single.err) visits not read"

read -r array last < <(sh "$root/examples/slurm/submit.sh" data out/scores.csv 8)
say "array $array of 8 tasks, merge $last after it"

# The program of task 3, once its output has been begun.
victim=
for _ in $(seq 3000); do
  if compgen -G 'out/scores.csv.parts/.3.csv.*.part' >/dev/null; then
    victim=$(pgrep -f -- '--shard 3/8 -o out/scores.csv.parts/3.csv' | while read -r pid; do
      [ "$(readlink "/proc/$pid/exe")" = "$(readlink -f "$(command -v node)")" ] && echo "$pid" || true
    done | head -1)
    [ -n "$victim" ] && break
  fi
  sleep 0.02
done
[ -n "$victim" ] || { say 'task 3 has not been seen running'; exit 1; }
kill -9 "$victim"
say "killed process $victim, the program of task 3"
state() { scontrol show job "$1" 2>/dev/null | tr ' ' '\n' | sed -n 's/^JobState=//p' | head -1; }
for _ in $(seq 100); do [ "$(state "${array}_3")" = FAILED ] && break; sleep 0.1; done
say "task 3 is $(state "${array}_3")"
[ "$(state "${array}_3")" = FAILED ]
[ ! -e out/scores.csv.parts/3.csv.part.json ]
scontrol requeue "${array}_3"
# Slurm waits two minutes before it starts a task again.
scontrol update JobId="${array}_3" StartTime=now
say "task 3 is queued again"

for _ in $(seq 600); do
  case $(state "$last") in COMPLETED | FAILED | CANCELLED | TIMEOUT) break ;; esac
  sleep 0.5
done
scontrol show job "$array" | awk '/^JobId/ {sub(/.*ArrayTaskId=/, ""); task = $1} /JobState/ {state = $1} /Restarts/ {print "test:slurm:   task " task ": " state ", " $2 ", " $5}' | sort
say "merge is $(state "$last")"
[ "$(state "$last")" = COMPLETED ]
[ "$(scontrol show job "${array}_3" | tr ' ' '\n' | sed -n 's/^Restarts=//p' | head -1)" = 1 ]
[ -z "$(find out -name '.*.part')" ]
cmp single.csv out/scores.csv
cmp single.errors.csv out/scores.csv.errors.csv
say "the same bytes as the single run: $(sha256sum out/scores.csv)"
