import type { ComponentChildren } from "preact";

function Icon({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export const TodayIcon = () => (
  <Icon>
    <path d="M3 18h18M6 18a6 6 0 0 1 12 0M12 5v3M4.6 9.6l2 1.6M19.4 9.6l-2 1.6" />
  </Icon>
);
export const HistoryIcon = () => (
  <Icon>
    <path d="M5 20v-6M10 20V9M15 20v-9M20 20V5" />
  </Icon>
);
export const PlanIcon = () => (
  <Icon>
    <rect x="4" y="5.5" width="16" height="14.5" rx="3" />
    <path d="M4 10.5h16M8.5 3v4M15.5 3v4M8.5 15l2 2 4.5-4" />
  </Icon>
);
export const TrendsIcon = () => (
  <Icon>
    <path d="M3.5 20h17M4.5 7l5 4.5 4-2.5 6 6M15.5 15h4v-4" />
  </Icon>
);
export const WatchIcon = () => (
  <Icon>
    <rect x="6.5" y="6.5" width="11" height="11" rx="3.5" />
    <path d="M9 6.5 9.6 3h4.8l.6 3.5M9 17.5l.6 3.5h4.8l.6-3.5M12 9.8V12l1.6 1.2" />
  </Icon>
);
export const SettingsIcon = () => (
  <Icon>
    <path d="M4 7h9M17 7h3M4 17h3M11 17h9" />
    <circle cx="15" cy="7" r="2" />
    <circle cx="9" cy="17" r="2" />
  </Icon>
);
export const SafetyIcon = () => (
  <Icon>
    <path d="M12 3.2 5 6v5.4c0 4.3 2.8 7.6 7 9.4 4.2-1.8 7-5.1 7-9.4V6z" />
    <path d="M8.8 12.2l2.3 2.3 4.2-4.6" />
  </Icon>
);
export const ShoeIcon = () => (
  <Icon>
    <path d="M3 8v8.5h18v-2c0-1.6-1.2-2.6-2.8-3l-3.4-.9L11 6.2 8.2 8.4C6.4 9.6 4.6 9.2 3 8zM11.5 10.5l1.6-1.3M13.8 12l1.4-1.2M3 13.6h18" />
  </Icon>
);
export const ClothesIcon = () => (
  <Icon>
    <path d="M8.5 4 3.5 7l2 4 2-1v10h9V10l2 1 2-4-5-3c-.6 1.4-1.9 2.2-3.5 2.2S9.1 5.4 8.5 4z" />
  </Icon>
);
export const GroundIcon = () => (
  <Icon>
    <path d="M3 20h18M6 20c.2-3-.6-5.4-2-7M8 20c0-3.5.6-6.4 2-9M13 20c-.1-2.8.3-5 1.5-7M18 20c.2-3.2 1-5.5 2.5-7.5" />
  </Icon>
);

/** A spine in mid-stride: five vertebrae, the lowest one moving. */
export const Logo = () => (
  <svg class="logo" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
    <rect class="logo-ground" width="32" height="32" rx="9" />
    <path class="logo-spine" d="M11.2 7.5h6.2M13.4 12.6h6.2M14 17.7h6.2M12.2 22.8h6.2" />
    <path class="logo-step" d="M8.6 27h5" />
  </svg>
);
