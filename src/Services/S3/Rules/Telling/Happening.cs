using Orrery.Services.S3.Records;

namespace Orrery.Services.S3.Rules.Telling;

/// <summary>What notifications tell of.</summary>
/// <param name="Place">The bucket.</param>
/// <param name="Version">The version.</param>
/// <param name="Notice">What happened to it.</param>
/// <param name="Sequencer">What orders it among the events of its key.</param>
internal sealed record Happening(Place Place, VersionRecord Version, Notice Notice, string Sequencer)
{
    /// <summary>Why it was not replicated; null where that is not what happened.</summary>
    public Unreplicated? Failure { get; init; }
}
