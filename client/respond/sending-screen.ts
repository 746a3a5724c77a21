/** The steps of sending, in words, announced as they change. */
import { byId } from './page.ts'
import { words } from './words.ts'

export function renderSteps(step: 'sealing' | 'sending'): void {
  const done = step === 'sealing' ? 0 : 1
  Array.from(byId('steps').children).forEach((line, i) => {
    line.className = i < done ? 'past' : i === done ? 'now' : ''
  })
  byId('live').textContent = words[step]
  byId('retry').hidden = true
  byId('sending-help').hidden = true
}

export function sayWaiting(why: 'offline' | 'busy' | 'paused', durable: boolean): void {
  const text = why === 'paused' ? words.paused : navigator.onLine ? words.busy : words.offline
  byId('live').textContent = durable ? text : `${text} ${words.notKept}`
  byId('retry').hidden = false
  byId('sending-help').hidden = false
}
