import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { emergencyApiFactory } from '../api/emergencyApi';

export const emergencyApi = ApiBlueprint.make({
  name: 'emergencies',
  params: define => define(emergencyApiFactory),
});
