#!/bin/sh
# Ten shards with GNU parallel, on this machine or on others (--sshlogin).
seq 10 | parallel npx regen-fees simulate run "$STUDY" --shard {}/10 --out "$STUDY"
