import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { domainAccessApiFactory } from '../api/domainAccessApi';

export const domainAccessApi = ApiBlueprint.make({
  name: 'domain-access',
  params: define => define(domainAccessApiFactory),
});

export const domainAccessContent = EntityContentBlueprint.make({
  name: 'domain-access',
  params: {
    path: '/access',
    title: 'Access',
    filter: { kind: 'domain' },
    loader: async () => {
      const { DomainAccessTab } = await import('../domains/DomainAccessTab');
      return <DomainAccessTab />;
    },
  },
});

export const groupDomainsContent = EntityContentBlueprint.make({
  name: 'group-domains',
  params: {
    path: '/domains',
    title: 'Domains',
    filter: { kind: 'group' },
    loader: async () => {
      const { GroupDomainsTab } = await import('../domains/GroupDomainsTab');
      return <GroupDomainsTab />;
    },
  },
});
