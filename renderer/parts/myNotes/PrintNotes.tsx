import { useLingui } from '@lingui/react/macro';
import { IconPrinter } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useAction } from '../../application/actions.ts';
import { printAddress } from '../../application/addresses.ts';
import { ActionButton } from '../page/ActionButton.tsx';

/** Prints my notes on a meeting, for myself. */
export function PrintNotes({ meeting }: { readonly meeting: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const print = {
    id: 'myNotes.print',
    title: t`Print my notes`,
    group: t`Notes`,
    icon: IconPrinter,
    run: () => navigate(printAddress('annotations', meeting)),
  };
  useAction(print);
  return <ActionButton action={print} />;
}
