namespace Orrery.Services.Organizations.Operations.Roots;

/// <summary>Makes policies of a type count; all gets AWS's policy of the type, which allows all.</summary>
public sealed class EnablePolicyType : IWriteOperation<EnablePolicyTypeRequest, EnablePolicyTypeResult>
{
    /// <inheritdoc/>
    public EnablePolicyTypeResult Run(EnablePolicyTypeRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        var type = ControlPolicies.Type(organization, request.PolicyType);
        var root = Nodes.Get(call, organization, request.RootId, NodeKind.Root);
        if (organization.Types.Contains(type))
            throw Errors.Of("PolicyTypeAlreadyEnabledException", "The specified policy type is already enabled.");
        organization = organization with { Types = [.. organization.Types, type] };
        call.Keep(Tables.Organizations).Put(organization);
        foreach (var node in call.All(Tables.Nodes).By(Tables.NodesByOrganization, organization.Id.Value))
            call.Keep(Tables.Nodes).Put(node with { Policies = [.. node.Policies, AwsPolicies.IdOf(type)] });
        return new() { Root = Show.Root(organization, root) };
    }
}
