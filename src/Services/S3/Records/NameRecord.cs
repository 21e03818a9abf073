using Orrery.Services.S3.Ids;

namespace Orrery.Services.S3.Records;

/// <summary>Whose a bucket's name is: names are given once in all accounts and regions.</summary>
/// <param name="Name">The name.</param>
/// <param name="Account">The owner's account.</param>
/// <param name="Region">The bucket's region.</param>
public sealed record NameRecord(BucketName Name, string Account, string Region);
