import type { UnitScore } from '../../shared/api-types.ts'

/** Criteria by their names, between quotes, in the order of `codes`; by the code where the unit has none of that code. */
export const criterionNames = ({ criteria }: Pick<UnitScore, 'criteria'>, codes: string[]): string =>
  codes.map((code) => `“${criteria.find((criterion) => criterion.code === code)?.name ?? code}”`).join(', ')
