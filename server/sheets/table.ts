/** A table to be written as .xlsx or .csv. Moments are dates, counts numbers. */
export type Cell = string | number | Date | null
/** `width` in characters. */
export type Column = { title: string; width: number }
/** `rows` come in parts, so that a large table need never be whole in memory. */
export type Table = { name: string; columns: Column[]; rows: Iterable<Cell[][]> | AsyncIterable<Cell[][]> }
