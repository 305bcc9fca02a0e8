/** The drawing of `public/icon.svg`, in the page: as a file it would be requested again on each visit. */
export function BrandMark({ className }: { className: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 24 24" aria-hidden>
      <rect width="24" height="24" rx="5" fill="#0F5560" />
      <path
        d="M4.5 7.5h15M10.3 7.5 6 19M12 7.5V19M13.7 7.5 18 19"
        stroke="#fff"
        strokeWidth="1.7"
        strokeLinecap="round"
        fill="none"
      />
    </svg>
  )
}
