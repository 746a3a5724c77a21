/** What a later live event may leave out: units that are as the listener last saw them (CONTRACT `live`). Pure. */

type WithUnits = { blocks: { units: { code: string }[] }[] }

/** A copy of `view` with only the units that differ from `previous`; blocks and every total stay. The first view is whole. */
export function changedUnits<View extends WithUnits>(view: View, previous: View | undefined): View {
  if (!previous) return view
  const known = new Map(
    previous.blocks.flatMap((block) => block.units).map((unit) => [unit.code, JSON.stringify(unit)]),
  )
  return {
    ...view,
    blocks: view.blocks.map((block) => ({
      ...block,
      units: block.units.filter((unit) => known.get(unit.code) !== JSON.stringify(unit)),
    })),
  }
}
