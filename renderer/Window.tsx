import { Notifications } from '@mantine/notifications';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { createMemoryRouter, Outlet, type RouteObject, RouterProvider } from 'react-router';
import { useGate } from './application/gate.ts';
import { useLook } from './application/look.ts';
import { forgetTrail } from './application/navigation.ts';
import { useRead } from './application/queries.ts';
import { ExchangeActions } from './exchange/useExchangeActions.ts';
import { Bare } from './frame/Bare.tsx';
import { Frame } from './frame/Frame.tsx';
import { useKeptFocus } from './frame/useKeptFocus.ts';
import { Gallery } from './gallery/Gallery.tsx';
import { useNewWindow } from './openSession/useNewWindow.ts';
import { PageCrash } from './parts/crash/PageCrash.tsx';
import { Dropping } from './parts/dropping/Dropping.tsx';
import { CopyAsText } from './parts/edges/CopyAsText.tsx';
import { EdgeGuard } from './parts/edges/EdgeGuard.tsx';
import { OpenSessionAction } from './parts/openSession/OpenSessionAction.tsx';
import { PrintGuard } from './parts/printing/PrintGuard.tsx';
import { Purged } from './parts/purge/Purged.tsx';
import { PLACES } from './places.ts';
import { Settings } from './settings/Settings.tsx';
import { SettingsActions } from './settings/SettingsActions.tsx';
import { ThemeProvider } from './theme/ThemeProvider.tsx';
import { VaultGate } from './vault/VaultGate.tsx';

/** What goes wrong in a page stays in its place; what goes wrong in the frame, in the window. */
const routes: RouteObject[] = [
  { element: <Bare />, errorElement: <PageCrash />, children: pagesOf(true) },
  {
    element: <Frame places={PLACES} />,
    errorElement: <PageCrash />,
    children: [
      {
        element: <Pages />,
        errorElement: <PageCrash />,
        children: [
          { path: '/', element: <Outlet /> },
          ...pagesOf(false),
          { path: '/settings', element: <Settings /> },
          { path: '/gallery', element: <Gallery /> },
        ],
      },
    ],
  },
];

/** The pages of all places: those in the frame, or those that are all of their window. */
function pagesOf(bare: boolean): RouteObject[] {
  return PLACES.flatMap(({ path, pages }) =>
    pages
      .filter((page) => (page.bare === true) === bare)
      .map(({ path: under, page: Page }) => ({ path: under === '' ? path : `${path}/${under}`, element: <Page /> })),
  );
}

/** Whatever page is shown, what settings can do is in the palette, and files can be dropped. */
function Pages() {
  return (
    <>
      <SettingsActions />
      <ExchangeActions />
      <Outlet />
      <Dropping />
      <Purged />
      <CopyAsText />
      <OpenSessionAction />
    </>
  );
}

/** One window: what stands before an open vault, or the vault's places. */
export function Window({ nonce }: { readonly nonce: string }) {
  useKeptFocus();
  const { appearance, contrast } = useLook();
  const status = useRead('vault', 'status', {});
  const isOpen = status.data?.state === 'unlocked';
  const isDesk = useNewWindow(isOpen, addressAsked());
  const router = useRouter(status.data?.folder);
  const heading = useGate((state) => state.heading);
  useEffect(() => {
    if (heading === undefined) return;
    useGate.getState().headFor(undefined);
    void router.navigate(heading);
  }, [heading, router]);
  return (
    <ThemeProvider appearance={appearance} contrast={contrast} nonce={nonce}>
      <PrintGuard />
      <EdgeGuard />
      <Notifications position="bottom-right" />
      <VaultGate>{isOpen && isDesk && <RouterProvider router={router} />}</VaultGate>
    </ThemeProvider>
  );
}

/**
 * Where the window is in a vault: kept while the vault is locked. Another vault begins at its own last place. `folder`
 * is that of the open vault.
 */
function useRouter(folder: string | undefined) {
  const last = useRef(folder);
  const first = useRef(folder);
  last.current = folder ?? last.current;
  first.current ??= folder;
  const vault = last.current;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each vault, before its first page is visited
  useLayoutEffect(forgetTrail, [vault]);
  return useMemo(
    () => createMemoryRouter(routes, { initialEntries: [vault === first.current ? addressAsked() : '/'] }),
    [vault],
  );
}

/** The address with which the window was opened, in the fragment; `/` when there is none. */
function addressAsked(): string {
  const asked = decodeURIComponent(window.location.hash.slice(1));
  return asked.startsWith('/') ? asked : '/';
}
