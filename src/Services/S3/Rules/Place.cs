using Orrery.Kernel.State;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Points;

namespace Orrery.Services.S3.Rules;

/// <summary>A bucket and where its records are.</summary>
/// <param name="Scope">Its owner's account and its region.</param>
/// <param name="Bucket">The bucket.</param>
internal readonly record struct Place(Scope Scope, BucketRecord Bucket)
{
    /// <summary>Its name.</summary>
    public string Name => Bucket.Name.Value;

    /// <summary>The access point through which it is used; null where it is used by its own name.</summary>
    public PointPlace? Point { get; init; }

    /// <summary>The ARN that calls on it are asked about: its own, or that of the access point.</summary>
    public string Arn => Point?.Arn ?? $"arn:aws:s3:::{Name}";
}
