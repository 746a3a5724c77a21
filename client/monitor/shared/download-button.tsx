import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { DownloadIcon } from './icons.tsx'

type DownloadButtonProps = { href: string; size?: 'xs' | 'sm'; children: ReactNode }

/** Fetches a file that the server makes. */
export const DownloadButton = ({ href, size = 'sm', children }: DownloadButtonProps) => (
  <Button component="a" href={href} download variant="default" size={size} leftSection={<DownloadIcon size={16} />}>
    {children}
  </Button>
)
