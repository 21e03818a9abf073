namespace Orrery.Services.AutoScaling.Records;

/// <summary>A subnet that a group launches into.</summary>
/// <param name="SubnetId">The subnet.</param>
/// <param name="Zone">Its zone.</param>
/// <param name="ZoneId">The zone's id.</param>
public sealed record PlaceRecord(string SubnetId, string Zone, string ZoneId);
