import { useLingui } from '@lingui/react/macro';
import { ROOT_FORM } from '../../../domain/vault/shares.ts';
import { KeyFromPaper, type TypedFromPaper } from '../recovery/KeyFromPaper.tsx';

interface RootFieldProps {
  onChange(root: TypedFromPaper): void;
  readonly autoFocus?: boolean;
}

/** Where the root of the network is typed from its sheet, or from two of its three shares. */
export function RootField(props: RootFieldProps) {
  const { t } = useLingui();
  return <KeyFromPaper label={t`Root of the network`} form={ROOT_FORM} {...props} />;
}
