/** People of the demonstration. */
export const people = {
  reporter: 'robin@harbour-trust.example',
  otherReporter: 'sam@lantern-project.example',
  officer: 'fib.officer@police.example',
  supervisor: 'fib.supervisor@police.example',
  spocEast: 'spoc.birmingham-east@police.example',
  mdsLead: 'mds.lead@police.example',
} as const;

/** Printed at the start of every demonstration. */
export const demonstrationPassword = 'example-harbour-lantern';
