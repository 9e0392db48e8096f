import { useLingui } from '@lingui/react/macro';
import { ActionIcon, NumberInput, Select, Tooltip } from '@mantine/core';
import { type Icon, IconChevronDown, IconChevronUp, IconMinus, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { type Action, useAction } from '../application/actions.ts';
import classes from './print.module.css';
import { nextZoom, percentOf, STEPS, type Zoom } from './zoom.ts';

interface SheetBarProps {
  readonly page: number;
  readonly pages: number;
  readonly zoom: Zoom;
  readonly scale: number;
  setZoom(zoom: Zoom): void;
  goTo(page: number): void;
}

/** Which page is in view, and how large. */
export function SheetBar({ page, pages, zoom, scale, setZoom, goTo }: SheetBarProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState<number | string>();
  const percent = percentOf(scale);
  const sizes = [
    { value: 'width', label: zoom === 'width' ? t`Page width, ${percent} %` : t`Page width` },
    { value: 'page', label: zoom === 'page' ? t`Whole page, ${percent} %` : t`Whole page` },
    ...STEPS.map((step) => ({ value: String(step), label: t`${Math.round(step * 100)} %` })),
  ];
  const larger = {
    id: 'print.larger',
    title: t`Larger`,
    icon: IconPlus,
    disabled: percent >= 300,
    run: () => setZoom(nextZoom(scale, 1)),
  };
  const smaller = {
    id: 'print.smaller',
    title: t`Smaller`,
    icon: IconMinus,
    disabled: percent <= 50,
    run: () => setZoom(nextZoom(scale, -1)),
  };
  const before = {
    id: 'print.before',
    title: t`Page before`,
    icon: IconChevronUp,
    disabled: page <= 1,
    run: () => goTo(page - 1),
  };
  const next = {
    id: 'print.next',
    title: t`Next page`,
    icon: IconChevronDown,
    disabled: page >= pages,
    run: () => goTo(page + 1),
  };
  const group = t`Print`;
  useAction({ ...larger, group });
  useAction({ ...smaller, group });
  useAction({ ...before, group });
  useAction({ ...next, group });
  useAction({ id: 'print.width', title: t`Page width`, group, run: () => setZoom('width') });
  useAction({ id: 'print.whole', title: t`Whole page`, group, run: () => setZoom('page') });
  const go = () => {
    if (typeof typed === 'number') goTo(typed);
    setTyped(undefined);
  };
  return (
    <div className={classes.bar} role="toolbar" aria-label={t`Pages and size`}>
      <BarButton action={before} keys={t`Page Up`} />
      <BarButton action={next} keys={t`Page Down`} />
      <NumberInput
        className={classes.pageNumber ?? ''}
        size="xs"
        aria-label={t`Page`}
        value={typed ?? page}
        onChange={setTyped}
        onBlur={go}
        onKeyDown={(event) => event.key === 'Enter' && go()}
        min={1}
        max={pages}
        allowDecimal={false}
        hideControls
      />
      <span className={classes.ofPages}>{t`of ${pages}`}</span>
      <span className={classes.barSpace} />
      <BarButton action={smaller} keys="−" />
      <Select
        className={classes.zoom ?? ''}
        size="xs"
        aria-label={t`Size of the pages`}
        data={sizes}
        value={String(zoom)}
        allowDeselect={false}
        onChange={(value) => {
          if (value === 'width' || value === 'page') setZoom(value);
          else if (value !== null) setZoom(Number(value));
        }}
      />
      <BarButton action={larger} keys="+" />
    </div>
  );
}

interface BarButtonProps {
  readonly action: Pick<Action, 'title' | 'disabled' | 'run'> & { readonly icon: Icon };
  /** The key that does the same while the pages have the focus. */
  readonly keys: string;
}

function BarButton({ action: { title, disabled = false, icon: Sign, run }, keys }: BarButtonProps) {
  return (
    <Tooltip label={`${title} (${keys})`}>
      <ActionIcon size="md" aria-label={title} disabled={disabled} onClick={run}>
        <Sign size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
