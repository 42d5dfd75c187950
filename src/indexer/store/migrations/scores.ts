/**
 * M015's scores, with its first weights, as exact fractions: creditActivities and scoreActivities under the default policy. What a knob changes is
 * computed from the same rows by the functions of regen-fees/m015.
 *
 * `rates` has the uregen for one smallest unit of a denom: a payment in a denom without a rate, and a retirement of a class without a price, earn
 * nothing. Facilitation is not scored here. How many could not be valued, `readPeriodReport` says.
 */
export const SCORES: readonly string[] = [
  'create table rates (denom text primary key, num numeric not null, den numeric not null)',
  "insert into rates values ('uregen', 1, 1)",
  'create table score_weights (kind text primary key, num numeric not null, den numeric not null)',
  "insert into score_weights values ('purchase', 3, 10), ('retirement', 3, 10), ('vote', 1, 10), ('proposal', 1, 10)",
  'create table price_rules (source text primary key, rank int not null, max_age bigint not null, least_samples int not null)',
  "insert into price_rules values ('twap-7d', 1, 604800, 1), ('last-trade', 2, 604800, 1)",

  'create type fraction as (num numeric, den numeric)',
  `create function add_fractions(a fraction, b fraction) returns fraction language sql immutable as $$
    select row(div(s.num, gcd(s.num, s.den)), div(s.den, gcd(s.num, s.den)))::fraction
    from (select (a).num * (b).den + (b).num * (a).den as num, (a).den * (b).den as den) s
  $$`,
  "create aggregate sum_fractions(fraction) (sfunc = add_fractions, stype = fraction, initcond = '(0,1)')",

  // valueClass: fresh sources in order, then stale ones; uregen first, then denoms with a rate by name.
  // A price is uregen for a whole credit: payment × rate / quantity.
  `create function class_prices(at bigint) returns table (class_id text, source text, num numeric, den numeric) language sql stable as $$
    with found as (
      select t.class_id, t.denom, 'twap-7d' as source, t.payment, t.quantity, t.newest as time, t.samples from twap_7d(at) t
      union all
      select l.class_id, l.denom, 'last-trade', l.payment, l.quantity, l.traded, 1 from last_trade(at) l
    )
    select distinct on (f.class_id) f.class_id, f.source, f.payment * r.num * 1000000, trunc(f.quantity * 1000000) * r.den
    from found f join rates r on r.denom = f.denom join price_rules p on p.source = f.source
    where f.samples >= p.least_samples
    order by f.class_id, (at - f.time > p.max_age), p.rank, (f.denom <> 'uregen'), f.denom collate "C"
  $$`,

  // Whether and how a vote ended: a proposal that passed counts whole, one that was rejected with a quorum half.
  `create view proposal_outcomes as
    select p.proposal_id, p.voting_end,
      case
        when p.status in ('passed', 'failed') then row(1, 1)::fraction
        when p.status = 'rejected' and g.bonded > 0
          and (p.yes + p.abstain + p.no + p.no_with_veto) * g.quorum_den >= g.quorum_num * g.bonded then row(1, 2)::fraction
      end as credit
    from proposal_states p, governance g where p.status in ('passed', 'failed', 'rejected') and p.voting_end is not null`,

  // Who is credited with what in [period_from, period_to): uregen for purchases and retirements, counts for votes and proposals. What M013 does not
  // charge by default, a retirement out of a basket, earns nothing, as in a period of regen-fees/epoch.
  `create function activity_amounts(period_from bigint, period_to bigint, least_value numeric default 1000000)
    returns table (account text, kind text, amount fraction) language sql stable as $$
      select c.account, c.kind, sum_fractions(c.amount) from (
        select p.buyer as account, 'purchase' as kind,
          row(sum(trunc(coalesce(p.ask * p.quantity, p.at_least) * 1000000)) * r.num, 1000000 * r.den)::fraction as amount
        from purchases p join rates r on r.denom = p.denom
        where p.time >= period_from and p.time < period_to and coalesce(p.ask * p.quantity, p.at_least) * r.num >= least_value * r.den
        group by p.buyer, r.denom, r.num, r.den
        union all
        select t.owner, 'retirement', row(sum(trunc(t.amount * 1000000)) * c.num, 1000000 * c.den)::fraction
        from retirements t join class_prices(period_to) c on c.class_id = t.class_id
        where t.way <> 'basket' and t.time >= period_from and t.time < period_to and t.amount * c.num >= least_value * c.den
        group by t.owner, c.class_id, c.num, c.den
        union all
        select v.voter, 'vote', row(count(distinct v.proposal_id), 1)::fraction from votes v
        where v.time >= period_from and v.time < period_to
          and not exists (select from votes e where e.proposal_id = v.proposal_id and e.voter = v.voter and e.time < period_from)
        group by v.voter
        union all
        select p.proposer, 'proposal', o.credit from proposals p join proposal_outcomes o on o.proposal_id = p.proposal_id
        where o.voting_end >= period_from and o.voting_end < period_to and o.credit is not null
      ) c group by 1, 2
    $$`,

  // Σ amount × weight, in lowest terms; `score` is the same for people, to 18 decimals.
  `create function scores(period_from bigint, period_to bigint)
    returns table (account text, num numeric, den numeric, score numeric) language sql stable as $$
      select s.account, (s.total).num, (s.total).den, round((s.total).num / (s.total).den, 18) from (
        select a.account, sum_fractions(row((a.amount).num * w.num, (a.amount).den * w.den)::fraction) as total
        from activity_amounts(period_from, period_to) a join score_weights w on w.kind = a.kind group by 1
      ) s where (s.total).num > 0
    $$`,

  // The scores of every whole week (Monday to Monday, UTC) that has a block.
  `create view weekly_scores as
    select w.week_from, w.week_from + 604800 as week_to, s.account, s.num, s.den, s.score
    from (select distinct (time - 345600) / 604800 * 604800 + 345600 as week_from from blocks) w,
      lateral scores(w.week_from, w.week_from + 604800) s
    where w.week_from + 604800 <= (select max(time) from blocks)`,
]
