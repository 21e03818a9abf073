namespace Orrery.Services.Organizations.Views;

/// <summary>ARNs. Source: Service Authorization Reference, "Resource types defined by AWS Organizations".</summary>
internal static class Arns
{
    /// <summary>Of an organization.</summary>
    public static string Of(OrganizationRecord organization) =>
        $"arn:aws:organizations::{organization.Management}:organization/{organization.Id}";

    /// <summary>Of something in it.</summary>
    public static string Of(OrganizationRecord organization, NodeRecord node)
    {
        var kind = node.Kind switch { NodeKind.Root => "root", NodeKind.Unit => "ou", _ => "account" };
        return $"arn:aws:organizations::{organization.Management}:{kind}/{organization.Id}/{node.Id}";
    }

    /// <summary>Of an invitation.</summary>
    public static string Of(OrganizationRecord organization, HandshakeRecord handshake) =>
        $"arn:aws:organizations::{organization.Management}:handshake/{organization.Id}/invite/{handshake.Id}";

    /// <summary>Of a policy.</summary>
    public static string Of(OrganizationRecord organization, PolicyRecord policy)
    {
        var kind = policy.Type == PolicyType.ServiceControlPolicy
            ? "service_control_policy"
            : "resource_control_policy";
        return policy.Organization.Length == 0
            ? $"arn:aws:organizations::aws:policy/{kind}/{policy.Id}"
            : $"arn:aws:organizations::{organization.Management}:policy/{organization.Id}/{kind}/{policy.Id}";
    }
}
