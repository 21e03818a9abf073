namespace Orrery.Services.Organizations.Rules;

/// <summary>
/// The policies of AWS that everything has at first. Source: Organizations User Guide, "SCP evaluation" (FullAWSAccess)
/// and "RCP evaluation" (RCPFullAWSAccess, which is attached to all and cannot be detached).
/// </summary>
internal static class AwsPolicies
{
    private static readonly PolicyRecord Service = new()
    {
        Id = new("p-FullAWSAccess"),
        Organization = "",
        Type = PolicyType.ServiceControlPolicy,
        Name = "FullAWSAccess",
        Description = "Allows access to every operation",
        Content = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""",
    };

    private static readonly PolicyRecord Resource = new()
    {
        Id = new("p-RCPFullAWSAccess"),
        Organization = "",
        Type = PolicyType.ResourceControlPolicy,
        Name = "RCPFullAWSAccess",
        Description = "Allows access to every resource",
        Content = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}
            """.Trim(),
    };

    /// <summary>Both.</summary>
    public static IReadOnlyList<PolicyRecord> All { get; } = [Service, Resource];

    /// <summary>The id of that of a type.</summary>
    public static string IdOf(PolicyType type) => All.Single(p => p.Type == type).Id.Value;

    /// <summary>One by its id; null where it is none.</summary>
    public static PolicyRecord? Find(string id) => All.FirstOrDefault(p => p.Id.Value == id);
}
