/** Addresses of the routing rules. There is one draft at a time, so its address names none. */
export const routingAddresses = {
  rules: '/routing',
  version: (version: number) => `/routing?version=${version}`,
  draft: '/routing/draft',
  newRule: '/routing/draft/new-rule',
  rule: (code: string) => `/routing/draft/rules/${encodeURIComponent(code)}`,
  removeRule: (code: string) => `/routing/draft/rules/${encodeURIComponent(code)}/remove`,
  replay: (after?: number) => `/routing/draft/replay${after === undefined ? '' : `?after=${after}`}`,
  decide: '/routing/draft/decide',
  withdraw: '/routing/draft/withdraw',
};
