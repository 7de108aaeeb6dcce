-- Which regions have national incident response teams?
SELECT un_region, count(*) AS countries, count(*) FILTER (WHERE status = 'present') AS with_team
FROM 'indicators.parquet' JOIN 'countries.parquet' USING (country_code)
WHERE indicator = 'cirt' AND is_latest
GROUP BY un_region ORDER BY un_region;

-- Where was cybercrime legislation planned?
SELECT country, source_date FROM 'indicators.parquet'
WHERE indicator = 'criminal_legislation' AND status = 'planned' AND is_latest
ORDER BY country;

-- Do countries with more internet users have more measures?
SELECT CASE WHEN internet_users < 25 THEN 'under 25 %' WHEN internet_users < 50 THEN '25 to 50 %'
  WHEN internet_users < 75 THEN '50 to 75 %' ELSE '75 % and more' END AS users,
  count(*) AS countries, round(avg(present_total), 1) AS measures_present
FROM 'matrix.csv' WHERE internet_users IS NOT NULL
GROUP BY users ORDER BY min(internet_users);

-- Which countries are named most often as partners?
SELECT c.country, count(DISTINCT i.country_code) AS named_by
FROM 'items.parquet' AS i JOIN 'countries.parquet' AS c ON c.country_code = i.code
WHERE i.kind = 'partner_country'
GROUP BY c.country ORDER BY named_by DESC, c.country LIMIT 10;

-- Which countries name ISO/IEC 27001?
SELECT DISTINCT country FROM 'items.parquet'
WHERE kind = 'standard' AND code LIKE 'ISO/IEC 27001%'
ORDER BY country;

-- How many strategies or policies are in force in each region of the ITU?
SELECT itu_region, count(*) FILTER (WHERE status = 'present') AS in_force, count(*) AS countries
FROM 'indicators.parquet' JOIN 'countries.parquet' USING (country_code)
WHERE indicator = 'policy' AND is_latest
GROUP BY itu_region ORDER BY in_force DESC, itu_region;
