import { index, route, type RouteConfig } from '@react-router/dev/routes';

/** The site map. app/http/access.ts says who may enter each; a test holds the two together. */
export default [
  index('routes/home.tsx'),
  route('theme.css', 'routes/theme.ts'),
  route('health/live', 'routes/health/live.ts'),
  route('health/ready', 'routes/health/ready.ts'),
  route('health/urgent', 'routes/health/urgent.ts'),

  // Identity
  route('sign-in', 'routes/identity/sign-in.tsx'),
  route('sign-out', 'routes/identity/sign-out.tsx'),
  route('invitation/:token', 'routes/identity/invitation.tsx'),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
