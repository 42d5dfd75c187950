// From a folder browsers load no modules, and nothing whose hash they would have to check. There, and only there, everything comes from one plain script.
if (location.protocol === 'file:') {
  for (const sealed of document.querySelectorAll('link[rel=stylesheet]')) {
    const plain = document.createElement('link')
    plain.rel = 'stylesheet'
    plain.href = sealed.href
    sealed.replaceWith(plain)
  }
  const script = document.createElement('script')
  script.src = './everything.js'
  script.onerror = () => {
    document.querySelector('.boot').textContent =
      'This copy of the page cannot be opened as a file. Serve it: npx regen-fees page.'
  }
  document.body.append(script)
}
