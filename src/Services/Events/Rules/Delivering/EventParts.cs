namespace Orrery.Services.Events.Rules.Delivering;

/// <summary>What whoever sends an event says of it.</summary>
/// <param name="Source">The source.</param>
/// <param name="DetailType">The type of the detail.</param>
/// <param name="Resources">What it is about.</param>
/// <param name="Detail">The detail: a JSON object.</param>
internal sealed record EventParts(
    string Source, string DetailType, IReadOnlyList<string> Resources, string Detail);
