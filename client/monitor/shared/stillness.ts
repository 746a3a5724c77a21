/** Whether this person's system asks that nothing moves; asked once, because it is always up to date. */
export const stillness = window.matchMedia('(prefers-reduced-motion: reduce)')
