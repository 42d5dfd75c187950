#!/bin/sh
#SBATCH --array=1-10
#SBATCH --cpus-per-task=2
#SBATCH --signal=B:TERM@60
# Ten shards of a study in a folder that all nodes see: STUDY=/shared/study sbatch slurm.sh
# Then: regen-fees simulate merge "$STUDY" --out "$STUDY"
exec npx --yes "${PACKAGE:-regen-fees}" simulate run "$STUDY" --shard "$SLURM_ARRAY_TASK_ID/10" --workers "${SLURM_CPUS_PER_TASK:-2}"
