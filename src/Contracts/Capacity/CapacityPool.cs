namespace Orrery.Contracts.Capacity;

/// <summary>How much room there is for an instance type in a zone, and who takes it.</summary>
/// <param name="Zone">The zone's name.</param>
/// <param name="Type">The instance type.</param>
/// <param name="Total">How many instances there is room for; null for any number.</param>
/// <param name="Spot">How many of them may be Spot Instances; null for any number.</param>
/// <param name="OnDemandUsed">How many On-Demand Instances run.</param>
/// <param name="SpotUsed">How many Spot Instances run.</param>
/// <param name="SpotPrice">The Spot price in USD an hour; null where it is not sold as Spot.</param>
public sealed record CapacityPool(
    string Zone, string Type, int? Total, int? Spot, int OnDemandUsed, int SpotUsed, decimal? SpotPrice);
