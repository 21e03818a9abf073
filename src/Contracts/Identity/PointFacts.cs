namespace Orrery.Contracts.Identity;

/// <summary>What an access point brings to a decision: it has to let pass, and the bucket behind it too.</summary>
/// <param name="Arn">Its ARN (s3:DataAccessPointArn).</param>
/// <param name="Account">Its account (s3:DataAccessPointAccount).</param>
/// <param name="Origin">From where requests may come (s3:AccessPointNetworkOrigin).</param>
/// <param name="Behind">The ARN of the bucket or object that is behind it.</param>
public sealed record PointFacts(string Arn, string Account, string Origin, string Behind)
{
    /// <summary>The VPC from which alone requests may come; null where they may come from the internet.</summary>
    public string? VpcId { get; init; }

    /// <summary>Its tags (s3:AccessPointTag); null where it has none.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Its policy; null where there is none, or where it counts for nobody who asks.</summary>
    public PolicyText? Policy { get; init; }
}
