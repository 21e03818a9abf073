namespace Orrery.Contracts.Flows;

/// <summary>What a flow log has delivered.</summary>
/// <param name="FlowLogId">The flow log.</param>
/// <param name="ResourceId">What it watches; null once it is deleted.</param>
/// <param name="Format">The fields of its records; null once it is deleted.</param>
/// <param name="Entries">The records, in the order of their delivery.</param>
/// <param name="Waiting">How many sightings wait for the end of their aggregation interval.</param>
/// <param name="NextDelivery">When the next of them are delivered.</param>
public sealed record DeliveredLog(
    string FlowLogId,
    string? ResourceId,
    string? Format,
    IReadOnlyList<DeliveredEntry> Entries,
    int Waiting,
    DateTimeOffset? NextDelivery);
