namespace Orrery.Services.S3.Rules;

/// <summary>What a request to delete says besides what it deletes.</summary>
/// <param name="Request">The request.</param>
/// <param name="Match">If-Match: an ETag, or null.</param>
/// <param name="Bypasses">Whether it wants to bypass governance.</param>
internal sealed record DeletionGuard(object Request, string? Match, bool Bypasses);
