using System.Text.Json.Serialization;
using Orrery.Services.S3.Ids;

namespace Orrery.Services.S3.Records;

/// <summary>An inventory that is being written, some objects a call.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Id">The configuration.</param>
/// <param name="Begun">When it was begun.</param>
/// <param name="AfterKey">The key of the last object that is in it; empty at the beginning.</param>
/// <param name="AfterVersion">The version of that; null where only current objects are listed.</param>
/// <param name="Files">The files that are written.</param>
public sealed record ReportRecord(
    string Bucket, string Id, DateTimeOffset Begun, string AfterKey, string? AfterVersion,
    IReadOnlyList<ReportFile> Files)
{
    /// <summary>Its place.</summary>
    [JsonIgnore]
    public ReportKey Place => new($"{Bucket}/{Id}");
}
