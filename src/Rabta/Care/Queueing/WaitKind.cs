namespace Rabta.Care.Queueing;

/// <summary>Why a pair needs a person, the most urgent first. A pair waits for one thing at a time: the first that is true of it.</summary>
public enum WaitKind
{
    AsksForChange,
    CantTakeOn,
    LineFailed,
    NotMet,
    NotAccepted,
    NoGoal,
}

public static class WaitKinds
{
    public static readonly IReadOnlyList<WaitKind> All = Enum.GetValues<WaitKind>();

    private static readonly Dictionary<string, WaitKind> Known = new()
    {
        ["asks-for-change"] = WaitKind.AsksForChange,
        ["cant-take-on"] = WaitKind.CantTakeOn,
        ["line-failed"] = WaitKind.LineFailed,
        ["not-met"] = WaitKind.NotMet,
        ["not-accepted"] = WaitKind.NotAccepted,
        ["no-goal"] = WaitKind.NoGoal,
    };

    public static WaitKind? Find(string? inPath) => inPath is not null && Known.TryGetValue(inPath, out var kind) ? kind : null;

    extension(WaitKind kind)
    {
        /// <summary>Its word in an address: <c>/waiting/not-met</c>.</summary>
        public string InPath => Known.First(k => k.Value == kind).Key;

        /// <summary>True where a gentle note can help. A coordinator talks to people who asked for something instead.</summary>
        public bool CanBeReminded => kind is not (WaitKind.AsksForChange or WaitKind.CantTakeOn);
    }
}
