namespace Orrery.Engines.Reachability.Model;

/// <summary>The kinds of VPC endpoints.</summary>
public enum VpcEndpointKind
{
    /// <summary>A target of routes to a prefix list (S3, DynamoDB).</summary>
    Gateway,

    /// <summary>Interfaces in subnets (PrivateLink).</summary>
    Interface,
}
