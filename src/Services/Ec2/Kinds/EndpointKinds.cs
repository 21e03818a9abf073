namespace Orrery.Services.Ec2.Kinds;

/// <summary>
/// The kinds of VPC endpoints and endpoint services. Codes: "Error codes for the Amazon EC2 API"; tag types: the ResourceType enumeration of the EC2
/// model.
/// </summary>
internal static class EndpointKinds
{
    /// <summary>All of them; the prefixes differ.</summary>
    public static readonly IReadOnlyList<ResourceKind> All = [];
}
