import { Notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { createMemoryRouter, Outlet, type RouteObject, RouterProvider } from 'react-router';
import { useLook } from './application/look.ts';
import { useRead } from './application/queries.ts';
import { Frame } from './frame/Frame.tsx';
import { Gallery } from './gallery/Gallery.tsx';
import { RecordPage } from './parts/record/RecordPage.tsx';
import { PLACES } from './places.ts';
import { Settings } from './settings/Settings.tsx';
import { ThemeProvider } from './theme/ThemeProvider.tsx';
import { VaultGate } from './vault/VaultGate.tsx';

const routes: RouteObject[] = [
  {
    element: <Frame places={PLACES} />,
    children: [
      { path: '/', element: <Outlet /> },
      ...PLACES.flatMap(({ path, pages }) =>
        pages.map(({ path: under, page: Page }) => ({
          path: under === '' ? path : `${path}/${under}`,
          element: <Page />,
        })),
      ),
      { path: '/settings', element: <Settings /> },
      { path: '/gallery', element: <Gallery /> },
      { path: '/library/:id', element: <RecordPage /> },
    ],
  },
];

/** One window: what stands before an open vault, or the vault's places. */
export function Window({ nonce }: { readonly nonce: string }) {
  const { appearance, contrast } = useLook();
  const status = useRead('vault', 'status', {});
  const isOpen = status.data?.state === 'unlocked';
  const router = useMemo(() => createMemoryRouter(routes, { initialEntries: [addressAsked()] }), []);
  return (
    <ThemeProvider appearance={appearance} contrast={contrast} nonce={nonce}>
      <Notifications position="bottom-right" />
      <VaultGate>{isOpen && <RouterProvider router={router} />}</VaultGate>
    </ThemeProvider>
  );
}

/** The address with which the window was opened, in the fragment; `/` when there is none. */
function addressAsked(): string {
  const asked = decodeURIComponent(window.location.hash.slice(1));
  return asked.startsWith('/') ? asked : '/';
}
