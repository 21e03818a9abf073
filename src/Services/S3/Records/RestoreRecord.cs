namespace Orrery.Services.S3.Records;

/// <summary>A restored copy of an archived version, or one that is on its way.</summary>
/// <param name="Tier">How fast: Expedited, Standard or Bulk.</param>
/// <param name="Asked">When it was asked for.</param>
/// <param name="Ready">When it is there.</param>
/// <param name="Expiry">When it goes again.</param>
public sealed record RestoreRecord(string Tier, DateTimeOffset Asked, DateTimeOffset Ready, DateTimeOffset Expiry)
{
    /// <summary>For how many days; null where none were named.</summary>
    public int? Days { get; init; }
}
