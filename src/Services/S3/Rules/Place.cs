using Orrery.Kernel.State;
using Orrery.Services.S3.Records;

namespace Orrery.Services.S3.Rules;

/// <summary>A bucket and where its records are.</summary>
/// <param name="Scope">Its owner's account and its region.</param>
/// <param name="Bucket">The bucket.</param>
internal readonly record struct Place(Scope Scope, BucketRecord Bucket)
{
    /// <summary>Its name.</summary>
    public string Name => Bucket.Name.Value;
}
