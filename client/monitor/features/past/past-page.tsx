export function PastPage() {
  return null
}
