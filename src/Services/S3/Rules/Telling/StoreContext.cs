using Orrery.Engines.Policies.Requests;

namespace Orrery.Services.S3.Rules.Telling;

/// <summary>What the policy of a destination may ask of S3. Source: S3 user guide, "Granting permissions to publish
/// event notification messages to a destination".</summary>
/// <param name="bucket">The ARN of the bucket.</param>
/// <param name="account">Its account.</param>
/// <param name="name">The service that acts.</param>
internal sealed class StoreContext(string bucket, string account, string name = StoreContext.Principal)
    : IRequestContext
{
    /// <summary>S3 as a principal.</summary>
    public const string Principal = "s3.amazonaws.com";

    /// <summary>The service that acts, as a principal.</summary>
    public string Name => name;

    /// <summary>The canned list of what is written, or null.</summary>
    public string? Canned { get; init; }

    /// <inheritdoc/>
    public ContextValues Get(ContextKey key) => key.Name.ToUpperInvariant() switch
    {
        "AWS:SOURCEARN" => new(bucket),
        "AWS:SOURCEACCOUNT" or "AWS:SOURCEOWNER" => new(account),
        "AWS:PRINCIPALISAWSSERVICE" => new("true"),
        "AWS:PRINCIPALSERVICENAME" => new(name),
        "S3:X-AMZ-ACL" when Canned is not null => new(Canned),
        "AWS:SECURETRANSPORT" => new("true"),
        _ => ContextValues.None,
    };
}
