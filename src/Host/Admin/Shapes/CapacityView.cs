namespace Orrery.Host.Admin.Shapes;

/// <summary>The capacity of an instance type in a zone. What is not told is unlimited.</summary>
/// <param name="Zone">The zone's name.</param>
/// <param name="Type">The instance type.</param>
/// <param name="Total">How many instances there is room for.</param>
/// <param name="Spot">How many of them may be Spot Instances.</param>
/// <param name="OnDemandUsed">How many On-Demand Instances run.</param>
/// <param name="SpotUsed">How many Spot Instances run.</param>
/// <param name="SpotPrice">The Spot price now in USD an hour; not told where the type is not sold as Spot.</param>
public sealed record CapacityView(
    string Zone, string Type, int? Total, int? Spot, int OnDemandUsed, int SpotUsed, decimal? SpotPrice);
