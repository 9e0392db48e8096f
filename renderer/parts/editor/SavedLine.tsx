import { useLingui } from '@lingui/react/macro';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { sentenceOf } from '../../../domain/errors.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import classes from './editor.module.css';
import type { DocumentState } from './keeper/documentKeeper.ts';

interface SavedLineProps {
  readonly state: DocumentState;
  readonly children?: ReactNode;
}

/** In one quiet line, whether what was typed is in the vault; if not, why not. */
export function SavedLine({ state, children }: SavedLineProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { refusal, unsaved, saving } = state;
  return (
    <div className={classes.saved}>
      {refusal !== undefined && (
        <span className={classes.stuck} role="alert">
          <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
          {t`Not saved: ${sentenceOf(refusal, language)}`}
        </span>
      )}
      {refusal === undefined && (
        <span aria-hidden={unsaved || saving || undefined}>{unsaved || saving ? t`Saving…` : t`Saved`}</span>
      )}
      {children !== undefined && <span>{children}</span>}
    </div>
  );
}
