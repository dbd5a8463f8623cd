import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { NextRequest } from 'next/server';
import { describe, expect, test } from 'vitest';
import { isRenderedPerRequest, preparePage } from '@/lib/core/page-request.mjs';
import { config, middleware } from '@/middleware';

function prepared(url: string, sent: Record<string, string> = {}) {
  const request = new IncomingMessage(new Socket());
  request.url = url;
  Object.assign(request.headers, sent);
  const response = new ServerResponse(request);
  preparePage(request, response, () => 'bm9uY2U=');
  return { headers: request.headers, policy: response.getHeader('content-security-policy') };
}

describe('what a page is given before it is rendered', () => {
  test('R60 a page rendered per request gets its nonce in the policy of request and answer', () => {
    const { headers, policy } = prepared('/accounts/profile/?a=b');
    expect(policy).toContain("script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic';");
    expect(headers['content-security-policy']).toBe(policy);
    expect(prepared('/help/')).toMatchObject({ headers: {}, policy: undefined });
  });

  test('R04 R44 the workspace comes from the cookie, whatever a client sends under the header’s name', () => {
    const own = { 'x-active-workspace': 'mine', 'content-security-policy': 'script-src *' };
    expect(prepared('/tools/practice-overview/', own).headers).not.toHaveProperty('x-active-workspace');
    expect(prepared('/tools/practice-overview/', own).policy).not.toContain('*');
    for (const page of ['/help/', '/api/session/']) expect(prepared(page, own).headers).toEqual({});
    const cookie = 'session=s; active-workspace=a-membership; x=active-workspace=b';
    expect(prepared('/workspaces/', { ...own, cookie }).headers['x-active-workspace']).toBe('a-membership');
    expect(prepared('/workspaces/', { cookie: 'not-active-workspace=b' }).headers).not.toHaveProperty(
      'x-active-workspace',
    );
  });

  test('the web server and middleware.ts mean the same pages, and middleware is not called for what is done', () => {
    const posted = 'multipart/form-data; boundary=b';
    for (const { source, has, missing } of config.matcher) {
      expect(missing).toEqual([{ type: 'header', key: 'content-security-policy' }]);
      if (has) continue;
      const page = source.replace(/:slug\+|:path\*/, 'some/page');
      expect(isRenderedPerRequest(`/${page.slice(1)}/`), page).toBe(true);
    }
    for (const page of ['/', '/tools/', '/help/', '/accounts-of-old/', '/api/session/', '/_next/static/x.js'])
      expect(isRenderedPerRequest(page), page).toBe(false);
    for (const page of ['/', '/tools/', '/help/']) expect(isRenderedPerRequest(page, posted), page).toBe(true);
    for (const page of ['/api/datasets/upload/', '/_next/x'])
      expect(isRenderedPerRequest(page, posted), page).toBe(false);
  });

  test('R44 R60 middleware does the same where another server is in front', () => {
    const cookie = 'active-workspace=a-membership';
    const headers = { cookie, 'x-active-workspace': 'mine' };
    const told = middleware(new NextRequest('http://localhost/workspaces/', { headers })).headers;
    expect(told.get('x-middleware-request-x-active-workspace')).toBe('a-membership');
    expect(told.get('content-security-policy')).toMatch(/script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic';/);
    expect(told.get('x-middleware-request-content-security-policy')).toBe(told.get('content-security-policy'));
  });
});
