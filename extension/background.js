// All that runs of the extension while its tab is closed: the toolbar button opens the app, or goes to the tab that is
// already open. Plain JavaScript, since it goes into the package as it is. Chromium and Firefox both know `chrome` here.

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
