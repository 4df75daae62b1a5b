import { createContext, useContext, type ReactNode } from 'react';

/** What the fields of a form show: values and errors by name. A field of several values has an array. */
export type FieldState = {
  values: Readonly<Record<string, string | readonly string[]>>;
  errors: Readonly<Record<string, ReactNode>>;
};

const FieldStateContext = createContext<FieldState>({ values: {}, errors: {} });

/** Set by a form around its fields; without one a field shows only what it is given. */
export const FieldStateProvider = FieldStateContext.Provider;

export function useFieldState() {
  const { values, errors } = useContext(FieldStateContext);
  const all = (name: string): readonly string[] | undefined => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return typeof value === 'string' ? [value] : value;
  };
  return {
    /** Every value; undefined where the form holds none for the field. */
    valuesOf: all,
    /** The value, or the first of several. */
    valueOf: (name: string): string | undefined => all(name)?.[0],
    errorOf: (name: string): ReactNode => (Object.hasOwn(errors, name) ? errors[name] : undefined),
  };
}
