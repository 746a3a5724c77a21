/**
 * `npm run demo`: the main job, start to end. Embedded stores, the 2024 survey of a province with 1,574 invented
 * respondents, messages into the built-in outbox, and people who answer over HTTP with real credentials at a pace one can
 * watch. `-- --fast`: everyone at once, then close, finalize, print the points beside the printed ones, and exit.
 * `-- --simulate`: Zalo messages go to a simulated Zalo with its troubles instead of the outbox (simulate-zalo.ts).
 */
import { answerAtAPace, answerAtOnce } from './answer.ts'
import { finishSurvey } from './finish-survey.ts'
import { CODE } from './prepare-survey.ts'
import { ADMIN, PEOPLE, startDemo } from './start-demo.ts'

const STOP_WITHIN_MS = 9_500

const fast = process.argv.includes('--fast')
const simulate = process.argv.includes('--simulate')
const say = (line: string): void => console.log(line)
const leaving = new AbortController()
let stop = async (): Promise<void> => {}

async function main(): Promise<void> {
  const keepStop = (how: typeof stop) => {
    stop = how
  }
  const { base, officer, sheets } = await startDemo(say, progressLine, keepStop, { simulate })
  if (fast) {
    await answerAtOnce(base, sheets, progressLine('Đã trả lời'))
    const near = await finishSurvey(officer, say)
    await stop()
    process.exit(near ? 0 : 1)
  }
  const kept = sheets.at(-1)!
  const client = await officer.post<{ clientId: string; clientSecret: string }>('/api/clients', {
    name: 'Phần mềm Chỉ số',
  })
  say('')
  say(`Bảng theo dõi:         ${base}/console/campaigns/${CODE}`)
  say(`Đăng nhập:             ${ADMIN.email} / ${ADMIN.password}`)
  say(`Phiếu của một người:   ${base}/p/${kept.token}   (mở trên điện thoại hoặc trình duyệt và tự trả lời)`)
  say(`Hộp thư thử:           ${base}/dev/outbox${simulate ? '   (thư điện tử; Zalo do bộ giả lập nhận)' : ''}`)
  say('Phần mềm Chỉ số lấy điểm:')
  say(`  curl -X POST ${base}/api/index/token -H 'content-type: application/json' -d '${JSON.stringify(client)}'`)
  say(`  curl ${base}/api/index/v1/campaigns/${CODE}/scores -H 'authorization: Bearer …'   (hoặc …/index)`)
  say('Dừng: Ctrl+C')
  say('')
  await answerAtAPace(base, sheets.slice(0, -1), progressLine('Đã trả lời'), leaving.signal)
  if (!leaving.signal.aborted)
    say('Mọi người đã trả lời, trừ phiếu để dành cho bạn. Hệ thống vẫn chạy; dừng bằng Ctrl+C.')
}

/** Says how far it is at each tenth, and where a person watches a terminal more often on one line. */
function progressLine(what: string): (done: number) => void {
  let said = -1
  return (done) => {
    const tenth = Math.floor((done * 10) / PEOPLE)
    if (process.stdout.isTTY) process.stdout.write(`\r${what}: ${done}/${PEOPLE}${done === PEOPLE ? '\n' : ''}`)
    else if (tenth > said) say(`${what}: ${done}/${PEOPLE}`)
    said = tenth
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (leaving.signal.aborted) return
    leaving.abort()
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    void stop().then(() => process.exit(0))
  })
}

main().catch(async (error) => {
  // Stopping in the middle breaks whatever was under way; that is no failure.
  if (leaving.signal.aborted) return
  console.error(`demo: ${error instanceof Error ? error.message : error}`)
  await stop()
  process.exit(1)
})
