/** Points as an office sends them: a file with decimal commas and semicolons. */

/** By unit and criterion. */
export type PointTable = Record<string, Record<string, string>>

export const pointsCsv = (table: PointTable): string =>
  [
    'Đơn vị;Mã tiêu chí;Điểm',
    ...Object.entries(table).flatMap(([unit, points]) =>
      Object.entries(points).map(([leaf, value]) => [unit, leaf, value.replace('.', ',')].join(';')),
    ),
  ].join('\n')
