import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarSpace,
} from '@backstage/core-components';
import type {
  NavContentComponentProps,
  NavContentNavItem,
} from '@backstage/plugin-app-react';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import { RiMenuLine, RiSettings3Line } from '@remixicon/react';
import { NavLogo } from './NavLogo';

/** What every visitor needs, most used first. Pages of plugins that are not installed are left out. */
export function NavBar({ navItems }: NavContentComponentProps) {
  const items = navItems.withComponent(NavLink);
  navItems.take('page:notifications'); // its own item below counts what is unread
  navItems.take('page:catalog-graph'); // reached from the entities it draws
  const settings = items.take('page:user-settings');
  return (
    <Sidebar>
      <NavLogo />
      <SidebarDivider />
      <SidebarGroup label="Menu" icon={<RiMenuLine />}>
        {items.take('page:catalog')}
        {items.take('page:dataset-access')}
        <NotificationsSidebarItem />
        {items.take('page:search')}
        {items.rest({ sortBy: 'title' })}
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <SidebarGroup label="Settings" icon={<RiSettings3Line />} to="/settings">
        {settings}
      </SidebarGroup>
    </Sidebar>
  );
}

function NavLink({ href, title, icon }: NavContentNavItem) {
  return <SidebarItem to={href} text={title} icon={() => icon} />;
}
