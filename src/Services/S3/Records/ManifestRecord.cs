using Orrery.Services.S3.Ids;

namespace Orrery.Services.S3.Records;

/// <summary>The list of runs of bytes of an object.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Uses">How many versions it makes up: copies share it.</param>
public sealed record ManifestRecord(ManifestId Id, int Uses);
