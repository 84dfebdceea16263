import {
  Content,
  Header,
  HeaderTabs,
  Link,
  Page,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Navigate, Route, Routes, useParams } from 'react-router-dom';
import { RequestsSection } from '../pages/RequestsSection';
import { RequestOrigin, useListLink } from '../routing/useRequestLink';
import { datasetAccessTranslationRef } from '../translation';

const origins: RequestOrigin[] = ['inbox', 'requests'];

/** The inbox and the own requests, a tab each, with the same addresses as in the new frontend system. */
export function RequestsPage() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const listLink = useListLink();
  const { '*': rest = '' } = useParams();
  const [section] = rest.split('/');
  const origin = origins.find(known => known === section) ?? 'inbox';
  const title = t('plugin.title');
  return (
    <Page themeId="tool">
      <Header
        title={title}
        pageTitleOverride={`${t(`page.${origin}`)} | ${title}`}
      />
      <HeaderTabs
        tabs={origins.map(id => ({
          id,
          label: t(`page.${id}`),
          tabProps: { component: Link, to: listLink(id) },
        }))}
        selectedIndex={origins.indexOf(origin)}
      />
      {/* the sections bring their own distance from the edge */}
      <Content noPadding>
        <Routes>
          {origins.map(id => (
            <Route
              key={id}
              path={`${id}/*`}
              element={<RequestsSection origin={id} />}
            />
          ))}
          <Route
            path="*"
            element={<Navigate to={listLink('inbox')} replace />}
          />
        </Routes>
      </Content>
    </Page>
  );
}
