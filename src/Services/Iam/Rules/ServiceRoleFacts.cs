namespace Orrery.Services.Iam.Rules;

/// <summary>The service-linked role of a service: a row of <c>data/service-linked-roles.csv</c>.</summary>
/// <param name="RoleName">Its name.</param>
/// <param name="PolicyArn">The ARN of its policy.</param>
/// <param name="TakesSuffix">Whether an account may have several, with suffixes.</param>
internal sealed record ServiceRoleFacts(string RoleName, string? PolicyArn, bool TakesSuffix)
{
    private const string Resource = "service-linked-roles.csv";

    /// <summary>The facts of a service, or null.</summary>
    public static ServiceRoleFacts? Find(string service)
    {
        using var stream = typeof(ServiceRoleFacts).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing from the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(',') is [var name, var role, var policy, var suffix] && name == service)
                return new(role, AwsPolicies.ArnOf(RoleRules.ServicePath, policy), suffix == "1");
        }

        return null;
    }
}
