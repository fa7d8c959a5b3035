"""Peers of the matching: peers.py PROGRAM FILE prints the largest total and the milliseconds it took, reading left out.

FILE: a line with mentees and mentors, a line with every mentor's places, then a line a mentee: mentor score mentor score ...
"""
import sys
import time


def read(path):
    with open(path, encoding="ascii") as file:
        mentees, mentors = map(int, file.readline().split())
        places = list(map(int, file.readline().split()))
        rows = [list(map(int, file.readline().split())) for _ in range(mentees)]
    return mentees, mentors, places, rows


def seats_of(places):
    """A mentor with places is as many columns: none of these programs knows places."""
    first, count = [], 0
    for own in places:
        first.append(count)
        count += own
    return first, count


def dense(mentees, places, rows):
    import numpy
    first, seats = seats_of(places)
    table = numpy.zeros((mentees, seats))
    for mentee, row in enumerate(rows):
        for at in range(0, len(row), 2):
            mentor = row[at]
            table[mentee, first[mentor]:first[mentor] + places[mentor]] = row[at + 1]
    return table


def scipy_dense(mentees, places, rows):
    from scipy.optimize import linear_sum_assignment
    table = dense(mentees, places, rows)
    begin = time.perf_counter()
    found = linear_sum_assignment(table, maximize=True)
    return int(table[found].sum()), begin


def scipy_sparse(mentees, places, rows):
    import numpy
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching
    first, seats = seats_of(places)
    most = 1 + max((row[at + 1] for row in rows for at in range(0, len(row), 2)), default=0)
    starts, columns, costs = [0], [], []
    for mentee, row in enumerate(rows):
        for at in range(0, len(row), 2):
            for seat in range(places[row[at]]):
                columns.append(first[row[at]] + seat)
                costs.append(most - row[at + 1])
        # A column of one's own is nobody.
        columns.append(seats + mentee)
        costs.append(most)
        starts.append(len(columns))
    table = csr_matrix((numpy.array(costs), numpy.array(columns), numpy.array(starts)), shape=(mentees, seats + mentees))
    begin = time.perf_counter()
    found = min_weight_full_bipartite_matching(table)
    return int(mentees * most - table[found].sum()), begin


def munkres(mentees, places, rows):
    from munkres import Munkres
    table = dense(mentees, places, rows).astype(int)
    costs = [[-int(score) for score in row] for row in table]
    begin = time.perf_counter()
    found = Munkres().compute(costs)
    return sum(int(table[row][column]) for row, column in found), begin


total, begin = {"scipy-dense": scipy_dense, "scipy-sparse": scipy_sparse, "munkres": munkres}[sys.argv[1]](
    *(lambda mentees, mentors, places, rows: (mentees, places, rows))(*read(sys.argv[2])))
print(total, 1000 * (time.perf_counter() - begin))
