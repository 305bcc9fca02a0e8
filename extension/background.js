// The only part of the extension that runs while its tab is closed: the toolbar button opens the app, or switches to its
// open tab. Plain JavaScript, because it is packaged unchanged. Chromium and Firefox both define `chrome`.

const app = chrome.runtime.getURL('index.html')

chrome.action.onClicked.addListener(async () => {
  const [open] = await chrome.tabs.query({ url: `${app}*` })
  if (open?.id === undefined) {
    await chrome.tabs.create({ url: app })
    return
  }
  await chrome.tabs.update(open.id, { active: true })
  await chrome.windows?.update(open.windowId, { focused: true })
})
