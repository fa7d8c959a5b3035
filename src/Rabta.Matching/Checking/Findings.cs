using Rabta.Matching.Markets;

namespace Rabta.Matching.Checking;

/// <summary>Collects what is found, faults apart from what is explained.</summary>
internal sealed class Findings
{
    private readonly List<CheckProblem> _faults = [];
    private readonly List<CheckProblem> _explained = [];
    private int _faultCount;
    private int _explainedCount;
    private int _objectiveCount;

    public CheckReport Report => new(_faults, _faultCount, _explained, _explainedCount, _objectiveCount);

    public void Fault(CheckCode code, string? mentee, string? mentor) => Add(new(code, mentee, mentor));

    public void Blocking(string mentee, string mentor, Because because)
    {
        _objectiveCount += because == Because.Objective ? 1 : 0;
        Add(new(CheckCode.BlockingPair, mentee, mentor, because));
    }

    private void Add(CheckProblem problem)
    {
        var isFault = problem.Because == Because.None;
        var count = isFault ? ++_faultCount : ++_explainedCount;
        if (count <= CheckReport.MostListed)
            (isFault ? _faults : _explained).Add(problem);
    }
}
