#!/usr/bin/env bash
# A real Slurm on this machine: one controller and some nodes, all on loopback, as root, without a database.
#
#   up.sh DIR NODES PORT     uses the ports PORT to PORT + NODES; then: export SLURM_CONF=DIR/slurm.conf
#
# Why these settings: cred_expire lets a task of a dead node start again after seconds instead of two minutes, SlurmdTimeout lets
# a silent node count as dead after ten, RequeueExit starts tasks again that end with 99, and a killed job gets two seconds.
set -eu
dir=$1 nodes=$2 port=$3
host=$(hostname -s)
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$dir"/{state,spool,run,log,munge}
chmod 755 "$dir" "$dir/munge"
cat > "$dir/slurm.conf" << END
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=$dir/munge/munge.socket,cred_expire=5
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
StateSaveLocation=$dir/state
SlurmdSpoolDir=$dir/spool/%n
SlurmctldPidFile=$dir/run/slurmctld.pid
SlurmdPidFile=$dir/run/slurmd.%n.pid
SlurmctldLogFile=$dir/log/slurmctld.log
SlurmdLogFile=$dir/log/slurmd.%n.log
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=batch_sched_delay=0,sched_min_interval=0,sched_interval=1,bf_interval=1
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/filetxt
JobCompLoc=$dir/log/jobs.txt
MinJobAge=3600
SlurmdTimeout=10
KillWait=2
ReturnToService=2
RequeueExit=99
NodeName=n[1-$nodes] NodeHostname=$host NodeAddr=127.0.0.1 Port=[$((port + 1))-$((port + nodes))] CPUs=1 RealMemory=4000 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=60 State=UP
END
export SLURM_CONF=$dir/slurm.conf
(umask 277 && head -c 1024 /dev/urandom > "$dir/munge/munge.key")
munged --key-file="$dir/munge/munge.key" --socket="$dir/munge/munge.socket" --pid-file="$dir/munge/munged.pid" \
    --log-file="$dir/munge/munged.log" --seed-file="$dir/munge/munged.seed"
slurmctld -c
for i in $(seq "$nodes"); do
    "$here/node.sh" "$dir" "n$i"
done
for _ in $(seq 300); do
    if [[ $(timeout 10 sinfo -h -N -t idle -o '%N %t' 2> /dev/null | grep -c ' idle$') == "$nodes" ]]; then
        exit 0
    fi
    sleep 0.1
done
echo 'Slurm did not come up' >&2
tail -n 20 "$dir"/log/*.log >&2
exit 1
