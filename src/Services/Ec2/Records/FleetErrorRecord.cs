namespace Orrery.Services.Ec2.Records;

/// <summary>Why a fleet could not launch from one of its pools.</summary>
/// <param name="Config">The place of the launch template among those of the fleet.</param>
/// <param name="Override">The place of the override there; null for none.</param>
/// <param name="IsSpot">Whether Spot was wanted.</param>
/// <param name="Code">The error code.</param>
/// <param name="Message">The message.</param>
public sealed record FleetErrorRecord(int Config, int? Override, bool IsSpot, string Code, string Message);
