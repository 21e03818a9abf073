namespace Orrery.Engines.Scaling.Mixed;

/// <summary>What may be launched from: a type in a zone.</summary>
/// <param name="Type">The instance type.</param>
/// <param name="Zone">The zone.</param>
/// <param name="Priority">Its place in the overrides; less is preferred.</param>
/// <param name="Weight">The units of one instance.</param>
/// <param name="OnDemandPrice">The price of an hour On-Demand.</param>
/// <param name="SpotPrice">The price of an hour on Spot; null where there is no Spot.</param>
/// <param name="Depth">How much spare Spot capacity there is, from 0 to 1.</param>
/// <param name="Free">How many Spot Instances it can still give.</param>
/// <param name="FreeOnDemand">How many On-Demand Instances it can still give.</param>
/// <param name="Present">How many Spot Instances the group has in it.</param>
public sealed record Pool(
    string Type,
    string Zone,
    int Priority = 0,
    int Weight = 1,
    double OnDemandPrice = 1,
    double? SpotPrice = null,
    double Depth = 1,
    int Free = int.MaxValue,
    int FreeOnDemand = int.MaxValue,
    int Present = 0)
{
    /// <summary>The Spot price of a unit.</summary>
    public double SpotUnitPrice => (SpotPrice ?? double.MaxValue) / Weight;

    /// <summary>The On-Demand price of a unit.</summary>
    public double OnDemandUnitPrice => OnDemandPrice / Weight;
}
