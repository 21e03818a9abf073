namespace Orrery.Contracts.Scaling;

/// <summary>What a group has in a zone.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="States">How many instances are in each lifecycle state, for example InService.</param>
/// <param name="Note">What is the matter with the zone; null for nothing.</param>
public sealed record GroupZone(string Zone, IReadOnlyDictionary<string, int> States, string? Note);
