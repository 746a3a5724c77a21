/** The steps of sending, in words, announced as they change. */
import { byId } from './page.ts'
import { words } from './words.ts'

export function renderSteps(step: 'sealing' | 'sending'): void {
  const done = step === 'sealing' ? 0 : 1
  Array.from(byId('steps').children).forEach((line, i) => {
    line.className = i < done ? 'past' : i === done ? 'now' : ''
  })
  byId('live').textContent = words[step]
  showHelp(false, false)
}

/** `several`: other units can be answered meanwhile. */
export function sayWaiting(why: 'offline' | 'busy' | 'paused', durable: boolean, several: boolean): void {
  const text = why === 'paused' ? words.paused : navigator.onLine ? words.busy : words.offline
  byId('live').textContent = durable ? text : `${text} ${words.notKept}`
  showHelp(true, several)
}

function showHelp(waiting: boolean, several: boolean): void {
  byId('retry').hidden = !waiting
  byId('sending-help').hidden = !waiting
  byId('sending-back').hidden = !several
}
