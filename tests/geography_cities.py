"""Sixty cities of the world and of a crowded Europe, as (name, longitude, latitude)."""

CITIES = (
    ("Turin", 7.69, 45.07), ("Milan", 9.19, 45.46), ("Genève", 6.15, 46.20), ("Lyon", 4.84, 45.76),
    ("Grenoble", 5.72, 45.19), ("Albstadt", 9.03, 48.22), ("Stuttgart", 9.18, 48.78),
    ("Zurich", 8.54, 47.37), ("Innsbruck", 11.39, 47.27), ("Munich", 11.58, 48.14),
    ("Paris", 2.35, 48.86), ("Londres", -0.13, 51.51), ("Dublin", -6.26, 53.35),
    ("Bruxelles", 4.35, 50.85), ("Amsterdam", 4.90, 52.37), ("Essen", 7.01, 51.46),
    ("Berlin", 13.40, 52.52), ("Prague", 14.44, 50.08), ("Varsovie", 21.01, 52.23),
    ("Vienne", 16.37, 48.21), ("Budapest", 19.04, 47.50), ("Rome", 12.50, 41.90),
    ("Naples", 14.27, 40.85), ("Barcelone", 2.17, 41.39), ("Madrid", -3.70, 40.42),
    ("Lisbonne", -9.14, 38.72), ("Porto", -8.61, 41.15), ("Athènes", 23.73, 37.98),
    ("Korça", 20.78, 40.62), ("Tirana", 19.82, 41.33), ("Sofia", 23.32, 42.70),
    ("Istanbul", 28.98, 41.01), ("Ankara", 32.86, 39.93), ("Bcharré", 36.01, 34.25),
    ("Beyrouth", 35.50, 33.89), ("Naplouse", 35.25, 32.22), ("Le Caire", 31.24, 30.04),
    ("Tunis", 10.17, 36.81), ("Alger", 3.06, 36.75), ("Rabat", -6.85, 34.02),
    ("Taroudant", -8.88, 30.47), ("Dakar", -17.44, 14.69), ("Ouahigouya", -2.42, 13.58),
    ("Ouagadougou", -1.53, 12.37), ("Abidjan", -4.02, 5.36), ("Yaoundé", 11.52, 3.87),
    ("Antananarivo", 47.52, -18.88), ("Le Cap", 18.42, -33.93), ("Shawinigan", -72.75, 46.57),
    ("Québec", -71.21, 46.81), ("New York", -74.01, 40.71), ("Mexico", -99.13, 19.43),
    ("Bogotá", -74.07, 4.71), ("Buenos Aires", -58.38, -34.60), ("Zhangjiakou", 114.87, 40.78),
    ("Suzhou", 120.60, 31.30), ("Sendai", 140.87, 38.27), ("Hué", 107.59, 16.46),
    ("Sydney", 151.21, -33.87), ("Suva", 178.44, -18.14),
)  # fmt: skip

# The country of each, by ISO 3166-1 alpha-2 code, in the same order.
_COUNTRIES = """
    IT IT CH FR FR DE DE CH AT DE FR GB IE BE NL DE DE CZ PL AT HU IT IT ES ES PT PT GR AL AL BG
    TR TR LB LB PS EG TN DZ MA MA SN BF BF CI CM MG ZA CA CA US MX CO AR CN CN JP VN AU FJ
"""
COUNTRIES = _COUNTRIES.split()
