/**
 * The plan against disproportionality as it was published: compiled in July 2020, updated in September 2020, eleven recommendations. Its colours
 * were lost before it reached us, so none is told. The people who lead are invented; how many there are, and how the timescales are
 * written, is as in the plan.
 */

export const compiledOn = '2020-07-31'
export const updatedOn = '2020-09-30'

export interface PlanPart {
  readonly leads: string
  readonly timescale: string
  /** What the plan said in July, and in September; the second is the published one. */
  readonly july: string
  readonly september: string
}

export interface PlanItem {
  readonly number: string
  readonly words: string
  readonly outcome: string
  readonly parts: readonly PlanPart[]
}

const director = 'Corin Ashdown-Vale'
const deputy = 'Maribel Tansley'

export const planOf2020: readonly PlanItem[] = [
  {
    number: '1',
    words:
      'Structure and approach. In any later programme that trains staff, consider full days rather than half days, ice-breakers after the outline, and planning after each session how what was learned goes into practice.',
    outcome:
      'Half days worked less well, as staff and researchers said: full days are in the schedule of later training.',
    parts: [
      {
        leads: 'Training and development leads',
        timescale: 'Ongoing',
        july: 'Full days are planned for the autumn.',
        september: 'Done in the training held since, and it goes on.',
      },
    ],
  },
  {
    number: '2',
    words:
      'Dissemination. Tell staff, senior leaders and others what the project found about the obstacles that young people and parents face.',
    outcome: 'The findings are presented and talked about at every level of the council.',
    parts: [
      {
        leads: `${director}/ Odile Farnborough/ Rupert Skelmersdale`,
        timescale: 'June 20/Ongoing',
        july: 'The paper is written.',
        september: 'The paper is scheduled at two management meetings and at the forums of practice.',
      },
    ],
  },
  {
    number: '3',
    words:
      'Use of academic research. Make fuller use of what research says about implicit bias and how discrimination is passed on.',
    outcome: 'The council answers better to racism and discrimination, and its equalities forums go on.',
    parts: [
      {
        leads: `Philippa Marchbanks/ ${director}`,
        timescale: 'May 20/Ongoing',
        july: 'A first equalities forum was held.',
        september: 'Further equalities forums were set up, for the service and for the whole council.',
      },
    ],
  },
  {
    number: '4',
    words:
      'Engagement of young people and parents. Go on hearing young people about disproportionality, and consider more forums of parents, with practitioners and somebody from outside who leads them.',
    outcome: 'Forums of young people are strengthened, and parents have a place to share what they go through.',
    parts: [
      {
        leads: 'Nerys Cotterill/ Rohan Jaitley',
        timescale: 'Ongoing',
        july: 'Forums are paused.',
        september: 'Forums of young people are harder to hold in the pandemic; the work goes on one to one.',
      },
      {
        leads: `Elowen Catterick/ Constance Bridport/ ${deputy}/ Avril Winstanley`,
        timescale: 'Sept 20',
        july: 'Funding is agreed.',
        september: 'Safe places for parents become part of the funded project with the neighbouring borough.',
      },
    ],
  },
  {
    number: '5',
    words:
      'Responding to local incidents. Join forums after an incident with regular outreach that draws on the knowledge of all services.',
    outcome: 'The form for reporting incidents is looked at again, and detached outreach is strengthened.',
    parts: [
      {
        leads: `${deputy}/ Jessamy Charlwood/ ${director}`,
        timescale: '',
        july: 'The form is being looked at.',
        september: 'The online form is fit for its purpose. Meetings take place after such incidents.',
      },
      {
        leads: `Hollis Tofton/ ${director}/ Avril Winstanley`,
        timescale: '',
        july: 'Outreach is to be bought anew.',
        september: 'Outreach gets better through the buying of youth spaces that are open to all.',
      },
    ],
  },
  {
    number: '6',
    words:
      'Safety of youth justice procedures. Consider whether routine in the movements of young people, made by procedures, may raise the risk of harm.',
    outcome: 'Said to be covered by recommendation 5.',
    parts: [
      {
        leads: `${deputy}/ Jessamy Charlwood/ ${director}`,
        timescale: 'June 20',
        july: '',
        september: 'Said to be covered by recommendation 5.',
      },
    ],
  },
  {
    number: '7',
    words:
      'Court outcomes. Explore regular reports for the courts about disproportionate outcomes, remand and custody above all, and a panel with the courts that looks at them.',
    outcome: 'A formal process looks at whether sentences are appropriate.',
    parts: [
      {
        leads: `${director}/ Carola Johnsford/ Amaryllis Gibbs`,
        timescale: 'October 20',
        july: 'The management board agreed to a panel on 8 July 2020.',
        september: 'The magistrates’ court has agreed to take it forward; another way is looked for in case it cannot.',
      },
    ],
  },
  {
    number: '8',
    words:
      'Training that leads to action. In later programmes, find and spread good practice that changes daily work at once.',
    outcome: 'Said to be covered by recommendation 2.',
    parts: [
      {
        leads: `${director}/ Odile Farnborough/ Rupert Skelmersdale`,
        timescale: 'June 20/Ongoing',
        july: '',
        september: 'Said to be covered by recommendation 2.',
      },
    ],
  },
  {
    number: '9',
    words:
      'Trust of parents. Consider stronger work with the whole family, and parenting workers where there are none.',
    outcome: 'Parenting officers are there; a funded project supports parents.',
    parts: [
      {
        leads: 'Constance Bridport/ Leonie Wayland',
        timescale: 'August 20',
        july: 'The posts are advertised.',
        september: 'The parenting posts are filled, the manager of the project among them.',
      },
    ],
  },
  {
    number: '10',
    words:
      'Exclusions from school. Consider collecting what becomes of excluded young people in the longer term, and giving it out school by school.',
    outcome: 'Exclusions by ethnic group are analysed further, and how they go together with youth crime.',
    parts: [
      {
        leads: `Martin Taverner/ Candida Holdsworth/ ${director}/ Tamsin Townley/ Lavinia Edenbridge/ Laurence Pangbourne`,
        timescale: 'October 20',
        july: 'A first analysis is done.',
        september:
          'A detailed analysis is done and the scrutiny committee has seen it. Whether exclusion goes with youth crime here is not concluded.',
      },
    ],
  },
  {
    number: '11',
    words: 'Police and young people. The police go on strengthening their relations with young people.',
    outcome: 'Community events bring young people and police together.',
    parts: [
      {
        leads: `Rajan Kohlberg/ Davina Corcoran/ Carola Hainsworth/ ${director}`,
        timescale: 'October 20',
        july: 'An event with the Borough Commander was held in July.',
        september: 'One event was held, and more are planned.',
      },
    ],
  },
]
