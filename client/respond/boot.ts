/**
 * Inlined, and written for browsers too old for the page: whatever kept main.ts from running (no modules, a syntax it does
 * not know, a lost connection), the person reads what to do instead of facing a dead button.
 */
// The style hides the words about missing JavaScript once this has run.
document.documentElement.setAttribute('data-script', '')

window.addEventListener('load', () => {
  setTimeout(() => {
    if (document.documentElement.hasAttribute('data-ready')) return
    var old = document.getElementById('old')
    if (old) old.hidden = false
  }, 0)
})
