import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { run } from '../cli/run.ts'
import { scenarioText } from './support.ts'

/** The examples for several machines: each starts every shard once, and the shards that it starts come to the bytes of one machine. */

const example = (name: string) =>
  fileURLToPath(new URL(`../../examples/simulation/on-machines/${name}`, import.meta.url))
const read = (name: string) => readFileSync(example(name), 'utf8')

let folder = ''
const at = (...path: string[]) => join(folder, ...path)

/** A command on the PATH that stands in for another. */
function standIn(name: string, script: string): void {
  writeFileSync(at(name), `#!/bin/sh\n${script}\n`)
  chmodSync(at(name), 0o755)
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regen-fees-machines-'))
  // What would be fetched and run is written down, one line a call, its words apart by tabs.
  standIn('npx', `(IFS='\t'; printf '%s\\n' "$*") >> '${at('calls')}'`)
  // GNU parallel: the command once for each line of its input, with that in the place of {}.
  standIn(
    'parallel',
    'command="$*"; while read -r line; do eval "$(echo "$command" | sed "s#{}#$line#g")"; done',
  )
  const small = { ...JSON.parse(scenarioText('monte-carlo')), name: 'small', periods: 2 }
  writeFileSync(at('small.json'), JSON.stringify(small))
  expect((await run(['simulate', at('small.json'), '--runs', '500', '--out', at('one')])).code).toBe(0)
})

afterAll(() => rmSync(folder, { recursive: true }))

const environment = (more: object) => ({
  ...process.env,
  PATH: `${folder}${delimiter}${process.env['PATH']}`,
  ...more,
})

/** The shards that were started since the last look; each as the words behind the name of the package. */
function started(): readonly (readonly string[])[] {
  const lines = readFileSync(at('calls'), 'utf8').trim().split('\n')
  rmSync(at('calls'))
  return lines.map(line => {
    const [yes, name, ...words] = line.split('\t')
    expect([yes, name]).toEqual(['--yes', 'regen-fees'])
    return words
  })
}

/** Runs the shards that were started on a plan of ours, and holds what they come to against one machine. */
async function expectWhole(name: string, place: string): Promise<void> {
  const calls = started()
  expect(calls).toHaveLength(10)
  await run(['simulate', 'plan', at('small.json'), '--runs', '500', '--out', at(name)])
  for (const words of calls.toReversed()) {
    const { code, err } = await run(words.map(word => (word === place ? at(name) : word)))
    expect([words, code, err]).toEqual([words, 0, ''])
  }
  expect((await run(['simulate', 'merge', at(name), '--out', at(name)])).out).toContain(
    '500 runs of 2 periods',
  )
  for (const file of ['bands.csv', 'runs.csv', 'summary.json'])
    expect(readFileSync(at(name, file)).equals(readFileSync(at('one', file)))).toBe(true)
}

describe('shards on several machines', () => {
  test('an indexed Kubernetes Job', async () => {
    const { apiVersion, kind, spec } = parse(read('kubernetes-job.yaml'), { strict: true })
    expect([apiVersion, kind, spec.completionMode, spec.template.spec.restartPolicy]).toEqual([
      'batch/v1',
      'Job',
      'Indexed',
      'OnFailure',
    ])
    const { containers, volumes } = spec.template.spec
    const [{ command, args, env, volumeMounts }] = containers
    expect(volumeMounts[0].name).toBe(volumes[0].name)
    const variables = Object.fromEntries(
      env.map(({ name, value }: { name: string; value: string }) => [name, value]),
    )
    for (let index = 0; index < spec.completions; index++)
      execFileSync(command[0], [...command.slice(1), ...args], {
        env: environment({ ...variables, JOB_COMPLETION_INDEX: String(index) }),
      })
    await expectWhole('kubernetes', volumeMounts[0].mountPath)
  })

  test('a Slurm array', async () => {
    const [, first, last] = /^#SBATCH --array=(\d+)-(\d+)$/m.exec(read('slurm.sh')) ?? []
    for (let task = Number(first); task <= Number(last); task++)
      execFileSync('sh', [example('slurm.sh')], {
        env: environment({
          STUDY: '/shared/study',
          SLURM_ARRAY_TASK_ID: String(task),
          SLURM_CPUS_PER_TASK: '2',
        }),
      })
    await expectWhole('slurm', '/shared/study')
  })

  test('GNU parallel', async () => {
    execFileSync('sh', [example('parallel.sh')], { env: environment({ STUDY: '/shared/study' }) })
    await expectWhole('gnu-parallel', '/shared/study')
  })
})
