using Orrery.Contracts.Contents;

namespace Orrery.Services.S3.Records;

/// <summary>How often bytes are named by versions, manifests and parts.</summary>
/// <param name="Id">The bytes.</param>
/// <param name="Length">How many.</param>
/// <param name="Uses">How often they are named; 0 once they are released.</param>
public sealed record ContentRecord(ContentId Id, long Length, int Uses);
