/** The page a session filter shows instead of the answer, with status 200. */
export const loginPage = `<!DOCTYPE html>
<html><head><meta charset="UTF-8"><title>统一身份认证平台</title></head>
<body><form action="/sso/login" method="post"><h1>登录超时,请重新登录</h1>
<input name="username"><input name="password" type="password"><button>登录</button></form></body></html>`

/** The page of the proxy in front of the system. */
export const errorPage = (status: number): string => `<html>
<head><title>${status} ${status === 502 ? 'Bad Gateway' : 'Server Error'}</title></head>
<body><center><h1>${status} ${status === 502 ? 'Bad Gateway' : 'Server Error'}</h1></center><hr><center>nginx</center></body></html>`
