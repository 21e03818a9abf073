namespace Orrery.Services.Ec2.Records;

/// <summary>An instance's place in a fleet.</summary>
/// <param name="FleetId">The fleet.</param>
/// <param name="Weight">How many units it counts.</param>
/// <param name="Config">The place of its launch template among those of the fleet.</param>
/// <param name="Override">The place of its override there; null for none.</param>
public sealed record FleetMemberRecord(string FleetId, double Weight, int Config, int? Override);
