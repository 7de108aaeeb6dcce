# The six questions of a release's README in pandas; prints a line of tab-separated cells for each row of an answer.
import sys

import pandas


def read(name):
    return pandas.read_csv(f'{sys.argv[1]}/{name}.csv', keep_default_na=False, na_values=[''])


indicators, items, countries, matrix = map(read, ['indicators', 'items', 'countries', 'matrix'])
latest = indicators[indicators.is_latest]


def present_by(indicator, region):
    joined = latest[latest.indicator == indicator].merge(countries, on='country_code')
    groups = joined.groupby(joined[region].fillna(''))
    return groups.status.agg(countries='count', present=lambda status: (status == 'present').sum()).reset_index()


planned = latest[(latest.indicator == 'criminal_legislation') & (latest.status == 'planned')]

shares = matrix.dropna(subset=['internet_users'])
names = ['under 25 %', '25 to 50 %', '50 to 75 %', '75 % and more']
bands = pandas.cut(shares.internet_users, [0, 25, 50, 75, 101], right=False, labels=names)
measures = shares.groupby(bands, observed=True).present_total.agg(['count', 'mean']).reset_index()
measures['mean'] = (measures['mean'] * 10 + 0.5) // 1 / 10

partners = items[items.kind == 'partner_country'].merge(countries, left_on='code', right_on='country_code')
named = partners.groupby('country_y').country_code_x.nunique().reset_index()

standards = items[(items.kind == 'standard') & items.code.str.startswith('ISO/IEC 27001', na=False)]

answers = [
    present_by('cirt', 'un_region'),
    planned[['country', 'source_date']].sort_values('country'),
    measures,
    named.sort_values(['country_code_x', 'country_y'], ascending=[False, True]).head(10),
    standards[['country']].drop_duplicates().sort_values('country'),
    present_by('policy', 'itu_region')[['itu_region', 'present', 'countries']].sort_values(
        ['present', 'itu_region'], ascending=[False, True]
    ),
]
for number, answer in enumerate(answers):
    for row in answer.itertuples(index=False):
        cells = ['' if pandas.isna(cell) else cell if isinstance(cell, str) else f'{cell:g}' for cell in row]
        print(number, *cells, sep='\t')
