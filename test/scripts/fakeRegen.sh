#!/usr/bin/env bash
# A stand-in for regen: it writes down what it was called with, and makes the files that are looked at.

echo "$*" >>"$FAKE_LOG"
[ "${FAKE_FAILS:-}" = "$1 $2" ] && echo "no $1 $2 today" >&2 && exit 3
[ "${FAKE_INTERRUPTS:-}" = "$1 $2" ] && kill -INT "$PPID"
home=
previous=
for argument in "$@"; do
  [ "$previous" = --home ] && home=$argument
  previous=$argument
done

case "$1 $2" in
  'init dev')
    mkdir -p "$home/config"
    printf 'timeout_propose = "3s"\ntimeout_propose_delta = "500ms"\ntimeout_commit = "5s"\ncors_allowed_origins = []\n' >"$home/config/config.toml"
    cat >"$home/config/genesis.json" <<'GENESIS'
{"app_name":"regen","app_version":"v7.9.9","genesis_time":"2020-01-01T00:00:00Z","chain_id":"regen-devnet-1","initial_height":1,
 "app_hash":null,"app_state":{"bank":{"balances":[]},"gov":{},"genutil":{"gen_txs":[]},"later":{"is":"kept"}},"consensus":{"params":{}}}
GENESIS
    ;;
  'keys add') cat >"$home/mnemonic" ;;
  'genesis gentx') cp "$home/config/genesis.json" "$home/at-gentx.json" ;;
esac
