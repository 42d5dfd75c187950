import { roundCommand } from './roundCommand.ts'

export const retro = roundCommand({
  name: 'retro',
  methods: ['retro-median', 'retro-metrics'],
  summary: 'reward what was done: by the median of ballots, or by metrics that ballots weigh',
  description:
    'Rewards past impact. By ballots: the median of the votes that were cast, with a quorum, a minimum and a cap; an abstention is no vote. ' +
    'By metrics: voters weigh what was measured, not the projects.',
  examples: [
    'regen-fees fund retro --round examples/fund/retro-median.json',
    'regen-fees fund retro --round examples/fund/retro-metrics.json --report report.json',
    'regen-fees fund retro --round examples/fund/retro-median.json --explain soil --json',
  ],
})
