#!/bin/sh
#SBATCH --array=1-10
#SBATCH --cpus-per-task=2
# Ten shards of a study in a folder that all nodes see.
npx regen-fees simulate run "$STUDY" --shard "$SLURM_ARRAY_TASK_ID/10" --out "$STUDY"
