/** Whether a unit takes part in a campaign: to its contact, campaigns without it are not there. Pure. */
import type { Staff } from '../http/app-types.ts'
import type { Definition } from './definition.ts'

/** `unit`: null for whoever sees every unit. */
export const hasUnit = ({ blocks }: Definition, unit: string | null): boolean =>
  unit === null || blocks.some(({ units }) => units.some(({ code }) => code === unit))

/** The one unit that its contact sees, '' for a contact of none; null for everybody else. */
export const onlyUnitOf = ({ role, unit }: Pick<Staff, 'role' | 'unit'>): string | null =>
  role === 'unit' ? (unit ?? '') : null
