using Orrery.Contracts.Identity;

namespace Orrery.Services.Organizations.Ports;

/// <summary>
/// Tells what organizations accounts are in, and the ARNs and tags of what is in them. Source: Organizations User
/// Guide, "SCP evaluation": the policies of the management account touch nobody.
/// </summary>
internal sealed class OrganizationsPort : IOrganizations, IResourceFacts
{
    /// <inheritdoc/>
    public string Service => "organizations";

    /// <inheritdoc/>
    public bool HasAny(ReadCall call) => call.Before.Read(Tables.Organizations, Scope.World).Count > 0;

    /// <inheritdoc/>
    public OrganizationFacts? Of(ReadCall call, string account)
    {
        if (call.All(Tables.Nodes).Find(new(account)) is not { } node) return null;
        var organization = Realm.Of(call, node);
        var path = Nodes.Path(call, node);
        var above = string.Concat(path.SkipLast(1).Select(n => n.Id.Value + "/"));
        var facts = new OrganizationFacts(organization.Id.Value, organization.Management, $"{organization.Id}/{above}")
        {
            IsClosed = node.ClosedAt is not null,
            Administers = [.. Delegates.Of(call, organization, account).Select(d => d.Service)],
        };
        return organization.Management == account
            ? facts
            : facts with
            {
                Service = Levels(call, organization, path, PolicyType.ServiceControlPolicy),
                Resource = Levels(call, organization, path, PolicyType.ResourceControlPolicy),
            };
    }

    /// <inheritdoc/>
    public (bool HasAllFeatures, bool IsTrusted) Trust(ReadCall call, string organization, string service) =>
        call.All(Tables.Organizations).Find(new(organization)) is { } found
            ? (found.Features == OrganizationFeatureSet.All, found.Services.Any(s => s.Service == service))
            : default;

    /// <inheritdoc/>
    public IReadOnlyList<string> Accounts(ReadCall call, string organization) =>
        call.All(Tables.Organizations).Find(new(organization)) is { } found
            ? [.. Nodes.Of(call, found).Where(n => n.Kind == NodeKind.Account).Select(n => n.Id.Value)]
            : [];

    /// <inheritdoc/>
    public string? ArnOf(ReadCall call, string type, string name)
    {
        if (type == "handshake")
        {
            return call.All(Tables.Handshakes).Find(new(name)) is { } handshake
                ? Arns.Of(call.All(Tables.Organizations).Find(new(handshake.Organization))!, handshake)
                : null;
        }

        if (call.All(Tables.Nodes).Find(new(call.Account)) is not { } me) return null;
        var organization = Realm.Of(call, me);
        if (Nodes.Find(call, organization, name) is { } node) return Arns.Of(organization, node);
        return ControlPolicies.Find(call, organization, name) is { } policy ? Arns.Of(organization, policy) : null;
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? TagsOf(ReadCall call, string arn)
    {
        var id = arn[(arn.LastIndexOf('/') + 1)..];
        return call.All(Tables.Nodes).Find(new(id))?.Tags ?? call.All(Tables.Policies).Find(new(id))?.Tags;
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<string>? ValuesOf(ReadCall call, string arn, string key) =>
        key.Equals("organizations:PolicyType", StringComparison.OrdinalIgnoreCase)
        && call.All(Tables.Policies).Find(new(arn[(arn.LastIndexOf('/') + 1)..])) is { } policy
            ? [policy.Type.ToWire()]
            : null;

    private static IReadOnlyList<ControlTexts> Levels(
        ReadCall call, OrganizationRecord organization, IReadOnlyList<NodeRecord> path, PolicyType type) =>
        organization.Types.Contains(type)
            ? [.. path.Select(n => new ControlTexts(n.Id.Value, Texts(call, organization, n, type)))]
            : [];

    private static PolicyText[] Texts(
        ReadCall call, OrganizationRecord organization, NodeRecord node, PolicyType type) =>
    [
        .. ControlPolicies.At(call, organization, node, type)
            .Select(p => new PolicyText(Arns.Of(organization, p), p.Content)),
    ];
}
