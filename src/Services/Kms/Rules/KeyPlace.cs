using Orrery.Kernel.State;
using Orrery.Services.Kms.Records;

namespace Orrery.Services.Kms.Rules;

/// <summary>A key and where it is.</summary>
/// <param name="Scope">Account and region.</param>
/// <param name="Key">The key.</param>
internal sealed record KeyPlace(Scope Scope, KeyRecord Key)
{
    /// <summary>Its ARN.</summary>
    public string Arn => Places.Arn(Scope, Key.Id.Value);

    /// <summary>Whether it is a multi-Region replica.</summary>
    public bool IsReplica => Key.PrimaryRegion is { } region && region != Scope.Region;

    /// <summary>Whether it is a multi-Region primary key.</summary>
    public bool IsPrimary => Key.PrimaryRegion == Scope.Region;
}
