namespace Orrery.Host.Admin.Shapes;

/// <summary>What a flow log has delivered.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ResourceId">What it watches; none once it is deleted.</param>
/// <param name="Format">The fields of its records; none once it is deleted.</param>
/// <param name="Records">The records, in the order of their delivery.</param>
/// <param name="Waiting">How many sightings wait for the end of their aggregation interval.</param>
/// <param name="NextDelivery">When the next interval ends.</param>
/// <param name="Now">What time it is.</param>
public sealed record FlowLogView(
    string Id,
    string? ResourceId,
    string? Format,
    IReadOnlyList<FlowLogLine> Records,
    int Waiting,
    DateTimeOffset? NextDelivery,
    DateTimeOffset Now);
