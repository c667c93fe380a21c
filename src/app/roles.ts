/**
 * The roles of the partnership. A person holds a role in an agency and team for a time (a post) and acts in one post
 * at a time. What a role may do in a register is declared in that register's pathway and access.
 */
export const roles = {
  referrer: { label: 'Referrer', summary: 'Reports a worry about a child from their own setting' },
  setting_lead: {
    label: 'Designated safeguarding lead',
    summary: "Their own setting's reports, notifications and returns",
  },
  screener: { label: 'Screener', summary: 'Contacts, checks and decisions of the contact team' },
  screening_manager: { label: 'Screening manager', summary: 'Agrees what others decided; allocates; sees who looked' },
  business_support: { label: 'Business support', summary: 'Takes contacts in, matches names, sends feedback' },
  check_answerer: {
    label: 'Check answerer',
    summary:
      'Answers the checks asked of their own agency; in a police force, also tells schools (Operation Encompass)',
  },
  early_help_practitioner: { label: 'Early help practitioner', summary: "Allocated and team's children" },
  social_worker: { label: 'Social worker', summary: "Allocated and team's children" },
  team_manager: { label: 'Team manager', summary: "The team's children; agrees decisions" },
  private_fostering_coordinator: {
    label: 'Private fostering coordinator',
    summary: 'Every private fostering arrangement',
  },
  encompass_coordinator: { label: 'Operation Encompass coordinator', summary: 'Police notifications to schools' },
  missing_coordinator: {
    label: 'Missing coordinator',
    summary: 'Every missing episode and return home interview, of all settings',
  },
  interview_worker: {
    label: 'Return interview worker',
    summary: 'Return home interviews and sessions for parents that are theirs or their team’s',
  },
  placement_lead: {
    label: 'Placement lead',
    summary:
      'Missing episodes of children placed with their own home or agency, never what the child said in an interview',
  },
  police_unit: {
    label: 'Police safeguarding unit',
    summary: 'Reports missing children and incidents; the police’s own answers, searches and findings of inspections',
  },
  exploitation_coordinator: {
    label: 'Exploitation coordinator',
    summary: 'Harm outside the home: risk, places, groups, briefings and requests to other authorities',
  },
  referral_mechanism_coordinator: {
    label: 'Referral mechanism coordinator',
    summary: 'Referrals of trafficked children, the panel that decides, and guardians',
  },
  domestic_abuse_lead: {
    label: 'Domestic abuse lead',
    summary: 'Cases of the daily safeguarding meeting, services for survivors, and the strategy',
  },
  domestic_abuse_advocate: {
    label: 'Independent domestic violence advocate',
    summary: 'Survivors supported by their own service, and what they said',
  },
  youth_safety_lead: {
    label: 'Youth safety lead',
    summary: 'The youth safety strategy and its programmes',
  },
  youth_justice_manager: {
    label: 'Youth justice manager',
    summary: 'Diversion, court outcomes and the plan against disproportionality',
  },
  programme_provider: {
    label: 'Programme provider',
    summary: 'Young people supported by their own organisation',
  },
  meeting_chair: { label: 'Meeting chair', summary: 'Meetings they chair: agenda, cases, decisions and minutes' },
  meeting_officer: {
    label: 'Meeting officer',
    summary: 'Prepares the meetings of their team, types actions, makes minutes and packs',
  },
  panel_member: {
    label: 'Panel member',
    summary: 'Meetings they are invited to: their agency’s answers before, the agenda, and their own actions',
  },
  partnership_manager: {
    label: 'Partnership business manager',
    summary: "The partnership's own work; no children's records",
    figures: true,
  },
  audit_lead: {
    label: 'Quality and audit lead',
    summary: "Audits and section 11 returns; no children's records",
    figures: true,
  },
  agency_lead: { label: 'Agency safeguarding lead', summary: "Their own agency's section 11 return" },
  scrutineer: {
    label: 'Independent scrutineer',
    summary: "Figures, returns and decisions; no children's records",
    figures: true,
  },
  analyst: { label: 'Analyst', summary: 'Figures and pseudonymised rows, never names', figures: true },
  administrator: { label: 'Administrator', summary: 'People, agencies and settings; no case data' },
  information_governance: {
    label: 'Information governance',
    summary: 'The ledger, restricted people, emergency access, sharing and subject access',
  },
} as const

declare module '../declare/roles.ts' {
  interface RoleList extends Readonly<Record<keyof typeof roles, true>> {}
}
