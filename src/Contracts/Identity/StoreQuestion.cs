namespace Orrery.Contracts.Identity;

/// <summary>What is asked about a bucket or an object.</summary>
/// <param name="Action">For example <c>s3:GetObject</c>.</param>
/// <param name="Arn">The ARN of the bucket or object, or of what of an access point is asked for.</param>
/// <param name="VersionId">The version that the request names, or null.</param>
public sealed record StoreQuestion(string Action, string Arn, string? VersionId = null);
