namespace Orrery.Services.Organizations.Operations.Organization;

/// <summary>Ends an organization in which nothing is left but the management account.</summary>
public sealed class DeleteOrganization : IWriteOperation<DeleteOrganizationRequest, DeleteOrganizationResult>
{
    /// <inheritdoc/>
    public DeleteOrganizationResult Run(DeleteOrganizationRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        string[] own = [organization.Root, organization.Management];
        if (Nodes.Of(call, organization).Any(n => !own.Contains(n.Id.Value)))
        {
            throw Errors.Of(
                "OrganizationNotEmptyException",
                "To delete an organization you must first remove all member accounts and OUs.");
        }

        foreach (var node in call.All(Tables.Nodes).By(Tables.NodesByOrganization, organization.Id.Value))
            call.Keep(Tables.Nodes).Remove(node.Id);
        foreach (var policy in call.All(Tables.Policies).By(Tables.PoliciesByOrganization, organization.Id.Value))
            call.Keep(Tables.Policies).Remove(policy.Id);
        foreach (var wish in call.All(Tables.Creations).By(Tables.CreationsByOrganization, organization.Id.Value))
            call.Keep(Tables.Creations).Remove(wish.Id);
        foreach (var one in call.All(Tables.Handshakes).By(Tables.HandshakesByOrganization, organization.Id.Value))
            call.Keep(Tables.Handshakes).Remove(one.Id);
        foreach (var one in Delegates.Of(call, organization)) call.Keep(Tables.Delegates).Remove(one.Id);
        call.Keep(Tables.Organizations).Remove(organization.Id);
        return new();
    }
}
