/** The same table as a file: fetched, edited in Excel, and brought back after a look at what it would change. */
import { Button, Group } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { QuestionsReport, TableProblem } from '../../../../../server/setup/schemas.ts'
import { ApiError } from '../../../../shared/call-api.ts'
import { formatCount } from '../../../../shared/format-vi.ts'
import { DownloadButton } from '../../../shared/download-button.tsx'
import { DropZone } from '../../../shared/drop-zone.tsx'
import { ErrorNote } from '../../../shared/error-note.tsx'
import { ImportProblems } from '../../../shared/import-problems.tsx'
import importer from '../../../shared/importer.module.css'
import page from '../../../shared/page.module.css'
import { Panel } from '../../../shared/panel.tsx'
import type { ImportProblem } from '../../../shared/problem-words.ts'
import { useFileImport } from '../../../shared/use-file-import.ts'
import { useSingleMutation } from '../../../shared/use-single-mutation.ts'
import { lookUp, t } from '../../../words/t.ts'
import { changeWords } from '../change-words.ts'
import classes from '../setup.module.css'
import { cellOf, type Row } from '../sheet/sheet.ts'
import { definitionQuery, questionsFile, sendQuestions } from '../state/setup-calls.ts'
import { useSetup } from '../state/setup-context.ts'

const MOST = 50

export function UploadQuestions({ block }: { block: Row }) {
  const { code, base, readOnly, dirty, adopt } = useSetup()
  const client = useQueryClient()
  const blockCode = cellOf(block, 'code')
  // Somebody saved meanwhile: the file is to be held against their version.
  const onError = () => client.invalidateQueries({ queryKey: definitionQuery(code).queryKey })
  const check = useMutation({
    mutationFn: (file: File) => reported(sendQuestions(code, blockCode, base.version, file, true)),
    onError,
  })
  const bring = useSingleMutation({
    mutationFn: (file: File) => sendQuestions(code, blockCode, base.version, file, false),
    onSuccess: async () => adopt(await client.fetchQuery({ ...definitionQuery(code), staleTime: 0 })),
    onError,
  })
  const { file, choose, forget } = useFileImport<QuestionsReport, File>(check, bring)
  const report = check.data
  const clean = report && report.problems.length === 0
  return (
    <Panel
      title={t`Sửa bằng Excel`}
      aside={
        <Group gap={8}>
          <DownloadButton size="xs" href={questionsFile(code, blockCode, 'xlsx')}>
            {t`Tải bảng .xlsx`}
          </DownloadButton>
          <DownloadButton size="xs" href={questionsFile(code, blockCode, 'csv')}>
            {t`Tải bảng .csv`}
          </DownloadButton>
        </Group>
      }
    >
      <p className={classes.about}>
        {t`Bảng tải về là bản đã lưu của khối này, mỗi dòng một tiêu chí hoặc câu hỏi. Sửa xong thì tải lên lại; tệp được kiểm tra và cho xem sẽ đổi những gì trước khi lưu.`}
      </p>
      {!readOnly && dirty && <p>{t`Hãy lưu hoặc hoàn tác các thay đổi đang làm trước khi tải bảng lên.`}</p>}
      {!readOnly && !dirty && (
        <>
          {bring.isSuccess ? (
            <div className={importer.done} role="status">
              <p>{t`Đã lưu bảng từ tệp thành bản ${bring.data.version}.`}</p>
              <Button size="xs" variant="default" onClick={forget}>
                {t`Tải tệp khác`}
              </Button>
            </div>
          ) : (
            <DropZone words={t`Kéo bảng đã sửa vào đây`} busy={check.isPending} onFile={choose} />
          )}
          <ErrorNote error={check.error ?? bring.error}>
            {file && (
              <Button size="xs" variant="default" onClick={() => choose(file)} loading={check.isPending}>
                {t`Kiểm tra lại tệp`}
              </Button>
            )}
          </ErrorNote>
          {file && report && !bring.isSuccess && (
            <div className={importer.importer}>
              <h3 className={importer.title}>{file.name}</h3>
              {!clean && (
                <ImportProblems
                  problems={report.problems.map(importProblem)}
                  total={report.problems.length}
                  unitName={String}
                />
              )}
              {clean && report.changes.length === 0 && <p>{t`Bảng này giống hệt bản đã lưu.`}</p>}
              {clean && report.changes.length > 0 && (
                <>
                  <p>{t`${formatCount(report.rows)} dòng đọc được. Lưu bảng này sẽ đổi:`}</p>
                  <ul className={classes.changes}>
                    {report.changes.slice(0, MOST).map((change) => (
                      <li key={change.words}>{changeWords(change)}</li>
                    ))}
                  </ul>
                </>
              )}
              <div className={page.row}>
                <Button
                  onClick={() => bring.mutate(file)}
                  loading={bring.isPending}
                  disabled={!clean || report.changes.length === 0}
                >
                  {t`Lưu bảng này`}
                </Button>
                <Button variant="default" onClick={forget}>
                  {t`Bỏ tệp này`}
                </Button>
              </div>
            </div>
          )}
        </>
      )}
    </Panel>
  )
}

/** A file that is refused for its contents brings its report along; that is what is shown. */
async function reported(call: Promise<QuestionsReport>): Promise<QuestionsReport> {
  try {
    return await call
  } catch (refusal) {
    if (refusal instanceof ApiError && refusal.code === 'questions-invalid' && refusal.details)
      return refusal.details as QuestionsReport
    throw refusal
  }
}

/** As a file with mistakes is shown everywhere; row 0 is the table as a whole. */
function importProblem({ row, column, value, code, values, message }: TableProblem): ImportProblem {
  const words = lookUp(`table:${code}`, values) ?? message
  return { sheet: null, unit: null, row: row || null, column: column || null, value, code, message: words }
}
