using Orrery.Kernel.State;

namespace Orrery.Kernel;

/// <summary>What is known of a world that is opened because it was just made or forked.</summary>
/// <param name="Shared">A snapshot of the same rows, to be shared instead of read again.</param>
/// <param name="ThenIsNow">It was forked from the past: its clock goes on from there.</param>
internal readonly record struct OpenFrom(Snapshot? Shared, bool ThenIsNow)
{
    /// <summary>It begins at the machine's time, and not at an instant of somebody's choice.</summary>
    public bool BeginsNow { get; init; }
}
