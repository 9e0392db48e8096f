import { useLingui } from '@lingui/react/macro';
import type { Label } from '../../../domain/handling/handling.ts';
import classes from './handling.module.css';

const COLOURS: Readonly<Record<Label, string | undefined>> = {
  PRIVATE: classes.private,
  'TLP:RED': classes.red,
  'TLP:AMBER+STRICT': classes.amber,
  'TLP:AMBER': classes.amber,
  'TLP:GREEN': classes.green,
  'TLP:CLEAR': classes.clear,
};

/** A TLP label in its official colour on black; the words are the same in every language. */
export function HandlingBadge({ label }: { readonly label: Label }) {
  const { t } = useLingui();
  return <span className={`${classes.badge} ${COLOURS[label] ?? ''}`}>{label === 'PRIVATE' ? t`PRIVATE` : label}</span>;
}
