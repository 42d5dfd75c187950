import type { Change } from './change.ts'

const PRICES = 'oracles/prices.test.ts'
const ECOLOGY = 'oracles/ecology.test.ts'
const ATTESTED = 'oracles/attested.test.ts'
const BUNDLE = 'oracles/koiBundle.test.ts'
const INDEX = 'oracles/indexPrices.test.ts'
const CLOCKS = 'the rules clocks may differ by five minutes; what is later is from the future'
const BOUNDS = 'the rules a price outside the bounds of its denom is named, with both'
const OF_TWO =
  'the mean of a window, and the median of sources the order of sources changes nothing; two of them count alike'

/** Prices and ecological data from outside: what is believed, how old it may be, and what is computed of it. */
export const ORACLES: readonly Change[] = [
  {
    what: 'a price of exactly the oldest age is too old',
    file: 'oracles/rules.ts',
    from: 'at - time > BigInt(maxAgeDays) * DAY',
    to: 'at - time >= BigInt(maxAgeDays) * DAY',
    test: PRICES,
    title: 'the rules a price is taken until it is as old as the policy says, and not a second longer',
  },
  {
    what: 'a price of any later time is taken',
    file: 'oracles/rules.ts',
    from: 'time > at + SLACK',
    to: 'time > at + SLACK + DAY',
    test: PRICES,
    title: CLOCKS,
  },
  {
    what: 'a price of a clock that is ahead stays in the future',
    file: 'oracles/readPrices.ts',
    from: 'time !== null && time > at ?',
    to: 'time !== null && time < 0n ?',
    test: PRICES,
    title: CLOCKS,
  },
  {
    what: 'one that vouches twice is two',
    file: 'oracles/rules.ts',
    from: 'known.size < least',
    to: 'signers.filter(signer => known.has(signer)).length < least',
    test: PRICES,
    title: 'signatures one account that vouches twice is one, and whoever is not trusted is none',
  },
  {
    what: 'prices count without a signature',
    file: 'oracles/readPrices.ts',
    from: '  requireVouched(reading, rules)\n',
    to: '  void requireVouched\n',
    test: PRICES,
    title: 'signatures one that nobody or another one signed is not',
  },
  {
    what: 'a price of exactly its bound lies outside',
    file: 'oracles/readPrices.ts',
    from: 'compareRatios(price, bounds.least) < 0',
    to: 'compareRatios(price, bounds.least) <= 0',
    test: PRICES,
    title: BOUNDS,
  },
  {
    what: 'a price may be as high as it likes',
    file: 'oracles/readPrices.ts',
    from: ' || compareRatios(price, bounds.most) > 0',
    to: '',
    test: PRICES,
    title: BOUNDS,
  },
  {
    what: 'of two prices of one class the last one counts',
    file: 'oracles/priceSource.ts',
    from: 'if (seen.has(key)) throw',
    to: "if (seen.has(key) && key === '') throw",
    test: PRICES,
    title: 'what is no list of prices is refused two prices of one class',
  },
  {
    what: 'the mean has the reading that is as old as its window',
    file: 'oracles/measureCo2.ts',
    from: 'time > start)',
    to: 'time >= start)',
    test: ECOLOGY,
    title:
      'the mean of a window, and the median of sources readings of 30 days count; the one that is 30 days old does not, and nothing older',
  },
  {
    what: 'of an even number of sources the higher one in the middle counts',
    file: 'oracles/measureCo2.ts',
    from: '(sorted.length - 1) >> 1',
    to: 'sorted.length >> 1',
    test: ECOLOGY,
    title: OF_TWO,
  },
  {
    what: 'sources are sorted by their numerators',
    file: 'oracles/measureCo2.ts',
    from: 'a.num * b.den < b.num * a.den',
    to: 'a.num < b.num',
    test: ECOLOGY,
    title:
      'the mean of a window, and the median of sources of three sources the one in the middle counts: one alone moves nothing beyond the other two',
  },
  {
    what: 'the age is that of the newest source',
    file: 'oracles/measureCo2.ts',
    from: '(newest < least ? newest : least), at)',
    to: '(newest > least ? newest : least), 0n)',
    test: ECOLOGY,
    title:
      'the mean of a window, and the median of sources the age is that of the source that is furthest behind',
  },
  {
    what: 'one source is enough, however many the policy wants',
    file: 'oracles/measureCo2.ts',
    from: 'means.length < wanted ||',
    to: '',
    test: ECOLOGY,
    title:
      'what does not hold is refused by name fewer sources than the policy wants; nobody that is trusted',
  },
  {
    what: 'the largest change that is believed is not believed',
    file: 'oracles/measureCo2.ts',
    from: 'size * most.den <= most.num * change.den',
    to: 'size * most.den < most.num * change.den',
    test: ECOLOGY,
    title:
      'what does not hold is refused by name a change of exactly the largest that is believed is taken, up and down',
  },
  {
    what: 'of two readings of one time both count',
    file: 'oracles/ecology.ts',
    from: 'if (twice !== undefined) throw',
    to: 'if (twice !== undefined && inOrder.length < 0) throw',
    test: ECOLOGY,
    title: 'what does not hold is refused by name two readings of one time',
  },
  {
    what: 'a document has the time of its last attestation',
    file: 'oracles/attested.ts',
    from: 'Date.parse(a) <= Date.parse(b)',
    to: 'Date.parse(a) >= Date.parse(b)',
    test: ATTESTED,
    title: 'a document that a trusted account attests to counts, with the time of the first attestation',
  },
  {
    what: 'contents with another hash are taken',
    file: 'oracles/koiBundle.ts',
    from: '!== manifest.sha256_hash.toLowerCase()',
    to: "=== ''",
    test: BUNDLE,
    title: 'a bundle other contents than the manifest hashes is SOURCE_ALTERED',
  },
  {
    what: 'canonical JSON keeps the order of names',
    file: 'oracles/koiBundle.ts',
    from: '.sort(([a], [b]) => (a < b ? -1 : 1))',
    to: '',
    test: BUNDLE,
    title: 'canonical JSON is JSON of the same value, and the same for every order of names',
  },
  {
    what: 'an index with a gap in the week is taken',
    file: 'oracles/indexPrices.ts',
    from: 'gap !== undefined',
    to: 'gap !== undefined && gap.from < 0n',
    test: INDEX,
    title:
      'an index of another chain, an empty one, one that begins within the week, and one with a gap in it are refused',
  },
]
