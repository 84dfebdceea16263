import type { Privilege } from './Privilege';
import { privilegeList } from './privilegeList';

/** What DataHub asks for when its API is called about entities, beside the privileges for the screens (S2.11, S4). */
export const metadataApiPrivileges: readonly Privilege[] = privilegeList(
  { area: 'metadata', type: 'metadata' },
  [
    {
      name: 'metadata.search-api',
      title: 'Search API',
      description: 'Search entities by the API.',
      aliases: ['SEARCH_PRIVILEGE'],
    },
    {
      name: 'metadata.get-aspect-entity-count-apis',
      title: 'Get Aspect/Entity Count APIs',
      description: 'Count entities and what is known of them by the API.',
      aliases: ['GET_COUNTS_PRIVILEGE'],
    },
    {
      name: 'metadata.get-timeseries-aspect-api',
      title: 'Get Timeseries Aspect API',
      description: 'Read what is recorded of an entity over time by the API.',
      aliases: ['GET_TIMESERIES_ASPECT_PRIVILEGE'],
    },
    {
      name: 'metadata.get-entity-and-relationships-api',
      title: 'Get Entity + Relationships API',
      description: 'Read an entity and what it is related to by the API.',
      aliases: ['GET_ENTITY_PRIVILEGE'],
    },
    {
      name: 'metadata.get-timeline-api',
      title: 'Get Timeline API',
      description: 'Read how an entity changed by the API.',
      aliases: ['GET_TIMELINE_PRIVILEGE'],
    },
    {
      name: 'metadata.explain-elasticsearch-query-api',
      title: 'Explain ElasticSearch Query API',
      description: 'Ask by the API how a search finds its results.',
      aliases: ['ES_EXPLAIN_QUERY_PRIVILEGE'],
    },
    {
      name: 'metadata.produce-platform-event-api',
      title: 'Produce Platform Event API',
      description: 'Publish events of the platform by the API.',
      aliases: ['PRODUCE_PLATFORM_EVENT_PRIVILEGE'],
    },
  ],
);
