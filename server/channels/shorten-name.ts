/**
 * A person's name in at most `max` characters, for Zalo's template (CONTRACT "Zalo and mail"). Vietnamese people are
 * addressed by the last word, so words go from the middle first: "Nguyễn Thị Hồng … Ánh" keeps family and given name. Pure.
 */
export function shortenName(name: string, max = 30): string {
  const words = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .split(' ')
  const fits = (candidate: string[]) => [...candidate.join(' ')].length <= max
  if (fits(words)) return words.join(' ')
  const given = words[words.length - 1]!
  const before = words.slice(0, -1)
  while (before.length > 0 && !fits([...before, given])) before.pop()
  return [...[...before, given].join(' ')].slice(0, max).join('')
}
