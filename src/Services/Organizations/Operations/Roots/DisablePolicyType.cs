namespace Orrery.Services.Organizations.Operations.Roots;

/// <summary>Makes policies of a type count no longer, and takes them off all.</summary>
public sealed class DisablePolicyType : IWriteOperation<DisablePolicyTypeRequest, DisablePolicyTypeResult>
{
    /// <inheritdoc/>
    public DisablePolicyTypeResult Run(DisablePolicyTypeRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        var type = ControlPolicies.Type(organization, request.PolicyType);
        var root = Nodes.Get(call, organization, request.RootId, NodeKind.Root);
        if (!organization.Types.Contains(type))
            throw Errors.Of(
                "PolicyTypeNotEnabledException", "This operation can be performed only for enabled policy types.");
        organization = organization with { Types = [.. organization.Types.Where(t => t != type)] };
        call.Keep(Tables.Organizations).Put(organization);
        foreach (var node in call.All(Tables.Nodes).By(Tables.NodesByOrganization, organization.Id.Value))
        {
            string[] gone = [.. ControlPolicies.At(call, organization, node, type).Select(p => p.Id.Value)];
            call.Keep(Tables.Nodes).Put(node with { Policies = [.. node.Policies.Except(gone)] });
        }

        return new() { Root = Show.Root(organization, root) };
    }
}
