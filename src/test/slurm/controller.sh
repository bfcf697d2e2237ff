#!/usr/bin/env bash
# Starts the controller again after it was killed; -c would forget the jobs, without it they are recovered.
#
#   controller.sh DIR [-c]
set -eu
export SLURM_CONF=$1/slurm.conf
exec slurmctld "${@:2}"
