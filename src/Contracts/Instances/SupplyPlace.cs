namespace Orrery.Contracts.Instances;

/// <summary>A subnet and its zone.</summary>
/// <param name="SubnetId">The subnet.</param>
/// <param name="VpcId">Its VPC.</param>
/// <param name="Zone">The zone's name.</param>
/// <param name="ZoneId">The zone's id.</param>
public sealed record SupplyPlace(string SubnetId, string VpcId, string Zone, string ZoneId);
