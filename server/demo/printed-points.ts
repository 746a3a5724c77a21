/** What the province printed of 2024, beside which the demonstration's results are shown. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const Extreme = z.object({ unit: z.string(), points: z.number() })
const Spread = z.object({ mean: z.number(), highest: Extreme, lowest: Extreme })
const Printed = z.object({ blocks: z.array(z.object({ code: z.string(), survey: Spread, index: Spread })) })

export type PrintedSpread = z.infer<typeof Spread>
/** `survey` in points of the survey of officials, `index` in points of the whole index. */
export type PrintedBlock = z.infer<typeof Printed>['blocks'][number]

export async function readPrinted(): Promise<PrintedBlock[]> {
  const file = new URL('../../surveys/son-la-2024/published-2024.json', import.meta.url)
  return Printed.parse(JSON.parse(await readFile(file, 'utf8'))).blocks
}
