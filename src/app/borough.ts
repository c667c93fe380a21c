import { type AreaProfile, populationsOf, type Statistic } from '../engine/measures/profile.ts'

const report = 'Islington Safeguarding Children Partnership, annual report 2021 to 2022, page 8'

/** As the report prints them, for the years it tells of. It gives no date for its estimates of residents. */
const printed = {
  area: 'Islington',
  vintage: 'Estimate without a date',
  source: report,
  from: '2021-01-01',
  to: '2022-12-31',
} as const

const statistics: readonly Statistic[] = [
  { ...printed, subject: 'population', label: 'Residents', value: 223_200, unit: 'people', of: 'all ages' },
  {
    ...printed,
    subject: 'population',
    label: 'Growth of the population until 2040',
    value: 1.2,
    unit: 'percent',
    of: 'all residents',
    vintage: 'Projection without a date',
  },
  {
    ...printed,
    subject: 'population',
    label: 'Residents aged 20 to 39',
    value: 44,
    unit: 'percent',
    of: 'all residents',
  },
  // First of the numbers of children: rates are given of it where the age band they ask for is not held.
  {
    ...printed,
    subject: 'children',
    label: 'Children and young people aged 0 to 19',
    value: 41_200,
    unit: 'people',
    of: 'residents, approximately',
    ages: '0 to 19',
  },
  {
    ...printed,
    subject: 'children',
    label: 'Children and young people aged 0 to 25',
    value: 67_600,
    unit: 'people',
    of: 'residents, approximately',
    ages: '0 to 25',
  },
  {
    ...printed,
    subject: 'children',
    label: 'Children from the global majority',
    value: 65.6,
    unit: 'percent',
    of: 'children (age band not told)',
  },
  {
    ...printed,
    subject: 'deprivation',
    label: 'Index of Multiple Deprivation, most deprived first',
    value: 16,
    unit: 'rank',
    of: '317 local authorities in England',
    vintage: 'IMD 2019, the latest at the time of the report',
    source: `Ministry of Housing, Communities and Local Government, as quoted in: ${report}`,
  },
  {
    ...printed,
    subject: 'land',
    label: 'Area, smallest first',
    value: 2,
    unit: 'rank',
    of: 'London boroughs, after the City of London',
    vintage: 'Without a date',
  },
  {
    ...printed,
    subject: 'land',
    label: 'Density of population, highest first',
    value: 2,
    unit: 'rank',
    of: 'London boroughs',
    vintage: 'Without a date',
  },
]

/**
 * The borough in numbers that others publish. What the partnership's report does not tell is named as missing: above all the
 * mid-year estimate of children aged 0 to 17, of which published rates are made. It is added here, with its vintage.
 */
export const borough: AreaProfile = {
  title: 'Borough profile',
  statistics,
  missing: [
    {
      label: 'Children aged 0 to 17',
      why: 'Published rates are per 10,000 of them, and the report of 2021 to 2022 does not give the number. Rates here are of another age band and say so.',
    },
    {
      label: 'Children who have free school meals, beside statistical neighbours and England',
      why: 'The report of 2021 to 2022 printed a chart for 2021 to 2022 without its numbers.',
    },
    {
      label: 'Households in which English is not the first language',
      why: 'The report says “a significant proportion” and gives no number.',
    },
  ],
}

export const populations = populationsOf(statistics)
