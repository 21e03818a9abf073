using Orrery.Services.Organizations.Loops;

namespace Orrery.Services.Organizations.Operations.Accounts;

/// <summary>Begins to close an account: its calls are refused then, and after 90 days it is gone.</summary>
public sealed class CloseAccount : IWriteOperation<CloseAccountRequest, CloseAccountResult>
{
    /// <inheritdoc/>
    public CloseAccountResult Run(CloseAccountRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        var account = Nodes.Get(call, organization, request.AccountId, NodeKind.Account);
        if (account.Id.Value == organization.Management)
            throw Errors.Constraint("CANNOT_CLOSE_MANAGEMENT_ACCOUNT", "You can't close the management account.");
        if (account.ClosedAt is not null)
            throw Errors.Of(
                "AccountAlreadyClosedException", "You attempted to close an account that is already closed.");
        if (account.ClosingAt is not null)
        {
            throw Errors.Of(
                "ConflictException", "The request failed because it conflicts with the current state of the account.");
        }

        if (Delegates.Of(call, organization, account.Id.Value).Any())
            throw Errors.Constraint("CANNOT_CLOSE_DELEGATED_ADMINISTRATOR", "Deregister the account first.");
        call.Keep(Tables.Nodes).Put(account with { ClosingAt = call.Now });
        call.Settle(ClosureLoop.Timer, ClosureLoop.Time, account.Id.Value, Scope.World);
        return new();
    }
}
