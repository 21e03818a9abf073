namespace Orrery.Services.Organizations.Operations.Accounts;

/// <summary>Takes the caller's account out of its organization.</summary>
public sealed class LeaveOrganization : IWriteOperation<LeaveOrganizationRequest, LeaveOrganizationResult>
{
    /// <inheritdoc/>
    public LeaveOrganizationResult Run(LeaveOrganizationRequest request, Call call)
    {
        var organization = Realm.Mine(call);
        Departure.Leave(call, organization, Nodes.Get(call, organization, call.Account, NodeKind.Account));
        return new();
    }
}
