/** Where each activity stands on chain. `ordinal`: its place among all activities of its transaction. */
const PLACE = `height bigint not null references blocks,
  tx_index int not null,
  tx_hash text not null,
  message_index int not null,
  path text not null,
  part int not null,
  ordinal int not null,
  time bigint not null`

const activityTable = (name: string, columns: string): readonly string[] => [
  `create table ${name} (${PLACE}, ${columns}, primary key (height, tx_hash, message_index, part))`,
  `create index ${name}_time on ${name} (time)`,
]

/**
 * Credits are numeric with six decimals, coins whole numerics in their smallest unit, times seconds since 1970.
 *
 * A transaction that is the block itself (what a passed proposal did) has the hash of the block, and stands after the others.
 */
export const TABLES: readonly string[] = [
  `create table chain (
    one boolean primary key default true check (one),
    chain_id text not null,
    first_height bigint not null,
    next_height bigint not null,
    last_hash text not null
  )`,
  `create table blocks (
    height bigint primary key,
    time bigint not null,
    nanos int not null,
    hash text not null,
    tx_count int not null,
    source text not null
  )`,
  'create index blocks_time on blocks (time)',
  'create table gaps (from_height bigint primary key, to_height bigint not null, reason text not null)',
  `create table transactions (
    height bigint not null references blocks,
    tx_index int not null,
    tx_hash text not null,
    code int not null,
    primary key (height, tx_hash)
  )`,
  `create table gas_fees (
    height bigint not null references blocks,
    tx_hash text not null,
    part int not null,
    time bigint not null,
    payer text not null,
    denom text not null,
    amount numeric(78,0) not null,
    primary key (height, tx_hash, part)
  )`,
  ...activityTable(
    'purchases',
    `class_id text not null, batch_denom text not null, buyer text not null, seller text not null,
    order_id numeric(20,0) not null, quantity numeric(78,6) not null, denom text not null,
    seller_receives numeric(78,0) not null, at_least numeric(78,0) not null, below numeric(78,0) not null,
    ask numeric(78,0), buyer_fee numeric(78,0) not null, seller_fee numeric(78,0) not null,
    retired boolean not null, jurisdiction text, reason text`,
  ),
  'create index purchases_class on purchases (class_id, denom, time)',
  ...activityTable(
    'retirements',
    `class_id text not null, batch_denom text not null, owner text not null, giver text not null,
    way text not null, amount numeric(78,6) not null, jurisdiction text not null, reason text not null`,
  ),
  ...activityTable(
    'sends',
    `class_id text not null, batch_denom text not null, sender text not null, recipient text not null,
    amount numeric(78,6) not null`,
  ),
  ...activityTable(
    'issuances',
    `class_id text not null, batch_denom text not null, recipient text not null, tradable numeric(78,6) not null,
    retired numeric(78,6) not null, jurisdiction text, reason text, bridged boolean not null`,
  ),
  ...activityTable(
    'basket_swaps',
    `class_id text not null, batch_denom text not null, direction text not null, owner text not null,
    basket_denom text not null, amount numeric(78,6) not null`,
  ),
  ...activityTable(
    'cancellations',
    `class_id text not null, batch_denom text not null, owner text not null, amount numeric(78,6) not null,
    reason text not null, bridged_to text`,
  ),
  ...activityTable('votes', 'voter text not null, proposal_id numeric(20,0) not null, options text not null'),
  'create index votes_of on votes (proposal_id, voter)',
  ...activityTable('proposals', 'proposer text not null, proposal_id numeric(20,0) not null'),
  'create index proposals_id on proposals (proposal_id)',
  `create table oddities (
    height bigint not null references blocks,
    tx_hash text not null,
    position int not null,
    message_index int,
    path text not null,
    type text not null,
    kind text not null,
    problem text not null,
    primary key (height, tx_hash, position)
  )`,
  // How votes ended, as the node said at one height: written anew each time the index has reached the newest block.
  `create table proposal_states (
    proposal_id numeric(20,0) primary key,
    status text not null,
    voting_end bigint,
    yes numeric(78,0) not null,
    abstain numeric(78,0) not null,
    no numeric(78,0) not null,
    no_with_veto numeric(78,0) not null
  )`,
  `create table governance (
    one boolean primary key default true check (one),
    height bigint not null,
    quorum_num numeric not null,
    quorum_den numeric not null,
    bonded numeric(78,0) not null
  )`,
]
