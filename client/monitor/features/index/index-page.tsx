export function IndexPage() {
  return null
}
