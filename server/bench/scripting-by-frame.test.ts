import { expect, test } from 'vitest'
import { scriptingByFrame, type TraceEvent } from './scripting-by-frame.ts'

const at = (name: string, ms: number, duration = 0): TraceEvent => ({
  name,
  ph: 'X',
  ts: ms * 1000,
  dur: duration * 1000,
  tdur: duration * 1000,
  pid: 1,
  tid: 1,
})

test('what runs one after the other without a frame between is one frame’s scripting', () => {
  expect(scriptingByFrame([at('TimerFire', 1_000, 10), at('FunctionCall', 1_020, 9)])).toMatchObject({
    frames: 1,
    most: 19,
  })
})

test('a frame that was drawn ends what is added up', () => {
  const events = [at('FunctionCall', 1_000, 10), at('Commit', 1_012), at('FunctionCall', 1_015, 9)]
  expect(scriptingByFrame(events)).toMatchObject({ frames: 2, most: 10 })
})

test('so does a pause in which one could have been drawn', () => {
  expect(scriptingByFrame([at('FunctionCall', 1_000, 10), at('FunctionCall', 1_027, 9)])).toMatchObject({ frames: 2 })
})

test('what runs inside another event counts once', () => {
  expect(scriptingByFrame([at('FunctionCall', 1_000, 10), at('MinorGC', 1_002, 3)])).toMatchObject({
    frames: 1,
    most: 10,
  })
})
