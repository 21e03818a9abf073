namespace Orrery.Profile;

/// <summary>A method and its counts.</summary>
/// <param name="Name">Its type's full name, a dot and its own name.</param>
/// <param name="Signature">Its signature, as the runtime writes it.</param>
/// <param name="Size">The length of its IL in bytes.</param>
internal sealed record CountedMethod(string Name, string Signature, int Size)
{
    /// <summary>What was counted.</summary>
    public List<CountEntry> Entries { get; } = [];

    /// <summary>Whether anything of it was counted.</summary>
    public bool WasRun => Entries.Exists(static entry =>
        entry.Kind is CountKind.EdgeCount or CountKind.BlockCount && entry.Counts.Exists(static count => count > 0));
}
