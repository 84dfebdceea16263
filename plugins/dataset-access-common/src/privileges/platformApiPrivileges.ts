import type { Privilege } from './Privilege';
import { privilegeList } from './privilegeList';

/** Maintenance that DataHub offers by its API only, as far as it concerns the platform as a whole (S2.6, S4). */
const apiPrivileges = privilegeList({ area: 'platform', type: 'platform' }, [
  {
    name: 'platform.restore-indices-api',
    title: 'Restore Indices API',
    description: 'Have the search indices of some entities built again.',
    aliases: ['RESTORE_INDICES_PRIVILEGE'],
  },
  {
    name: 'platform.get-timeseries-index-sizes-api',
    title: 'Get Timeseries index sizes API',
    description: 'Read how large the indices of time series are.',
    aliases: ['GET_TIMESERIES_INDEX_SIZES_PRIVILEGE'],
  },
  {
    name: 'platform.truncate-timeseries-aspect-index-size-api',
    title: 'Truncate timeseries aspect index size API',
    description: 'Cut an index of time series back.',
    aliases: ['TRUNCATE_TIMESERIES_INDEX_PRIVILEGE'],
  },
  {
    name: 'platform.get-es-task-status-api',
    title: 'Get ES task status API',
    description: 'Read how far a task of the search engine has come.',
    aliases: ['GET_ES_TASK_STATUS_PRIVILEGE'],
  },
  {
    name: 'platform.enable-disable-writeability-api',
    title: 'Enable/Disable Writeability API',
    description: 'Switch writing off and on while data is being moved.',
    aliases: ['SET_WRITEABLE_PRIVILEGE'],
  },
  {
    name: 'platform.apply-retention-api',
    title: 'Apply Retention API',
    description: 'Have old versions of metadata removed.',
    aliases: ['APPLY_RETENTION_PRIVILEGE'],
  },
  {
    name: 'platform.analytics-api-access',
    title: 'Analytics API access',
    description: 'Read the raw data behind the analytics.',
    aliases: ['GET_ANALYTICS_PRIVILEGE'],
  },
]);

/** Platform privileges of DataHub Cloud. */
const cloudPrivileges = privilegeList(
  { area: 'platform', type: 'platform', commercial: true },
  [
    {
      name: 'platform.manage-tests',
      title: 'Manage tests',
      description: 'Add and remove tests that assets have to pass.',
      aliases: ['MANAGE_TESTS'],
    },
    {
      name: 'platform.view-metadata-proposals',
      title: 'View metadata proposals',
      description: 'See what others have proposed to change.',
      aliases: ['VIEW_METADATA_PROPOSALS'],
    },
    {
      name: 'platform.create-metadata-constraints',
      title: 'Create metadata constraints',
      description: 'Add rules that metadata has to keep to.',
      aliases: ['CREATE_CONSTRAINTS'],
    },
    {
      name: 'platform.manage-platform-settings',
      title: 'Manage platform settings',
      description:
        'Change what holds for the whole platform, such as integrations and notifications.',
      aliases: ['MANAGE_GLOBAL_SETTINGS'],
    },
    {
      // which name exports give it is not documented
      name: 'platform.manage-monitors',
      title: 'Manage monitors',
      description:
        'Add, change, start, stop and remove any monitor, those with SQL of their own included. Give it with care.',
    },
  ],
);

/** The platform privileges that hardly anybody needs. */
export const platformApiPrivileges: readonly Privilege[] = [
  ...apiPrivileges,
  ...cloudPrivileges,
];
