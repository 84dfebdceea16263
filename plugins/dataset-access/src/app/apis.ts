import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { accessControlApiFactory } from '../api/accessControlApi';
import {
  datasetAccessApiFactory,
  queryClientApiFactory,
} from '../api/datasetAccessApi';

export const datasetAccessApi = ApiBlueprint.make({
  params: define => define(datasetAccessApiFactory),
});

export const queryClientApi = ApiBlueprint.make({
  name: 'query-client',
  params: define => define(queryClientApiFactory),
});

export const accessControlApi = ApiBlueprint.make({
  name: 'access-control',
  params: define => define(accessControlApiFactory),
});
