/** Báo cáo: the yearly report as it will be printed, written in place, with every figure leading to its source. */

import { Link, useParams } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { FieldsView, Figure, ReportDocument as Report } from '../../../shared/report-types.ts'
import { useCampaign } from '../../shared/campaign-queries.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { useMayChange } from '../../shared/may-change.ts'
import page from '../../shared/page.module.css'
import { PageLoading } from '../../shared/page-loading.tsx'
import { Panel } from '../../shared/panel.tsx'
import { t } from '../../words/t.ts'
import { AuditFold } from './audit-fold.tsx'
import { Contents } from './contents.tsx'
import { useDraftFields, useDraftOwner } from './field-drafts.ts'
import { FigureDrawer } from './figure-drawer.tsx'
import { FormFold } from './form-fold.tsx'
import { ReportChart } from './report-chart.tsx'
import { ReportDocument } from './report-document.tsx'
import classes from './report-page.module.css'
import { CHARTS_ANCHOR, goTo, tableAnchor } from './report-places.ts'
import { useFields, useReport } from './report-query.ts'
import { ReportState } from './report-state.tsx'
import { ReportTables, type Visit } from './report-tables.tsx'

export function ReportPage() {
  const { code } = useParams({ from: '/campaigns/$code' })
  const draft = useCampaign(code).data?.status === 'draft'
  const report = useReport(code)
  const fields = useFields(code)
  if (draft) {
    return (
      <Panel label={t`Chưa có báo cáo`}>
        <p>
          {t`Báo cáo dựng từ các con số của đợt điều tra, nên có sau khi mở đợt. `}
          <Link to="/campaigns/$code" params={{ code }}>
            {t`Xem việc cần làm trước`}
          </Link>
        </p>
      </Panel>
    )
  }
  const retry = () => void Promise.all([report.refetch(), fields.refetch()])
  return (
    <div className={page.stack}>
      <ErrorNote error={report.error ?? fields.error} onRetry={retry} />
      {(report.isLoading || fields.isLoading) && <PageLoading />}
      {report.data && fields.data && <Loaded code={code} report={report.data} fields={fields.data.fields} />}
    </div>
  )
}

function Loaded({ code, report, fields }: { code: string; report: Report; fields: FieldsView['fields'] }) {
  const mayChange = useMayChange()
  const unsaved = useDraftFields(useDraftOwner(), code).split(' ')
  const [figure, setFigure] = useState<Figure>()
  const [opened, setOpened] = useState(false)
  const read = useRef<HTMLElement>(null)
  const tables = useOpenTables()
  const onFigure = useCallback((chosen: Figure, from: HTMLElement) => {
    read.current = from
    setFigure(chosen)
    setOpened(true)
  }, [])
  const [narratives, form] = useMemo(() => {
    const inText = report.parts.flatMap((part) => (part.kind === 'field' ? part.field : []))
    const known = inText.flatMap((name) => fields.find(({ field }) => field === name) ?? [])
    return [known, fields.filter(({ field }) => !inText.includes(field))]
  }, [report.parts, fields])
  return (
    <>
      <ReportState code={code} report={report} narratives={narratives} unsaved={unsaved} />
      <FormFold code={code} fields={form} mayChange={mayChange} unsaved={unsaved} />
      <div className={classes.desk}>
        <Contents report={report} onTable={(table) => tables.show({ table, units: [] })} />
        <ReportDocument code={code} report={report} fields={fields} mayChange={mayChange} onFigure={onFigure} />
      </div>
      {report.charts.length > 0 && (
        <div id={CHARTS_ANCHOR} tabIndex={-1} className={classes.place}>
          <Panel title={t`Biểu đồ`}>
            <div className={classes.charts}>
              {report.charts.map((chart) => (
                <ReportChart key={chart.code} chart={chart} />
              ))}
            </div>
          </Panel>
        </div>
      )}
      <ReportTables
        report={report}
        open={tables.open}
        visit={tables.visit}
        onTurn={tables.turn}
        onBack={() => {
          read.current?.scrollIntoView({ block: 'center' })
          read.current?.focus({ preventScroll: true })
        }}
      />
      <AuditFold code={code} report={report} />
      <FigureDrawer
        code={code}
        report={report}
        figure={figure}
        opened={opened}
        onClose={() => setOpened(false)}
        onTable={(table) => {
          setOpened(false)
          tables.show({ table, units: figure?.source.units ?? [] })
        }}
      />
    </>
  )
}

/** Which tables are open, and the one that somebody was led to: it opens, and the screen goes there once it is drawn. */
function useOpenTables() {
  const [open, setOpen] = useState<string[]>([])
  const [visit, setVisit] = useState<Visit>()
  useEffect(() => {
    if (visit) goTo(tableAnchor(visit.table))
  }, [visit])
  return {
    open,
    visit,
    turn: (table: string) =>
      setOpen((before) => (before.includes(table) ? before.filter((one) => one !== table) : [...before, table])),
    show: (next: Visit) => {
      setOpen((before) => (before.includes(next.table) ? before : [...before, next.table]))
      setVisit(next)
    },
  }
}
