#!/usr/bin/env bash
# Starts one node in a process namespace of its own. Killing the process in DIR/run/node.NODE with signal 9 is a power failure:
# the daemon and every task on it die at once.
#
#   node.sh DIR NODE
set -eu
dir=$1 node=$2
export SLURM_CONF=$dir/slurm.conf
mkdir -p "$dir/scratch"
setsid unshare --pid --fork --kill-child --mount --mount-proc --propagation private bash -c \
    'mount -t tmpfs -o size=64m tmpfs "$1" && exec slurmd -D -N "$2"' node "$dir/scratch" "$node" > "$dir/log/$node.out" 2>&1 < /dev/null &
echo $! > "$dir/run/node.$node"
