/** Where a figure of the report comes from: how it was made, the table that shows it, the units that it is about. */

import { Button, Drawer } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Figure, ReportDocument } from '../../../shared/report-types.ts'
import { t } from '../../words/t.ts'
import classes from './figure-drawer.module.css'
import { unitsOf } from './report-places.ts'

type FigureDrawerProps = {
  code: string
  report: ReportDocument
  figure: Figure | undefined
  opened: boolean
  onClose: () => void
  onTable: (table: string) => void
}

export function FigureDrawer({ code, report, figure, opened, onClose, onTable }: FigureDrawerProps) {
  return (
    <Drawer
      opened={opened && figure !== undefined}
      onClose={onClose}
      position="right"
      size="md"
      title={figure && t`Số ${figure.text} từ đâu ra`}
    >
      {figure && <Source code={code} report={report} figure={figure} onTable={onTable} />}
    </Drawer>
  )
}

type SourceProps = Pick<FigureDrawerProps, 'code' | 'report' | 'onTable'> & { figure: Figure }

function Source({ code, report, figure: { source }, onTable }: SourceProps) {
  const table = report.tables.find((one) => one.code === source.table)
  const units = unitsOf(report, source.units)
  return (
    <dl className={classes.source}>
      <div>
        <dt>{t`Cách tính`}</dt>
        <dd className={classes.formula} lang="vi">
          {source.formula}
        </dd>
      </div>
      {table && (
        <div>
          <dt>{t`Nằm ở`}</dt>
          <dd>
            <Button variant="default" h="auto" py={6} onClick={() => onTable(table.code)}>
              {t`Xem Biểu số ${table.code}`}
            </Button>
            <p className={classes.soft} lang="vi">
              {table.title}
            </p>
          </dd>
        </div>
      )}
      {units.length > 0 && (
        <div>
          <dt>{units.length === 1 ? t`Đơn vị` : t`${units.length} đơn vị`}</dt>
          <dd>
            <ul className={classes.units}>
              {units.map((unit) => (
                <li key={unit.code}>
                  <Link
                    to="/campaigns/$code/results/index"
                    params={{ code }}
                    search={{ block: unit.block, unit: unit.code }}
                  >
                    {unit.name}
                  </Link>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      <div>
        <dt>{t`Vị trí trong tệp số liệu`}</dt>
        <dd>
          <code>{source.path}</code>
          <p className={classes.soft}>{t`Tệp .json ở mục “Kiểm tra lại báo cáo” giữ số này tại vị trí đó.`}</p>
        </dd>
      </div>
    </dl>
  )
}
