import {
  CompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  configApiRef,
  useApi,
  useRouteRefParams,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  requestableFilter,
  RequestAccessButton,
} from 'backstage-plugin-dataset-access';
import { useMemo } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { useHasOurHeader } from './useHasOurHeader';

/** The access button in the bar above a dataset's page, for where our header is not: switched off, or replaced. */
export function RequestAccessAction() {
  // the bar is above every page of the catalog, and only entity pages have a name
  const { kind, namespace, name }: Partial<CompoundEntityRef> =
    useRouteRefParams(entityRouteRef);
  if (!kind || !namespace || !name) return null;
  const entityRef = stringifyEntityRef({ kind, namespace, name });
  // keyed, so that nothing of the page before is believed of this one
  return <Action key={entityRef} entityRef={entityRef} />;
}

function Action({ entityRef }: { entityRef: string }) {
  const catalogApi = useApi(catalogApiRef);
  const configApi = useApi(configApiRef);
  const isRequestable = useMemo(
    () => requestableFilter(configApi),
    [configApi],
  );
  const { value: entity } = useAsync(
    () => catalogApi.getEntityByRef(entityRef),
    [catalogApi, entityRef],
  );
  const hasOurHeader = useHasOurHeader(entity);
  return entity && isRequestable(entity) && !hasOurHeader ? (
    <RequestAccessButton datasetRef={entityRef} followsLink />
  ) : null;
}
