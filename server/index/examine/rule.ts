/** One rule that every consistent report meets. */
import type { ReportContext } from './report-context.ts'
import type { Finding } from './schemas.ts'

/** A finding before it knows which rule made it. */
export type Remark = Omit<Finding, 'rule'>

/** `name`: stable English kebab-case, as findings give it. */
export type Rule = { name: string; examine: (report: ReportContext) => Remark[] }
