#!/bin/sh
# Ten shards with GNU parallel, on this machine or on others (--sshlogin): STUDY=study ./parallel.sh
# Then: regen-fees simulate merge "$STUDY" --out "$STUDY"
seq 10 | parallel npx --yes "${PACKAGE:-regen-fees}" simulate run "$STUDY" --shard {}/10 --workers 1
