import type { ReactNode } from 'react';
import classes from './page.module.css';

/** The space between rail and side panel. `wide`: for lists that use all of it and scroll by themselves. */
export function Page({ children, wide = false }: { readonly children: ReactNode; readonly wide?: boolean }) {
  return <div className={wide ? classes.wide : classes.page}>{children}</div>;
}
