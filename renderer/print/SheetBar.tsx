import { useLingui } from '@lingui/react/macro';
import { ActionIcon, NumberInput, Select, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconMinus, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
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
  const go = () => {
    if (typeof typed === 'number') goTo(typed);
    setTyped(undefined);
  };
  return (
    <div className={classes.bar} role="toolbar" aria-label={t`Pages and size`}>
      <Button label={t`Page before`} disabled={page <= 1} run={() => goTo(page - 1)} icon={IconChevronUp} />
      <Button label={t`Next page`} disabled={page >= pages} run={() => goTo(page + 1)} icon={IconChevronDown} />
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
      <Button label={t`Smaller`} disabled={percent <= 50} run={() => setZoom(nextZoom(scale, -1))} icon={IconMinus} />
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
      <Button label={t`Larger`} disabled={percent >= 300} run={() => setZoom(nextZoom(scale, 1))} icon={IconPlus} />
    </div>
  );
}

interface ButtonProps {
  readonly label: string;
  readonly disabled: boolean;
  readonly icon: typeof IconPlus;
  run(): void;
}

function Button({ label, disabled, icon: Sign, run }: ButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size="md" aria-label={label} disabled={disabled} onClick={run}>
        <Sign size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
