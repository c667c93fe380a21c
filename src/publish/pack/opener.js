// Runs in the downloaded file alone, without any network. What it derives and opens, engine/pack/seal.ts has sealed.
;(() => {
  const at = id => document.getElementById(id)
  const pack = JSON.parse(at('pack').textContent)
  const head = JSON.parse(pack.head)
  const bytes = text => Uint8Array.from(atob(text), sign => sign.charCodeAt(0))
  const utf8 = new TextEncoder()
  const wrong =
    'This passphrase does not open the pack. Check capital letters and signs, and try again. If you are sure of it, the file was damaged or changed: use another copy'

  const keyOf = async passphrase => {
    const typed = utf8.encode(passphrase.normalize('NFKC').trim())
    const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
    const by = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(head.salt), iterations: head.rounds }
    return crypto.subtle.deriveKey(by, material, { name: 'AES-GCM', length: 256 }, false, ['decrypt'])
  }

  const opened = async passphrase => {
    const key = await keyOf(passphrase)
    // What the file says in clear is checked with what is sealed: neither can be changed without the other.
    const by = { name: 'AES-GCM', iv: bytes(head.iv), additionalData: utf8.encode(pack.head) }
    return new TextDecoder().decode(await crypto.subtle.decrypt(by, key, bytes(pack.sealed)))
  }

  const say = problem => {
    at('problem').textContent = problem
    at('passphrase').setAttribute('aria-invalid', String(problem !== ''))
    at('group').classList.toggle('pack-group--error', problem !== '')
    if (problem !== '') at('passphrase').focus()
  }

  /** On every sheet of paper: what it is, of when and whose. */
  const runningHead = words => {
    const rule = `@page { @top-left { content: ${JSON.stringify(words)}; font: 9pt Arial, sans-serif } }`
    document.styleSheets[0].insertRule(rule, document.styleSheets[0].cssRules.length)
  }

  const show = html => {
    at('contents').innerHTML = html
    runningHead(at('contents').querySelector('[data-running]').dataset.running)
    at('passphrase').value = ''
    at('locked').hidden = true
    at('opened').hidden = false
    at('contents').querySelector('h1').focus()
  }

  at('open').addEventListener('submit', async event => {
    event.preventDefault()
    if (at('go').disabled) return
    say('')
    const typed = at('passphrase').value
    if (typed.trim() === '') return say('Enter your passphrase')
    at('go').disabled = true
    at('progress').textContent = 'Opening the pack. This takes some seconds.'
    try {
      show(await opened(typed))
    } catch {
      say(wrong)
    } finally {
      at('go').disabled = false
      at('progress').textContent = ''
    }
  })
  at('print').addEventListener('click', () => window.print())
  at('close').addEventListener('click', () => {
    at('contents').textContent = ''
    at('opened').hidden = true
    at('locked').hidden = false
    at('passphrase').focus()
  })
  if (globalThis.crypto?.subtle) at('open').hidden = false
  else
    at('locked').append(
      'This browser cannot open the pack. Open the file in a current version of Edge, Chrome, Firefox or Safari.',
    )
})()
