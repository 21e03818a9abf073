using System.Collections.Immutable;
using Orrery.Services.S3.Ids;

namespace Orrery.Services.S3.Records;

/// <summary>An access point, in the scope of its account and region.</summary>
public sealed record PointRecord
{
    /// <summary>Its name.</summary>
    public required PointName Name { get; init; }

    /// <summary>The bucket behind it.</summary>
    public required BucketName Bucket { get; init; }

    /// <summary>The account that owns the bucket.</summary>
    public required string BucketAccount { get; init; }

    /// <summary>What it is called among buckets.</summary>
    public required BucketName Alias { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The VPC from which alone requests may come; null where they may come from the internet.</summary>
    public string? VpcId { get; init; }

    /// <summary>What of public access is blocked for who comes through it.</summary>
    public required PublicAccess PublicAccess { get; init; }

    /// <summary>Its policy as it was sent; null where there is none.</summary>
    public string? Policy { get; init; }

    /// <summary>Its tags; null where it has none.</summary>
    public ImmutableSortedDictionary<string, string>? Tags { get; init; }
}
