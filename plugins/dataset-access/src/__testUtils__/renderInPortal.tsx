import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import userEvent, {
  PointerEventsCheckLevel,
} from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router-dom';
import { rootRouteRef } from '../routes';
import { portalApis, PortalParts } from './portalApis';

export interface Portal extends PortalParts {
  /** The address to begin at. */
  path?: string;
  /** Where in the portal the element is. */
  mountPath?: string;
}

/** Where our pages and those of entities are. */
const mountedRoutes = {
  '/dataset-access': rootRouteRef,
  '/catalog/:namespace/:kind/:name': entityRouteRef,
};

/** Shows an element as a portal shows it. Returns the user who sits in front of it. */
export function renderInPortal(element: JSX.Element, portal: Portal) {
  const { path = '/', mountPath = '' } = portal;
  renderInTestApp(
    <>
      <Routes>
        <Route path={`${mountPath}/*`} element={element} />
      </Routes>
      <Address />
    </>,
    {
      initialRouteEntries: [path],
      mountedRoutes,
      apis: portalApis(portal),
    },
  );
  // looking for pointer-events in every style sheet takes long, and ours are not loaded
  return userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
}

/** What the browser has in its address bar. */
export function address(): string | null {
  return screen.getByTestId('address').textContent;
}

function Address() {
  const { pathname, search } = useLocation();
  return <span data-testid="address">{pathname + search}</span>;
}
