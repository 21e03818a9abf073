using Orrery.Contracts;
using Orrery.Engines.Policies.Documents;

namespace Orrery.Services.Organizations.Rules;

/// <summary>Service and resource control policies.</summary>
internal static class ControlPolicies
{
    /// <summary>A type that is served, and that the organization has.</summary>
    /// <exception cref="ServiceException">InvalidInputException,
    /// PolicyTypeNotAvailableForOrganizationException.</exception>
    public static PolicyType Type(OrganizationRecord organization, PolicyType? type)
    {
        if (type is not (PolicyType.ServiceControlPolicy or PolicyType.ResourceControlPolicy))
            throw Errors.NotServed($"policies of the type {type}");
        return organization.Features == OrganizationFeatureSet.All ? type.Value : throw Errors.Of(
            "PolicyTypeNotAvailableForOrganizationException",
            "You can't use the specified policy type with the feature set currently enabled for this organization.");
    }

    /// <summary>A policy that an organization can use.</summary>
    /// <exception cref="ServiceException">PolicyNotFoundException.</exception>
    public static PolicyRecord Get(ReadCall call, OrganizationRecord organization, string? id) =>
        Find(call, organization, id!) ?? throw Errors.NotFound("Policy");

    /// <summary>A policy that can be changed.</summary>
    /// <exception cref="ServiceException">PolicyNotFoundException, InvalidInputException.</exception>
    public static PolicyRecord Own(ReadCall call, OrganizationRecord organization, string? id)
    {
        var policy = Get(call, organization, id);
        return policy.Organization.Length > 0
            ? policy
            : throw Errors.Input("IMMUTABLE_POLICY: You can't change a policy that AWS manages.");
    }

    /// <summary>A policy; null where there is none.</summary>
    public static PolicyRecord? Find(ReadCall call, OrganizationRecord organization, string id) =>
        AwsPolicies.Find(id)
        ?? (call.All(Tables.Policies).Find(new(id)) is { } own && own.Organization == organization.Id.Value
            ? own
            : null);

    /// <summary>All that an organization has of a type, those of AWS too.</summary>
    public static IEnumerable<PolicyRecord> Of(ReadCall call, OrganizationRecord organization, PolicyType type) =>
        AwsPolicies.All.Concat(call.All(Tables.Policies).By(Tables.PoliciesByOrganization, organization.Id.Value))
            .Where(p => p.Type == type);

    /// <summary>What a policy is attached to.</summary>
    public static IEnumerable<NodeRecord> Targets(
        ReadCall call, OrganizationRecord organization, PolicyRecord policy) =>
        Nodes.Of(call, organization).Where(n => n.Policies.Contains(policy.Id.Value));

    /// <summary>The policies of a type that are attached to something.</summary>
    public static IEnumerable<PolicyRecord> At(
        ReadCall call, OrganizationRecord organization, NodeRecord node, PolicyType type) =>
        node.Policies.Select(id => Find(call, organization, id)!).Where(p => p.Type == type);

    /// <summary>Refuses a document that is none of its type.</summary>
    /// <exception cref="ServiceException">MalformedPolicyDocumentException, ConstraintViolationException.</exception>
    public static string Checked(PolicyType type, string content)
    {
        var limit = type == PolicyType.ServiceControlPolicy
            ? PolicyQuotas.ServiceControl
            : PolicyQuotas.ResourceControl;
        if (content.Length > limit)
            throw Errors.Constraint("POLICY_CONTENT_LIMIT_EXCEEDED", $"A policy can have {limit} characters.");

        if (PolicyDocument.Read(content, KindOf(type), out var fault) is null)
            throw Errors.Of("MalformedPolicyDocumentException", fault!.AsRefusal().Message);
        return content;
    }

    /// <summary>Refuses a name that another policy of the type has.</summary>
    /// <exception cref="ServiceException">DuplicatePolicyException.</exception>
    public static void RefuseTwin(
        ReadCall call, OrganizationRecord organization, PolicyType type, string name, OrgKey? but = null)
    {
        if (Of(call, organization, type).Any(p => p.Name == name && p.Id != but))
            throw Errors.Duplicate("Policy", "A policy with the same name already exists.");
    }

    /// <summary>Refuses one policy too many.</summary>
    /// <exception cref="ServiceException">ConstraintViolationException.</exception>
    public static void Hold(ReadCall call, OrganizationRecord organization, PolicyType type) => call.Hold(
        type == PolicyType.ServiceControlPolicy
            ? OrganizationQuotas.ServicePolicies
            : OrganizationQuotas.ResourcePolicies,
        Of(call, organization, type).Count() - 1,
        limit => Errors.Constraint("POLICY_NUMBER_LIMIT_EXCEEDED", $"An organization can have {limit} such policies."));

    /// <summary>How the engine reads a type.</summary>
    public static PolicyKind KindOf(PolicyType type) =>
        type == PolicyType.ServiceControlPolicy ? PolicyKind.ServiceControl : PolicyKind.ResourceControl;
}
