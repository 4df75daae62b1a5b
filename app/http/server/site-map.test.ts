import { describe, expect, it } from 'vitest';
import { siteMapOf, siteTable, type BuiltRoutes } from './site-map.ts';

const built = (routes: Record<string, { path?: string; parentId?: string; handle?: object }>): BuiltRoutes =>
  Object.fromEntries(
    Object.entries(routes).map(([id, { path, parentId, handle }]) => [
      id,
      { id, path, parentId, module: handle ? { handle } : {} },
    ]),
  );
const plan = { layout: { handle: { marking: 'aggregate', section: 'plan' } } };

describe('the site map', () => {
  it('knows what a route and the layouts around it say', () => {
    const site = siteMapOf(
      built({
        ...plan,
        item: { path: 'plan/:code', parentId: 'layout', handle: { access: 'plan.read', marking: null } },
        owner: {
          path: 'plan/:code/owner',
          parentId: 'layout',
          handle: { access: 'plan.assign', afterSessionEnd: 'save' },
        },
      }),
    );
    const owner = { access: 'plan.assign', marking: 'aggregate', section: 'plan', afterSessionEnd: 'save' };
    expect(site.handleOf('/plan/:code/owner')).toEqual(owner);
    expect(site.handleAt('/plan/Protect%201/owner?from=mine#top')).toEqual(owner);
    expect(site.handleAt('/plan/x')).toEqual({ access: 'plan.read', marking: null, section: 'plan' });
    expect(site.handleOf('/plan/x')).toBeNull();
    expect(site.handleAt('/elsewhere')).toBeNull();
    expect(siteTable(site).split('\n')[2]).toBe(
      '/plan/:code/owner  owner  plan.assign  -             -                     aggregate  plan     save',
    );
  });

  it.each([undefined, {}, { access: 'plan.eat' }, { access: 'toString' }, { access: ['plan.read'] }])(
    'refuses a route that does not say who may enter: %o',
    (handle) => {
      const routes = { ...plan, item: { path: 'plan/:code', parentId: 'layout', ...(handle && { handle }) } };
      expect(() => siteMapOf(built(routes))).toThrow('/plan/:code');
    },
  );

  it('refuses a section that the menu does not have', () => {
    const handle = { access: 'plan.read', section: 'plans' };
    expect(() => siteMapOf(built({ item: { path: 'plan', handle } }))).toThrow('/plan');
  });
});
