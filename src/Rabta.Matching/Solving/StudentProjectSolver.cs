using Rabta.Matching.Markets;

namespace Rabta.Matching.Solving;

/// <summary>Places on two levels: projects (or mentors), and the supervisors (departments, campuses) that offer them.</summary>
/// <param name="Of">By mentor of the market: the supervisor.</param>
/// <param name="Places">By supervisor: at most so many over all their projects.</param>
public sealed record SecondLevel(int[] Of, int[] Places);

/// <summary>Student-optimal student-project allocation with supervisors' preferences (SPA-S).</summary>
/// <remarks>
/// <para>Guarantee: stable as in Abraham, Irving and Manlove, "Two algorithms for the student-project allocation problem"
/// (Journal of Discrete Algorithms 2007), and the best such for every student at once, where lists are strict. A supervisor's
/// order of students holds for all their projects. Equal students are told apart by their luck beforehand.</para>
/// Cost: every pair is asked at most once; O(pairs x places of a supervisor).
/// </remarks>
public static class StudentProjectSolver
{
    /// <param name="market">Mentors are projects; the mentors' tiers are their supervisor's.</param>
    /// <returns>By student: the project or <see cref="Market.Nobody"/>.</returns>
    public static int[] Solve(Market market, SecondLevel level)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(level);
        var projects = new Held[market.MentorCount];
        var supervisors = Array.ConvertAll(level.Places, places => new Held(places));
        for (var project = 0; project < projects.Length; project++)
            projects[project] = new(market.PlacesOf(project));
        var mentorOf = market.SeatedOrNobody();
        foreach (var project in mentorOf.Where(project => project != Market.Nobody))
        {
            projects[project].Places--;
            supervisors[level.Of[project]].Places--;
        }
        var next = market.Starts.AsSpan(..^1).ToArray();
        var standings = new ulong[mentorOf.Length];
        for (var first = 0; first < mentorOf.Length; first++)
        {
            for (
                var student = first;
                student != Market.Nobody && mentorOf[student] == Market.Nobody && next[student] < market.Starts[student + 1];

            )
            {
                var pair = next[student]++;
                var project = market.Mentors[pair];
                standings[student] = Priority.Of(market.MentorTiers[pair], false, market.TieBreak[student]);
                var (own, all) = (projects[project], supervisors[level.Of[project]]);
                if (own.Refuses(standings[student]) || all.Refuses(standings[student]))
                    continue;
                own.Add(student, standings[student]);
                all.Add(student, standings[student]);
                mentorOf[student] = project;
                // A project too full gives up its own last; a supervisor too full the last of all projects.
                student =
                    own.IsOver ? own.Last
                    : all.IsOver ? all.Last
                    : Market.Nobody;
                if (student == Market.Nobody)
                    break;
                projects[mentorOf[student]].Remove(student, standings[student]);
                supervisors[level.Of[mentorOf[student]]].Remove(student, standings[student]);
                mentorOf[student] = Market.Nobody;
            }
        }
        return mentorOf;
    }

    private sealed class Held(int places)
    {
        private readonly SortedSet<(ulong Priority, int Student)> _students = [];

        public int Places { get; set; } = places;
        public bool IsOver => _students.Count > Math.Max(0, Places);
        public int Last => _students.Max.Student;

        public bool Refuses(ulong standing) => Places <= 0 || (_students.Count >= Places && _students.Max.Priority < standing);

        public void Add(int student, ulong standing) => _students.Add((standing, student));

        public void Remove(int student, ulong standing) => _students.Remove((standing, student));
    }
}
