/**
 * The respondent's page: finds out what this device can do and what it already keeps, then shows one screen at a time.
 * The HTML came from server/respond/; this script is all that must load before a person can answer.
 */
import { closedPage } from './closed-page.ts'
import { keepOffline, readSource } from './keep-offline.ts'
import { memoryStore, openStore } from './kept.ts'
import { openPage } from './open-page.ts'
import { byId, readPageData, readToken } from './page.ts'
import { loadParts, previewParts } from './parts.ts'
import { createSession } from './session.ts'
import './base.css'
import './controls.css'
import './questions.css'
import './settled.css'

async function start(): Promise<void> {
  const source = readSource()
  document.documentElement.setAttribute('data-ready', '')
  const data = readPageData()
  if (data.preview) return openPage(createSession(data, '', memoryStore(), previewParts(data)))
  if (!window.isSecureContext || !crypto.subtle) {
    byId<HTMLAnchorElement>('secure').href = `https://${location.host}${location.pathname}`
    byId('insecure').hidden = false
    return
  }
  if (typeof BigInt === 'undefined' || !window.TextEncoder || !window.AbortController) {
    byId('old').hidden = false
    return
  }
  const token = readToken()
  const store = await openStore()
  const session = createSession(data, token, store, await loadParts(data, store, token))
  if (data.status === 'open' || data.status === 'paused') await openPage(session)
  else if (data.status !== 'draft') await closedPage(session)
  keepOffline(source)
}

start()
