# The six questions of a release's README in R; prints a line of tab-separated cells for each row of an answer.
folder <- commandArgs(TRUE)[1]
read <- function(name) {
  path <- file.path(folder, paste0(name, ".csv"))
  read.csv(path, na.strings = "", fileEncoding = "UTF-8", stringsAsFactors = FALSE)
}
indicators <- read("indicators")
items <- read("items")
countries <- read("countries")
matrix <- read("matrix")
latest <- indicators[indicators$is_latest == "true", ]

present_by <- function(indicator, region) {
  joined <- merge(latest[latest$indicator == indicator, ], countries, by = "country_code")
  groups <- ifelse(is.na(joined[[region]]), "", joined[[region]])
  counts <- tapply(joined$status, groups, length)
  present <- tapply(joined$status == "present", groups, sum)
  data.frame(group = as.character(names(counts)), countries = as.vector(counts), present = as.vector(present))
}

planned <- latest[latest$indicator == "criminal_legislation" & latest$status == "planned", c("country", "source_date")]

shares <- matrix[!is.na(matrix$internet_users), ]
names <- c("under 25 %", "25 to 50 %", "50 to 75 %", "75 % and more")
bands <- cut(shares$internet_users, c(0, 25, 50, 75, 101), labels = names, right = FALSE)
measures <- data.frame(
  band = names,
  count = as.vector(table(bands)),
  mean = floor(as.vector(tapply(shares$present_total, bands, mean)) * 10 + 0.5) / 10
)

partners <- merge(items[items$kind == "partner_country", ], countries, by.x = "code", by.y = "country_code")
named <- tapply(partners$country_code, partners$country.y, function(codes) length(unique(codes)))
named <- data.frame(country = as.character(names(named)), count = as.vector(named))

standards <- items[items$kind == "standard" & startsWith(ifelse(is.na(items$code), "", items$code), "ISO/IEC 27001"), ]

by <- function(table, ...) table[order(..., method = "radix"), , drop = FALSE]
teams <- present_by("cirt", "un_region")
policies <- present_by("policy", "itu_region")[, c("group", "present", "countries")]
answers <- list(
  by(teams, teams$group),
  by(planned, planned$country),
  measures[measures$count > 0, ],
  head(by(named, -named$count, named$country), 10),
  data.frame(country = sort(unique(standards$country), method = "radix")),
  by(policies, -policies$present, policies$group)
)
for (number in seq_along(answers)) {
  cells <- lapply(answers[[number]], function(column) ifelse(is.na(column), "", as.character(column)))
  if (nrow(answers[[number]]) > 0) {
    writeLines(enc2utf8(do.call(paste, c(list(number - 1), cells, sep = "\t"))), useBytes = TRUE)
  }
}
