namespace Orrery.Services.Organizations.Operations.Accounts;

/// <summary>Moves an account below another unit, or the root.</summary>
public sealed class MoveAccount : IWriteOperation<MoveAccountRequest, MoveAccountResult>
{
    /// <inheritdoc/>
    public MoveAccountResult Run(MoveAccountRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        var account = Nodes.Get(call, organization, request.AccountId, NodeKind.Account);
        var source = Nodes.Parent(call, organization, request.SourceParentId, "SourceParent");
        var target = Nodes.Parent(call, organization, request.DestinationParentId, "DestinationParent");
        if (account.Parent == target.Id.Value)
            throw Errors.Duplicate("Account", "That account is already present in the specified destination.");
        if (account.Parent != source.Id.Value) throw Errors.NotFound("Account");
        call.Keep(Tables.Nodes).Put(account with { Parent = target.Id.Value });
        return new();
    }
}
