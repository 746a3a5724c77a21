/** Mantine's control with its styles, which only later pages need: the first load has a budget (client/test/console-budget.test.ts). */
import '@mantine/core/styles/SegmentedControl.css'
import '@mantine/core/styles/FloatingIndicator.css'

export { SegmentedControl } from '@mantine/core'
