import type { Permission } from '#app/domain/kernel/permissions.ts';
import type { Params } from 'react-router';
import type { Marking } from '#app/ui/layout/frame-context.ts';
import type { SectionName } from './navigation.ts';

/** Who may enter: anyone, whoever is signed in, or the holders of a permission. */
export type Access = 'anyone' | 'signed_in' | Permission;

/** What a layout says for the routes in it. */
export type LayoutHandle = {
  /** The protective marking of the page; null or absent for none. */
  marking?: Marking | null;
  /** The section of the menu, or several, of which the first that a person has is marked. */
  section?: SectionName | readonly SectionName[];
};

/** What a route says of itself, once: guard, frame, menu and tests read it. A route without `access` is refused. */
export type RouteHandle = LayoutHandle & {
  access: Access;
  /**
   * Whoever enters proved who they are within ten minutes: otherwise they are asked to first (decision 0071). Where several
   * actions share a route, it says of which.
   */
  recentProof?: true | ((params: Params) => boolean);
  /**
   * What opens to a session that still owes its second factor, of which every other page knows nothing: `always`; while a first
   * one is set up; or to send a report about danger.
   */
  beforeSecondFactor?: 'always' | 'first_factor' | 'danger';
  /** The session is not looked at: what watches the portal is told how it is, whatever the database does. */
  sessionless?: true;
  /** An open page asks by itself, so nobody is there for certain: no session is renewed, and nothing is said of what was done. */
  background?: true;
  /**
   * What becomes of a form that was posted here after its session had ended, once its owner has signed in. `save`: one
   * button saves what was typed. `again`: it would send something, so it is shown once more, filled in (its action
   * takes the field `from` with the value "kept" for: show it, and send nothing). `send`: the report is not sent, and a
   * button that says so sends it. Absent: it is never posted again; what was typed is shown, and the person is led back.
   */
  afterSessionEnd?: 'save' | 'again' | 'send';
};
