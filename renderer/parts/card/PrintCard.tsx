import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { groupsIn } from '../../../domain/exchange/readDigits.ts';
import { tellError } from '../../application/errors.tsx';
import { usualPaper } from '../../language/paperSize.ts';
import { PaperPages } from '../printing/PaperPages.tsx';
import type { Card } from './CardTrust.tsx';
import { drawCard } from './drawCard.ts';
import { useHolderLine } from './holderLine.ts';

/** Prints a card as a page to hand over. There is nothing secret in it. */
export function PrintCard({ card, onPrinted }: { readonly card: Card; onPrinted(): void }) {
  const { t } = useLingui();
  const lineOf = useHolderLine();
  const [page, setPage] = useState<string>();
  const paper = usualPaper();
  const print = async () => {
    const printed = {
      head: t`Amberdesk · Card`,
      name: card.name,
      line: lineOf(card),
      groups: groupsIn(card.digits),
      digits: card.digits,
      text: [
        t`The card itself is a file that ends in .ambercard. Add it, then compare these digits with those that Amberdesk shows for it.`,
        t`They must be the same on both sides. Whoever compared them has verified the card, and bundles can be sealed for its holder.`,
      ],
    };
    setPage(await drawCard(printed, paper));
  };
  const done = () => {
    if (page !== undefined) URL.revokeObjectURL(page);
    setPage(undefined);
    onPrinted();
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} stroke={1.6} aria-hidden />}
        onClick={() => void print().catch(tellError)}
      >
        {t`Print the card…`}
      </Button>
      {page !== undefined && <PaperPages pages={[page]} paper={paper} onDone={done} />}
    </>
  );
}
