using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Rules;

/// <summary>A policy that is simulated.</summary>
/// <param name="Id">How the result names it.</param>
/// <param name="Document">The document.</param>
/// <param name="Type">Where it is from.</param>
internal sealed record SimulatedPolicy(string Id, string Document, PolicySourceType Type)
{
    /// <summary>A policy that reaches somebody.</summary>
    public static SimulatedPolicy Of(GrantingPolicy policy)
    {
        var shown = policy.Shown;
        if (shown.PolicyArn is { } arn)
        {
            var isAws = arn.StartsWith("arn:aws:iam::aws:", StringComparison.Ordinal);
            return new(shown.PolicyName!, policy.Document, Managed(isAws));
        }

        var type = shown.EntityType switch
        {
            PolicyOwnerEntityType.User => PolicySourceType.User,
            PolicyOwnerEntityType.Group => PolicySourceType.Group,
            _ => PolicySourceType.Role,
        };
        var id = $"{type.ToString().ToLowerInvariant()}_{shown.EntityName}_{shown.PolicyName}";
        return new(id, policy.Document, type);
    }

    /// <summary>The type of a managed policy.</summary>
    public static PolicySourceType Managed(bool isAws) =>
        isAws ? PolicySourceType.AwsManaged : PolicySourceType.UserManaged;
}
