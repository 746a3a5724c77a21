/** What `npm run screens` takes: every view of the console, in the sections of docs/screens/README.md. */
import { CODE } from '../prepare-survey.ts'

/** The draft of the year after. */
export const DRAFT = '2025'

/** When a picture is taken: while people answer, or once the result is final. */
export type When = 'running' | 'final'

export type View = {
  /** First part of the file's name. */
  name: string
  /** For the index, in English. */
  words: string
  /** Under /console. */
  path: string
  when: When
  /** Words that are there when the view is, where nothing else tells. */
  sign?: string | undefined
}

export type Section = { title: string; views: View[] }

/** Addresses of each place begin so. */
const PLACES = { office: '', draft: `/campaigns/${DRAFT}`, running: `/campaigns/${CODE}`, final: `/campaigns/${CODE}` }

/** `rest`: of the address, after its place. */
type Row = [place: keyof typeof PLACES, name: string, words: string, rest: string, sign?: string]

const ROWS: Record<string, Row[]> = {
  'Campaigns and overview': [
    ['office', 'campaigns', 'every campaign', '/', 'Đợt điều tra'],
    ['running', 'overview', 'live: rates, pace against the plan, units behind, sending, points so far', ''],
    ['draft', 'draft', 'a draft: what is left to do before it opens', ''],
  ],
  'Setting up': [
    ['draft', 'setup-general', 'title, notice, levels, sources, rules of the index', '/setup'],
    ['draft', 'setup-units', 'blocks, units, predecessors, groups', '/setup/units'],
    ['draft', 'setup-questions', 'questions and criteria as a table', '/setup/questions'],
    ['draft', 'setup-preview', 'a questionnaire as a phone shows it', '/setup/preview'],
    ['draft', 'setup-versions', 'who changed what', '/setup/versions'],
  ],
  People: [
    ['running', 'roster', 'the list of an open campaign', '/roster'],
    ['draft', 'roster-import', 'bringing a list into a draft', '/roster'],
    ['draft', 'sample', 'drawing a sample', '/roster/sample'],
    ['running', 'privacy', 'requests, notices, retention, the register', '/roster/privacy'],
  ],
  Sending: [
    ['running', 'sending', 'waves by channel', '/delivery', 'Từng lượt, từng kênh'],
    ['running', 'sending-plan', 'invitations and reminders by day', '/delivery/plan'],
    ['running', 'sending-channels', 'channels and their limits', '/delivery/channels'],
    ['running', 'sending-people', 'who was reached and how', '/delivery/people'],
    ['running', 'sending-by-hand', 'links to hand over', '/delivery/by-hand'],
    ['running', 'sending-templates', 'texts of the messages', '/delivery/templates', 'Xem trước'],
  ],
  Results: [
    ['running', 'results', 'survey points so far', '/results'],
    ['running', 'index-running', 'the index while people answer', '/results/index'],
    ['running', 'points', 'self-assessed, appraised and imported points', '/results/points', 'Thẩm định'],
    ['running', 'past', 'last year’s result', '/results/past'],
    ['final', 'index', 'the final index: ranks', '/results/index'],
    ['final', 'index-domains', 'by domain', '/results/index?view=domains', 'Trung bình của khối'],
    ['final', 'index-survey', 'points of the survey with their two ranges', '/results/index?view=survey'],
    ['final', 'report', 'the report', '/results/report', 'Độc lập - Tự do - Hạnh phúc'],
    ['final', 'publication', 'what is made public', '/results/publication', 'Công bố'],
  ],
  'Log, accounts, programs': [
    ['running', 'audit', 'the hash-chained log of a campaign', '/audit'],
    ['office', 'account', 'one’s own account', '/account'],
    ['office', 'accounts', 'accounts and invitations', '/admin'],
    ['office', 'programs', 'programs and webhooks', '/admin/programs'],
    ['office', 'audit-all', 'the whole log', '/admin/audit'],
  ],
}

export const SECTIONS: Section[] = Object.entries(ROWS).map(([title, rows]) => ({
  title,
  views: rows.map(([place, name, words, rest, sign]) => ({
    name,
    words,
    path: PLACES[place] + rest,
    when: place === 'final' ? 'final' : 'running',
    sign,
  })),
}))
