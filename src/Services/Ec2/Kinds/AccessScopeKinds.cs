namespace Orrery.Services.Ec2.Kinds;

/// <summary>
/// The kinds of Network Access Analyzer. Codes: "Error codes for the Amazon EC2 API"; tag types: the ResourceType enumeration of the EC2
/// model.
/// </summary>
internal static class AccessScopeKinds
{
    /// <summary>All of them; the prefixes differ.</summary>
    public static readonly IReadOnlyList<ResourceKind> All = [];
}
