using Orrery.Services.S3.Ids;

namespace Orrery.Services.S3.Records;

/// <summary>What an account says for all of its buckets.</summary>
/// <param name="Account">The account.</param>
/// <param name="PublicAccess">What of public access is blocked.</param>
public sealed record AccountRecord(AccountId Account, PublicAccess PublicAccess);
