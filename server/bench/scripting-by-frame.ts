/** How much scripting a page did between its frames, out of a trace of Chromium. Pure. */
import { percentile } from './load.ts'

/** Of the trace; times in microseconds, `tdur` processor time. */
export type TraceEvent = { name: string; ph: string; ts: number; dur?: number; tdur?: number; pid: number; tid: number }

/** Milliseconds of scripting in one frame, over all frames that had any. */
export type Scripting = { frames: number; p50: number; p99: number; most: number }

/** What the timeline of the developer tools draws as scripting. */
const SCRIPTING = new Set([
  'FunctionCall',
  'EvaluateScript',
  'v8.compile',
  'TimerFire',
  'FireAnimationFrame',
  'EventDispatch',
  'RunMicrotasks',
  'MajorGC',
  'MinorGC',
  'V8.GCScavenger',
])

/** Microseconds. Whoever leaves the thread alone for so long lets it draw a frame, if there is anything to draw. */
const ONE_FRAME = 16_667

/**
 * Processor time of scripting in one frame: up to the next one given to the compositor, or to a pause in which one could have
 * been. Without the pause, updates that change nothing on the screen would be added up over seconds. Events inside others
 * count once.
 */
export function scriptingByFrame(events: TraceEvent[]): Scripting {
  const thread = busiestThread(events)
  const own = events.filter((event) => `${event.pid}.${event.tid}` === thread).sort((a, b) => a.ts - b.ts)
  const frames: number[] = []
  let frame = 0
  let until = 0
  for (const event of own) {
    const scripting = event.ph === 'X' && SCRIPTING.has(event.name) && event.ts >= until
    if (event.name === 'Commit' || (scripting && event.ts - until > ONE_FRAME)) {
      if (frame > 0) frames.push(frame)
      frame = 0
    }
    if (!scripting) continue
    frame += (event.tdur ?? event.dur ?? 0) / 1000
    until = event.ts + (event.dur ?? 0)
  }
  if (frame > 0) frames.push(frame)
  frames.sort((a, b) => a - b)
  return {
    frames: frames.length,
    p50: percentile(frames, 0.5),
    p99: percentile(frames, 0.99),
    most: frames.at(-1) ?? 0,
  }
}

/** The page's main thread: the one that called the most functions. */
function busiestThread(events: TraceEvent[]): string {
  const calls = new Map<string, number>()
  for (const { name, pid, tid } of events)
    if (name === 'FunctionCall') calls.set(`${pid}.${tid}`, (calls.get(`${pid}.${tid}`) ?? 0) + 1)
  return [...calls].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}
