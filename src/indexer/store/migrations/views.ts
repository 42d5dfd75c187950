/** Prices, trade and fees. Each equals the pure function beside its name on the same events. */
export const VIEWS: readonly string[] = [
  // toTradeSamples: what was paid, to the unit where one whole ask price fits; not where it says too little.
  `create view price_samples as
    with measured as (
      select *,
        case when ask is null then at_least else trunc(ask * quantity) end as payment,
        case when ask is null then below - at_least when trunc(ask * quantity) = ask * quantity then 0 else 1 end as error
      from purchases
    )
    select height, tx_index, tx_hash, message_index, part, ordinal, time, class_id, denom, quantity, payment
    from measured where payment >= error * 100`,

  // Trade of a class in a denom by day (UTC): payments without the buyer fee, at least.
  `create view volumes as
    select time / 86400 * 86400 as day, class_id, denom, count(*) as purchases, sum(quantity) as quantity,
      sum(at_least) as at_least, sum(buyer_fee) as buyer_fees, sum(seller_fee) as seller_fees
    from purchases group by 1, 2, 3`,

  // Fees that were paid: for gas, and to the marketplace by buyer and seller.
  `create view fees as
    select height, tx_hash, null::int as message_index, part, time, 'gas' as kind, payer, denom, amount from gas_fees
    union all
    select height, tx_hash, message_index, part, time, 'buyer', buyer, denom, buyer_fee from purchases where buyer_fee > 0
    union all
    select height, tx_hash, message_index, part, time, 'seller', seller, denom, seller_fee from purchases where seller_fee > 0`,

  'create aggregate lcm_of(numeric) (sfunc = lcm, stype = numeric, initcond = 1)',

  // dropOutliers and twap: Σ payment / Σ quantity over seven days before a moment, without prices beyond three standard deviations of
  // the others. Prices are compared as whole numbers, on the least common multiple of the quantities.
  `create function twap_7d(at bigint)
    returns table (class_id text, denom text, payment numeric, quantity numeric, price numeric, samples bigint, outliers_dropped bigint, newest bigint)
    language sql stable as $$
      with sample as (
        select s.class_id, s.denom, s.time, s.payment, s.quantity, trunc(s.quantity * 1000000) as millionths
        from price_samples s where s.time > at - 604800 and s.time <= at and s.quantity > 0
      ),
      market as (
        select s.class_id, s.denom, count(*) as n, lcm_of(s.millionths) as common from sample s group by 1, 2
      ),
      priced as (
        select s.*, m.n, s.payment * div(m.common, s.millionths) as p
        from sample s join market m on m.class_id = s.class_id and m.denom = s.denom
      ),
      total as (
        select x.class_id, x.denom, sum(x.p) as sum, sum(x.p * x.p) as squares from priced x group by 1, 2
      ),
      judged as (
        select x.*, x.n < 5 or ((x.n - 1) * x.p - (t.sum - x.p)) * ((x.n - 1) * x.p - (t.sum - x.p))
          <= 9 * ((x.n - 1) * (t.squares - x.p * x.p) - (t.sum - x.p) * (t.sum - x.p)) as kept
        from priced x join total t on t.class_id = x.class_id and t.denom = x.denom
      )
      select j.class_id, j.denom, sum(j.payment), sum(j.quantity), sum(j.payment) / sum(j.quantity),
        count(*), max(j.n) - count(*), max(j.time)
      from judged j where j.kept group by 1, 2
    $$`,

  'create view twap_now as select * from twap_7d((select max(time) from blocks))',

  // lastTrade: of several at the same second, the last in the order of the chain.
  `create function last_trade(at bigint)
    returns table (class_id text, denom text, payment numeric, quantity numeric, price numeric, traded bigint)
    language sql stable as $$
      select distinct on (s.class_id, s.denom) s.class_id, s.denom, s.payment, s.quantity, s.payment / s.quantity, s.time
      from price_samples s where s.time <= at and s.quantity > 0
      order by s.class_id, s.denom, s.time desc, s.height desc, s.tx_index desc, s.ordinal desc
    $$`,
]
