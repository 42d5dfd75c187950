import { expect, test } from 'vitest'
import { previewPage } from '../../scripts/docs/previewPage.ts'

test('the shape of a preview is that of the README’s purchase, whose answers the README has', () => {
  const page = previewPage()
  const [, json = ''] = /```json\n(.*)\n```/s.exec(page) ?? []
  const preview = JSON.parse(json)
  expect(preview.live.debits).toEqual([
    { account: 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg', denom: 'uregen', amount: '59228369' },
  ])
  expect([preview.proposed.status, preview.proposed.total]).toEqual(['proposed', '2000000'])
  const told = [...page.matchAll(/^\| `(\w+)` \| /gm)].map(([, field]) => field)
  const fields = [preview, preview.live, preview.proposed, preview.messages[0]].flatMap(Object.keys)
  expect(fields.filter(field => !told.includes(field))).toEqual([])
})
