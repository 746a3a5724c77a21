/** Line icons, 20 × 20, drawn in the text's colour; always beside a word or under an accessible name. */
import type { ReactNode } from 'react'

type IconProps = { size?: number }

function Icon({ size = 18, children }: IconProps & { children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}

export const LanguageIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="10" cy="10" r="7" />
    <path d="M3 10h14M10 3c4 4.5 4 9.5 0 14c-4-4.5-4-9.5 0-14" />
  </Icon>
)

export const OverviewIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3 16.5V9m4.7 7.5V4m4.6 12.5V11m4.7 5.5V6.5" />
  </Icon>
)

export const RosterIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="7.5" cy="6.5" r="2.8" />
    <path d="M2.5 16.5c.4-3 2.3-4.6 5-4.6s4.6 1.6 5 4.6M13 4.2a2.6 2.6 0 0 1 0 4.8m1.6 3.3c1.7.6 2.7 2 2.9 4.2" />
  </Icon>
)

export const DeliveryIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M17.5 2.8 2.5 8.6l5.8 2.6m9.2-8.4-5.4 14.4-3.8-6m9.2-8.4-9.2 8.4" />
  </Icon>
)

export const ResultsIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3.5 4.5h13v11h-13zM3.5 8.3h13M8 8.3v7.2m4.3-7.2v7.2" />
  </Icon>
)

export const SetupIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3 5.5h6m4 0h4M3 10h2m4 0h8M3 14.5h8m4 0h2" />
    <circle cx="11" cy="5.5" r="1.8" />
    <circle cx="7" cy="10" r="1.8" />
    <circle cx="13" cy="14.5" r="1.8" />
  </Icon>
)

export const AuditIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5 2.8h10v14.4H5zM7.8 6.5h4.4M7.8 10h4.4m-4.4 3.5h2.6" />
  </Icon>
)

export const AdminIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M10 2.5 16 5v4.4c0 3.8-2.4 6.7-6 8.1-3.6-1.4-6-4.3-6-8.1V5zM7.4 9.9l1.9 1.9 3.4-3.6" />
  </Icon>
)

export const BackIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M12 4.5 6.5 10l5.5 5.5" />
  </Icon>
)

export const MoreIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="4" cy="10" r=".8" fill="currentColor" />
    <circle cx="10" cy="10" r=".8" fill="currentColor" />
    <circle cx="16" cy="10" r=".8" fill="currentColor" />
  </Icon>
)

export const SunIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="10" cy="10" r="3.3" />
    <path d="M10 2.3v1.6m0 12.2v1.6M2.3 10h1.6m12.2 0h1.6M4.6 4.6l1.1 1.1m8.6 8.6 1.1 1.1m0-10.8-1.1 1.1m-8.6 8.6-1.1 1.1" />
  </Icon>
)

export const MoonIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M16.5 11.6A6.8 6.8 0 0 1 8.4 3.5a6.8 6.8 0 1 0 8.1 8.1z" />
  </Icon>
)

export const WarnIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M10 3.2 2.6 16.3h14.8L10 3.2zm0 5v3.6m0 2.3v.1" />
  </Icon>
)

export const UploadIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M10 13V4m0 0L6.5 7.5M10 4l3.5 3.5M3.5 13.5v2.8h13v-2.8" />
  </Icon>
)

export const DownloadIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M10 4v9m0 0 3.5-3.5M10 13 6.5 9.5M3.5 13.5v2.8h13v-2.8" />
  </Icon>
)

export const CopyIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M7 7h9.5v9.5H7zM13 7V3.5H3.5V13H7" />
  </Icon>
)

export const CheckIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m4.5 10.5 3.7 3.7 7.3-8" />
  </Icon>
)

export const LockIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5 9h10v7.5H5zm2-0V6.5a3 3 0 0 1 6 0V9" />
  </Icon>
)

export const WallIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M2.8 4h14.4v9.5H2.8zM7 16.5h6" />
  </Icon>
)

export const SignOutIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M8.5 3.5h-5v13h5M8 10h9m0 0-3.3-3.3M17 10l-3.3 3.3" />
  </Icon>
)

export const ChevronIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m5.5 8 4.5 4.5L14.5 8" />
  </Icon>
)

export const PlusIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M10 4v12M4 10h12" />
  </Icon>
)

export const SearchIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="8.8" cy="8.8" r="5" />
    <path d="m12.6 12.6 4 4" />
  </Icon>
)
