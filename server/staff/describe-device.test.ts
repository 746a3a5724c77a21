import { expect, test } from 'vitest'
import { describeDevice } from './describe-device.ts'

const KIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)'
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)'

test.each([
  [`${WINDOWS} ${KIT} Chrome/141.0.0.0 Safari/537.36`, 'Chrome trên Windows'],
  [`${WINDOWS} ${KIT} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`, 'Edge trên Windows'],
  [`${WINDOWS} ${KIT} coc_coc_browser/120.0 Chrome/120.0.0.0 Safari/537.36`, 'Cốc Cốc trên Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0', 'Firefox trên Linux'],
  [`${IPHONE} AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1`, 'Safari trên iPhone'],
  [`${IPHONE} AppleWebKit/605.1.15 CriOS/141.0 Mobile/15E148 Safari/604.1`, 'Chrome trên iPhone'],
  [
    `Mozilla/5.0 (Linux; Android 15; SM-A156E) ${KIT} Chrome/141.0 Mobile Safari/537.36 Zalo android/24`,
    'Zalo trên Android',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15',
    'Safari trên macOS',
  ],
  ['curl/8.5.0', ''],
  [undefined, ''],
])('%s', (userAgent, words) => {
  expect(describeDevice(userAgent)).toBe(words)
})
