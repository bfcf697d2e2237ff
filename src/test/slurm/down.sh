#!/usr/bin/env bash
# Ends all that up.sh started, by the process numbers that were written down, and nothing else.
#
#   down.sh DIR
dir=$1
export SLURM_CONF=$dir/slurm.conf

end() {
    local pid=$1 state
    kill "$pid" 2> /dev/null || return 0
    for _ in $(seq 50); do
        state=$(ps -o stat= -p "$pid")
        [[ -n $state && $state != Z* ]] || return 0
        sleep 0.1
    done
    kill -9 "$pid" 2> /dev/null
}

for file in "$dir"/run/node.*; do
    pid=$(cat "$file" 2> /dev/null) || continue
    # a stopped process does not die of anything else
    kill -9 "$pid" 2> /dev/null
done
for file in "$dir/run/slurmctld.pid" "$dir/munge/munged.pid"; do
    pid=$(cat "$file" 2> /dev/null) || continue
    end "$pid"
done
exit 0
