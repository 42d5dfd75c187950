import { parentPort, workerData } from 'node:worker_threads'
import { parsePlan } from '../../simulation/study/plan.ts'
import { runPart } from '../../simulation/study/runPart.ts'
import { writePart } from './partFiles.ts'

/** A worker thread: computes the parts that it is named, one after the other, and writes them where there is a folder. */
const { plan: json, folder } = workerData as { plan: unknown; folder: string | null }
const plan = parsePlan(json)

async function compute(number: number): Promise<void> {
  const part = runPart(plan, number)
  if (folder !== null) await writePart(folder, part)
  parentPort?.postMessage(
    part,
    Object.values(part.periods).map(column => column.buffer as ArrayBuffer),
  )
}

parentPort?.on('message', (number: number) => {
  void compute(number)
})
