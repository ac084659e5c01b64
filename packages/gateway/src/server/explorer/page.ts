const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** The explorer's page. Everything it loads is beside it; it holds no script of its own, so the policy can forbid inline ones. */
export const explorerPage = (title: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)} · 通办 Tongban</title>
<link rel="icon" href="/explorer/favicon.ico">
<link rel="stylesheet" href="/explorer/graphiql.css">
</head>
<body class="no-focus-outline">
<noscript>需要启用 JavaScript。接口地址是 /graphql。 This page needs JavaScript; the API is at /graphql.</noscript>
<div id="root" style="height:100vh"></div>
<script src="/explorer/settings.js"></script>
<script src="/explorer/graphiql.js"></script>
<script src="/explorer/start.js"></script>
</body>
</html>
`

/**
 * What the page may do: load from here, talk to here, nothing else. Monaco writes its styles into the page, so those are
 * allowed inline; its fonts and cursors are data addresses.
 */
export const explorerPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
